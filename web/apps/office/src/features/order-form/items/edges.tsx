/** Sides and corners: an edge for all or for each side, the front, corners, sides of the facet. */
import type { CornerAt, Side } from "@vitrazh/api";
import { Checkbox } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { CORNERS, type CornerForm, SIDES } from "../model/form.ts";
import { FieldPlace, ItemCheck, ItemSelect, MmField } from "../parts/fields.tsx";
import { listOf } from "../parts/lists.ts";

export function SidesAndCorners() {
  const { item, set } = useItemDesk();
  const sides = SIDES[item.kind];
  return (
    <div className="of-stack">
      <FieldPlace item={item.key} path="edges" className="of-fields">
        {sides.map((side) => (
          <ItemSelect
            key={side}
            path={`edges.${side}`}
            label={t("order-form.edge-of", { side: nameOf("side", side) })}
            value={item.edges[side] ?? item.edge}
            onChange={(kind) => {
              if (kind) set({ edges: { ...item.edges, [side]: kind } });
            }}
            options={listOf("edge")}
          />
        ))}
        <ItemSelect
          path="front"
          label={t("order-form.front")}
          none={t("order-form.not-said")}
          value={item.front}
          onChange={(front) => set({ front })}
          options={listOf("side", sides)}
        />
      </FieldPlace>
      {item.kind === "rectangle" ? <Corners /> : null}
      {item.facet.trim() === "" ? null : <FacetSides sides={sides} />}
    </div>
  );
}

function Corners() {
  const { item, set } = useItemDesk();
  return (
    <fieldset className="of-row">
      <legend>{t("order-form.corners")}</legend>
      <ItemCheck
        path="cornersAlike"
        label={t("order-form.corners-alike")}
        checked={item.cornersAlike}
        onChange={(cornersAlike) => set({ cornersAlike })}
      />
      {item.cornersAlike ? (
        <Corner
          path="corner"
          label={t("order-form.corner-size")}
          corner={item.corner}
          onChange={(corner) => set({ corner })}
        />
      ) : (
        CORNERS.map((at: CornerAt) => (
          <Corner
            key={at}
            path={`corners.${at}`}
            label={nameOf("corner", at)}
            corner={item.corners[at]}
            onChange={(corner) => set({ corners: { ...item.corners, [at]: corner } })}
          />
        ))
      )}
    </fieldset>
  );
}

interface CornerProps {
  path: string;
  label: string;
  corner: CornerForm;
  onChange: (corner: CornerForm) => void;
}

function Corner({ path, label, corner, onChange }: CornerProps) {
  return (
    <div className="of-fields">
      <MmField
        path={path}
        label={label}
        value={corner.size}
        placeholder={t("order-form.sharp")}
        onChange={(size) => onChange({ ...corner, size })}
      />
      <ItemSelect
        path={`${path}.kind`}
        label={t("order-form.kind")}
        value={corner.kind}
        onChange={(kind) => kind && onChange({ ...corner, kind })}
        options={listOf("corner-kind")}
      />
    </div>
  );
}

function FacetSides({ sides }: { sides: readonly Side[] }) {
  const { item, set, faultAt } = useItemDesk();
  const chosen = item.facetSides === "all" ? sides : item.facetSides;
  const toggle = (side: Side, on: boolean) => {
    const next = on ? [...chosen, side] : chosen.filter((one) => one !== side);
    set({ facetSides: sides.every((one) => next.includes(one)) ? "all" : next });
  };
  const fault = faultAt("facetSides");
  return (
    <fieldset className="of-row">
      <legend>{t("order-form.facet-sides")}</legend>
      <FieldPlace item={item.key} path="facetSides" className="of-fields">
        {sides.map((side) => (
          <Checkbox
            key={side}
            label={nameOf("side", side)}
            checked={chosen.includes(side)}
            onChange={(on) => toggle(side, on)}
          />
        ))}
      </FieldPlace>
      {fault ? <p className="of-fault">{fault.sentence}</p> : null}
    </fieldset>
  );
}
