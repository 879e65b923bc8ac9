/** Zones of the surface: matting, paint, print, film, on the whole face or in a band. */
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { blankZone } from "../model/blanks.ts";
import type { ZoneForm } from "../model/form.ts";
import { ItemCheck, ItemSelect, ItemText, MmField } from "../parts/fields.tsx";
import { FileSelect } from "../parts/file-select.tsx";
import { listOf } from "../parts/lists.ts";
import { RowList } from "./row-list.tsx";

const MOST = 50;

export function Zones() {
  const { item, set } = useItemDesk();
  return (
    <RowList
      path="zones"
      rows={item.zones}
      onRows={(zones) => set({ zones })}
      name={(index) => t("order-form.zone-numbered", { number: index + 1 })}
      most={MOST}
      add={[
        { label: t("order-form.add.matting"), make: () => blankZone() },
        {
          label: t("order-form.add.paint"),
          make: () => blankZone({ treatment: "paint", face: "back" }),
        },
        {
          label: t("order-form.add.print"),
          make: () => blankZone({ treatment: "print", face: "back" }),
        },
      ]}
    >
      {(row, change) => <Zone row={row} change={change} />}
    </RowList>
  );
}

function Zone({ row, change }: { row: ZoneForm; change: (next: Partial<ZoneForm>) => void }) {
  const at = `zones.${row.key}`;
  const drawn = row.treatment === "matting-pattern" || row.treatment === "print";
  return (
    <>
      <ItemSelect
        path={`${at}.treatment`}
        label={t("order-form.treatment")}
        value={row.treatment}
        onChange={(treatment) =>
          treatment && change({ treatment, pattern: "", ral: "", drawing: "", shared: false })
        }
        options={listOf("treatment")}
      />
      <ItemSelect
        path={`${at}.face`}
        label={t("order-form.face")}
        value={row.face}
        onChange={(face) => face && change({ face })}
        options={listOf("face")}
      />
      {row.treatment === "paint" || row.ral ? (
        <ItemText
          path={`${at}.ral`}
          label={t("order-form.ral")}
          value={row.ral}
          onChange={(ral) => change({ ral })}
          numeric
        />
      ) : null}
      {drawn || row.pattern ? (
        <ItemText
          path={`${at}.pattern`}
          label={t("order-form.pattern-code")}
          value={row.pattern}
          onChange={(pattern) => change({ pattern })}
        />
      ) : null}
      {drawn || row.drawing ? (
        <>
          <FileSelect
            path={`${at}.drawing`}
            label={t("order-form.drawing")}
            value={row.drawing}
            onChange={(drawing) => change({ drawing })}
          />
          <ItemCheck
            path={`${at}.shared`}
            label={t("order-form.shared-drawing")}
            checked={row.shared}
            onChange={(shared) => change({ shared })}
          />
        </>
      ) : null}
      <MmField
        path={`${at}.from`}
        label={t("order-form.from")}
        value={row.from}
        placeholder={t("order-form.whole-face")}
        onChange={(from) => change({ from })}
      />
      <MmField
        path={`${at}.to`}
        label={t("order-form.to")}
        value={row.to}
        onChange={(to) => change({ to })}
      />
      <ItemSelect
        path={`${at}.fromSide`}
        label={t("order-form.from-side")}
        value={row.fromSide}
        onChange={(fromSide) => fromSide && change({ fromSide })}
        options={listOf("side", ["bottom", "top", "left", "right"])}
      />
    </>
  );
}
