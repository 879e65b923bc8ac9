/** What is rarely said: mounting, tint and films of the glass, template, place in a set, drawing. */
import { Button } from "@vitrazh/ui";
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { blankMounting, blankPart } from "../model/blanks.ts";
import type { MountingForm, PartForm } from "../model/form.ts";
import { ItemCheck, ItemSelect, ItemText, MmField } from "../parts/fields.tsx";
import { FileSelect } from "../parts/file-select.tsx";
import { listOf } from "../parts/lists.ts";

export function Mounting() {
  const { item, set } = useItemDesk();
  const { mounting } = item;
  if (!mounting) {
    return (
      <Button onClick={() => set({ mounting: blankMounting() })}>
        {t("order-form.add.mounting")}
      </Button>
    );
  }
  const change = (next: Partial<MountingForm>) => set({ mounting: { ...mounting, ...next } });
  return (
    <div className="of-fields">
      <ItemSelect
        path="mounting.kind"
        label={t("order-form.mounting-kind")}
        value={mounting.kind}
        onChange={(kind) => kind && change({ kind })}
        options={listOf("mounting")}
      />
      <ItemSelect
        path="mounting.on"
        label={t("order-form.mounted-on")}
        none={t("order-form.not-said")}
        value={mounting.on}
        onChange={(on) => change({ on })}
        options={listOf("mounted-on")}
      />
      <ItemText
        path="mounting.count"
        label={t("order-form.mounting-count")}
        value={mounting.count}
        onChange={(count) => change({ count })}
        numeric
      />
      <ItemText
        path="mounting.code"
        label={t("order-form.hardware-code")}
        value={mounting.code}
        onChange={(code) => change({ code })}
      />
      <MmField
        path="mounting.panel"
        label={t("order-form.panel-thickness")}
        value={mounting.panel}
        onChange={(panel) => change({ panel })}
      />
      <ItemCheck
        path="mounting.byUs"
        label={t("order-form.by-us")}
        checked={mounting.byUs}
        onChange={(byUs) => change({ byUs })}
      />
      <Button onClick={() => set({ mounting: null })}>{t("order-form.no-mounting")}</Button>
    </div>
  );
}

export function Glass() {
  const { item, set } = useItemDesk();
  return (
    <div className="of-fields">
      <ItemSelect
        path="tint"
        label={t("order-form.tint")}
        none={t("order-form.no-tint")}
        value={item.tint}
        onChange={(tint) => set({ tint })}
        options={listOf("tint")}
      />
      <ItemSelect
        path="backFilm"
        label={t("order-form.back-film")}
        none={t("order-form.no-film")}
        value={item.backFilm}
        onChange={(backFilm) => set({ backFilm })}
        options={listOf("back-film")}
      />
      {item.material === "patterned" ? null : <PatternName />}
    </div>
  );
}

/** Trade name of a patterned glass. */
export function PatternName() {
  const { item, set } = useItemDesk();
  return (
    <ItemText
      path="pattern"
      label={t("order-form.pattern")}
      value={item.pattern}
      onChange={(pattern) => set({ pattern })}
    />
  );
}

export function Origin() {
  const { item, set } = useItemDesk();
  const { part } = item;
  const change = (next: Partial<PartForm>) => part && set({ part: { ...part, ...next } });
  return (
    <div className="of-stack">
      <div className="of-fields">
        <FileSelect
          path="drawing"
          label={t("order-form.drawing")}
          value={item.drawing}
          onChange={(drawing) => set({ drawing })}
        />
        <ItemSelect
          path="template"
          label={t("order-form.template")}
          none={t("order-form.no-template")}
          value={item.template}
          onChange={(template) => set({ template })}
          options={listOf("template")}
        />
        <ItemCheck
          path="replacement"
          label={t("order-form.replacement")}
          checked={item.replacement}
          onChange={(replacement) => set({ replacement })}
        />
      </div>
      {part ? (
        <fieldset className="of-row">
          <legend>{t("order-form.set")}</legend>
          <div className="of-fields">
            <ItemText
              path="part.name"
              label={t("order-form.set-name")}
              value={part.name}
              onChange={(name) => change({ name })}
            />
            <ItemText
              path="part.number"
              label={t("order-form.part-number")}
              value={part.number}
              onChange={(number) => change({ number })}
              numeric
            />
            <ItemText
              path="part.count"
              label={t("order-form.part-count")}
              value={part.count}
              onChange={(count) => change({ count })}
              numeric
            />
            <MmField
              path="part.gap"
              label={t("order-form.gap")}
              value={part.gap}
              placeholder="0"
              onChange={(gap) => change({ gap })}
            />
            <Button onClick={() => set({ part: null })}>{t("order-form.no-set")}</Button>
          </div>
        </fieldset>
      ) : (
        <div>
          <Button onClick={() => set({ part: blankPart() })}>{t("order-form.add.set")}</Button>
        </div>
      )}
    </div>
  );
}
