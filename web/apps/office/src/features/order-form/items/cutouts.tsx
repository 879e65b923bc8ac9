/** Cut-outs: round, rectangular, a notch at a side, or by the hardware's catalogue. */
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { blankCutout } from "../model/blanks.ts";
import { type CutoutForm, SIDES } from "../model/form.ts";
import { ItemSelect, ItemText, MmField } from "../parts/fields.tsx";
import { listOf } from "../parts/lists.ts";
import { Place } from "./holes.tsx";
import { RowList } from "./row-list.tsx";

const MOST = 100;
type Change = (next: Partial<CutoutForm>) => void;

export function Cutouts() {
  const { item, set } = useItemDesk();
  const last = item.cutouts.at(-1);
  return (
    <RowList
      path="cutouts"
      rows={item.cutouts}
      onRows={(cutouts) => set({ cutouts })}
      name={(index) => t("order-form.cutout-numbered", { number: index + 1 })}
      most={MOST}
      add={[
        {
          label: t("order-form.add.socket"),
          // Sockets stand in a row: the next one is as high as the last.
          make: () => blankCutout({ diameter: "68", purpose: "socket", y: last?.y ?? "" }),
        },
        { label: t("order-form.add.cutout"), make: () => blankCutout({ kind: "rectangular" }) },
      ]}
    >
      {(row, change) => <Cutout row={row} change={change} />}
    </RowList>
  );
}

function Cutout({ row, change }: { row: CutoutForm; change: Change }) {
  const at = `cutouts.${row.key}`;
  return (
    <>
      <ItemSelect
        path={`${at}.kind`}
        label={t("order-form.kind")}
        value={row.kind}
        onChange={(kind) => kind && change({ kind })}
        options={listOf("cutout")}
      />
      <Numbers row={row} change={change} at={at} />
      <MmField
        path={`${at}.x`}
        label={t("order-form.across")}
        value={row.x}
        onChange={(x) => change({ x })}
      />
      <Place row={row} change={change} at={at} />
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

interface Part {
  row: CutoutForm;
  change: Change;
  at: string;
}

function Numbers({ row, change, at }: Part) {
  const mm = (name: "diameter" | "width" | "height" | "depth" | "radius") => (
    <MmField
      key={name}
      path={`${at}.${name}`}
      label={t(`order-form.${name}`)}
      value={row[name]}
      onChange={(text) => change({ [name]: text })}
    />
  );
  switch (row.kind) {
    case "round":
      return mm("diameter");
    case "rectangular":
      return [mm("width"), mm("height"), mm("radius")];
    case "notch":
      return [
        <OfSide key="side" row={row} change={change} at={at} />,
        mm("width"),
        mm("depth"),
        mm("radius"),
      ];
    case "catalogue":
      return [
        <ItemText
          key="code"
          path={`${at}.code`}
          label={t("order-form.code")}
          value={row.code}
          onChange={(code) => change({ code })}
        />,
        <OfSide key="side" row={row} change={change} at={at} />,
      ];
  }
}

function OfSide({ row, change, at }: Part) {
  const { item } = useItemDesk();
  return (
    <ItemSelect
      path={`${at}.side`}
      label={t("order-form.side")}
      none={t("order-form.not-said")}
      value={row.side}
      onChange={(side) => change({ side })}
      options={listOf("side", SIDES[item.kind])}
    />
  );
}
