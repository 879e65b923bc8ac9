/** One item, open: what and how large at once, the rest folded but said. */
import { t } from "../../../words.gen.ts";
import { ItemContext, useItemDesk } from "../form-state.ts";
import type { ItemForm } from "../model/form.ts";
import {
  cutoutsSummary,
  filmSummary,
  glassSummary,
  holesSummary,
  mountingSummary,
  originSummary,
  sidesSummary,
  zonesSummary,
} from "../model/summary.ts";
import { ItemCheck, ItemSelect, ItemText, MmField } from "../parts/fields.tsx";
import { listOf } from "../parts/lists.ts";
import { Picture } from "../parts/picture.tsx";
import { Cutouts } from "./cutouts.tsx";
import { SidesAndCorners } from "./edges.tsx";
import { Holes } from "./holes.tsx";
import { Section } from "./section.tsx";
import { ShapeNumbers } from "./shape-numbers.tsx";
import { StainedGlass } from "./stained-glass.tsx";
import { Glass, Mounting, Origin, PatternName } from "./trade.tsx";
import { Zones } from "./zones.tsx";

export function ItemEditor({ item }: { item: ItemForm }) {
  return (
    <ItemContext value={item}>
      <div className="of-editor">
        <div className="of-stack">
          <Main />
          <Parts item={item} />
        </div>
        <Picture item={item} />
      </div>
    </ItemContext>
  );
}

function Main() {
  const { item, set } = useItemDesk();
  return (
    <div className="of-fields">
      <ShapeNumbers />
      <ItemText
        path="quantity"
        label={t("order-form.quantity")}
        value={item.quantity}
        onChange={(quantity) => set({ quantity })}
        numeric
      />
      <MmField
        path="thickness"
        label={t("order-form.thickness")}
        value={item.thickness}
        onChange={(thickness) => set({ thickness })}
      />
      <MmField
        path="facet"
        label={t("order-form.facet")}
        value={item.facet}
        placeholder={t("order-form.none")}
        onChange={(facet) => set({ facet })}
      />
      <ItemSelect
        path="edges"
        label={t("order-form.edge")}
        value={item.edge}
        onChange={(edge) => edge && set({ edge, edges: {} })}
        options={listOf("edge")}
      />
      <ItemCheck
        path="tempered"
        label={t("order-form.tempering")}
        checked={item.tempered}
        onChange={(tempered) => set({ tempered })}
      />
      <ItemSelect
        path="product"
        label={t("order-form.product")}
        value={item.product}
        onChange={(product) => product && set({ product })}
        options={listOf("product")}
      />
      <ItemSelect
        path="material"
        label={t("order-form.material")}
        value={item.material}
        onChange={(material) => material && set({ material })}
        options={listOf("material")}
      />
      {item.material === "patterned" ? <PatternName /> : null}
      <ItemSelect
        path="kind"
        label={t("order-form.shape")}
        value={item.kind}
        onChange={(kind) => kind && set({ kind })}
        options={listOf("shape")}
      />
    </div>
  );
}

function Parts({ item }: { item: ItemForm }) {
  return (
    <div className="of-sections">
      <Section
        title={t("order-form.section.sides")}
        summary={sidesSummary(item)}
        paths={["corner", "edges.", "front", "facetSides"]}
      >
        <SidesAndCorners />
      </Section>
      <Section
        title={t("order-form.section.holes")}
        summary={holesSummary(item)}
        paths={["holes"]}
        startOpen={item.holes.length > 0}
      >
        <Holes />
      </Section>
      <Section
        title={t("order-form.section.cutouts")}
        summary={cutoutsSummary(item)}
        paths={["cutouts"]}
        startOpen={item.cutouts.length > 0}
      >
        <Cutouts />
      </Section>
      <Section
        title={t("order-form.section.zones")}
        summary={zonesSummary(item)}
        paths={["zones"]}
        startOpen={item.zones.length > 0}
      >
        <Zones />
      </Section>
      <Section
        title={t("order-form.section.glass")}
        summary={glassSummary(item)}
        paths={["glass"]}
        startOpen={item.glass !== null}
      >
        <StainedGlass />
      </Section>
      <Section
        title={t("order-form.section.mounting")}
        summary={mountingSummary(item)}
        paths={["mounting"]}
      >
        <Mounting />
      </Section>
      <Section
        title={t("order-form.section.films")}
        summary={filmSummary(item)}
        paths={["tint", "backFilm", ...(item.material === "patterned" ? [] : ["pattern"])]}
      >
        <Glass />
      </Section>
      <Section
        title={t("order-form.section.origin")}
        summary={originSummary(item)}
        paths={["drawing", "template", "part", "replacement"]}
        startOpen={item.kind === "drawing"}
      >
        <Origin />
      </Section>
    </div>
  );
}
