/** Holes: one, a pair, or the same at each corner; and cut-outs of every kind. */
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { blankHole } from "../model/blanks.ts";
import type { HoleForm } from "../model/form.ts";
import { ItemSelect, MmField } from "../parts/fields.tsx";
import { listOf } from "../parts/lists.ts";
import { RowList } from "./row-list.tsx";

const MOST = 100;

export function Holes() {
  const { item, set } = useItemDesk();
  return (
    <RowList
      path="holes"
      rows={item.holes}
      onRows={(holes) => set({ holes })}
      name={(index) => t("order-form.hole-numbered", { number: index + 1 })}
      most={MOST}
      add={[
        {
          label: t("order-form.add.corner-holes"),
          make: () => blankHole({ how: "corners", purpose: "holder", x: "40" }),
        },
        {
          label: t("order-form.add.pair"),
          make: () => blankHole({ how: "pair", diameter: "12", purpose: "handle" }),
        },
        { label: t("order-form.add.hole"), make: () => blankHole() },
      ]}
    >
      {(row, change) => <Hole row={row} change={change} />}
    </RowList>
  );
}

function Hole({ row, change }: { row: HoleForm; change: (next: Partial<HoleForm>) => void }) {
  const at = `holes.${row.key}`;
  const corners = row.how === "corners";
  return (
    <>
      <ItemSelect
        path={`${at}.how`}
        label={t("order-form.hole.how")}
        value={row.how}
        onChange={(how) => how && change({ how })}
        options={(["one", "pair", "corners"] as const).map((value) => ({
          value,
          label: t(`order-form.hole.how.${value}`),
        }))}
      />
      <MmField
        path={`${at}.diameter`}
        label={t("order-form.diameter")}
        value={row.diameter}
        onChange={(diameter) => change({ diameter })}
      />
      <MmField
        path={`${at}.x`}
        label={corners ? t("order-form.hole.inset") : t("order-form.across")}
        value={row.x}
        onChange={(x) => change({ x })}
      />
      {corners ? null : <Place row={row} change={change} at={at} />}
      {row.how === "pair" ? (
        <>
          <MmField
            path={`${at}.across`}
            label={t("order-form.hole.fellow-across")}
            value={row.across}
            onChange={(across) => change({ across })}
          />
          <MmField
            path={`${at}.up`}
            label={t("order-form.hole.fellow-up")}
            value={row.up}
            onChange={(up) => change({ up })}
          />
        </>
      ) : null}
      <ItemSelect
        path={`${at}.purpose`}
        label={t("order-form.purpose")}
        none={t("order-form.not-said")}
        value={row.purpose}
        onChange={(purpose) => change({ purpose })}
        options={listOf("purpose")}
      />
    </>
  );
}

interface Placed {
  y: string;
  datum: HoleForm["datum"];
}

/** Height and datum of what is measured from a corner or the centre. */
export function Place({
  row,
  change,
  at,
}: {
  row: Placed;
  change: (next: Partial<Placed>) => void;
  at: string;
}) {
  return (
    <>
      <MmField
        path={`${at}.y`}
        label={t("order-form.up")}
        value={row.y}
        onChange={(y) => change({ y })}
      />
      <ItemSelect
        path={`${at}.datum`}
        label={t("order-form.datum")}
        value={row.datum}
        onChange={(datum) => datum && change({ datum })}
        options={listOf("datum")}
      />
    </>
  );
}
