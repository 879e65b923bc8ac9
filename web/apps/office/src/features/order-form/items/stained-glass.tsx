/** Stained glass: technique, lead, films by zones of the sketch, pairs, one picture over tiles. */
import { Button } from "@vitrazh/ui";
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { blankFilm, blankGlass } from "../model/blanks.ts";
import type { GlassForm } from "../model/form.ts";
import { ItemCheck, ItemSelect, ItemText, MmField } from "../parts/fields.tsx";
import { FileSelect } from "../parts/file-select.tsx";
import { listOf } from "../parts/lists.ts";
import { RowList } from "./row-list.tsx";

const MOST_FILMS = 50;

export function StainedGlass() {
  const { item, set } = useItemDesk();
  const { glass } = item;
  if (!glass) {
    return (
      <Button onClick={() => set({ glass: blankGlass() })}>{t("order-form.add.glass")}</Button>
    );
  }
  const change = (next: Partial<GlassForm>) => set({ glass: { ...glass, ...next } });
  return (
    <div className="of-stack">
      <div className="of-fields">
        <ItemSelect
          path="glass.technique"
          label={t("order-form.technique")}
          value={glass.technique}
          onChange={(technique) => technique && change({ technique })}
          options={listOf("technique")}
        />
        <MmField
          path="glass.lead"
          label={t("order-form.lead")}
          value={glass.lead}
          onChange={(lead) => change({ lead })}
        />
        <ItemText
          path="glass.palette"
          label={t("order-form.palette")}
          value={glass.palette}
          onChange={(palette) => change({ palette })}
        />
        <ItemSelect
          path="glass.sketchBy"
          label={t("order-form.sketch")}
          none={t("order-form.not-said")}
          value={glass.sketchBy}
          onChange={(sketchBy) => change({ sketchBy })}
          options={listOf("sketch-by")}
        />
        <FileSelect
          path="glass.drawing"
          label={t("order-form.sketch-file")}
          value={glass.drawing}
          onChange={(drawing) => change({ drawing })}
        />
        <ItemText
          path="glass.columns"
          label={t("order-form.columns")}
          value={glass.columns}
          onChange={(columns) => change({ columns })}
          numeric
        />
        <ItemText
          path="glass.rows"
          label={t("order-form.rows")}
          value={glass.rows}
          onChange={(rows) => change({ rows })}
          numeric
        />
        <ItemCheck
          path="glass.pair"
          label={t("order-form.pair")}
          checked={glass.pair}
          onChange={(pair) => change({ pair })}
        />
      </div>
      <Films glass={glass} change={change} />
      <div>
        <Button onClick={() => set({ glass: null })}>{t("order-form.no-glass")}</Button>
      </div>
    </div>
  );
}

function Films({
  glass,
  change,
}: {
  glass: GlassForm;
  change: (next: Partial<GlassForm>) => void;
}) {
  return (
    <RowList
      path="glass.films"
      rows={glass.films}
      onRows={(films) => change({ films })}
      name={(index) => t("order-form.film-numbered", { number: index + 1 })}
      most={MOST_FILMS}
      add={[{ label: t("order-form.add.film"), make: () => blankFilm() }]}
    >
      {(film, changeFilm) => (
        <>
          <ItemText
            path={`glass.films.${film.key}.colour`}
            label={t("order-form.colour")}
            value={film.colour}
            onChange={(colour) => changeFilm({ colour })}
          />
          <ItemSelect
            path={`glass.films.${film.key}.texture`}
            label={t("order-form.texture")}
            value={film.texture}
            onChange={(texture) => texture && changeFilm({ texture })}
            options={listOf("film-texture")}
          />
          <ItemText
            path={`glass.films.${film.key}.zones`}
            label={t("order-form.zones-of-sketch")}
            value={film.zones}
            placeholder="1, 2, 5-7"
            onChange={(zones) => changeFilm({ zones })}
          />
        </>
      )}
    </RowList>
  );
}
