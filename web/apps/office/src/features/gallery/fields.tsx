/** Fields, choices, search and the signature in every state. */
import { Checkbox, Choice, Select, type Signature, SignaturePad, TextField } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { useState } from "react";
import { t } from "../../words.gen.ts";
import { Section, Specimen } from "./specimen.tsx";

const NOTHING = () => {};
const MATERIALS = ["clear", "mirror", "bronze", "laminated"] as const;
const URGENCIES = ["normal", "urgent", "client-waits"] as const;

export function Fields() {
  const [name, setName] = useState("");
  const [note, setNote] = useState(() => t("gallery.note-value"));
  return (
    <Section id="fields" title={t("gallery.fields")}>
      <Specimen name={t("gallery.usual")}>
        <TextField label={t("gallery.name")} value={name} onChange={setName} required />
        <TextField
          label={t("gallery.phone")}
          hint={t("gallery.phone-hint")}
          value="+7 921 555-12-34"
          inputMode="tel"
          onChange={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.error")}>
        <TextField
          label={t("gallery.width")}
          value="1 200,5"
          suffix={t("gallery.mm")}
          error={t("gallery.width-error")}
          onChange={NOTHING}
        />
        <TextField
          label={t("gallery.short")}
          value={t("gallery.short-value")}
          maxLength={20}
          onChange={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.disabled")}>
        <TextField
          label={t("gallery.name")}
          value={t("gallery.name-value")}
          disabled
          onChange={NOTHING}
        />
        <TextField
          label={t("gallery.phone")}
          value="+7 921 555-12-34"
          readOnly
          onChange={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.long")}>
        <TextField label={t("gallery.name")} value={t("gallery.long-value")} onChange={NOTHING} />
        <TextField
          label={t("gallery.note")}
          multiline
          maxLength={120}
          value={note}
          onChange={setNote}
        />
      </Specimen>
    </Section>
  );
}

export function Choices() {
  const [material, setMaterial] = useState<(typeof MATERIALS)[number] | "">("mirror");
  const [urgency, setUrgency] = useState<(typeof URGENCIES)[number]>("normal");
  const [tell, setTell] = useState(true);
  const materials = MATERIALS.map((value) => ({ value, label: nameOf("material", value) }));
  const urgencies = URGENCIES.map((value) => ({ value, label: nameOf("urgency", value) }));
  return (
    <Section id="choices" title={t("gallery.choices")}>
      <Specimen name={t("gallery.usual")}>
        <Select
          label={t("gallery.material")}
          value={material}
          options={materials}
          onChange={setMaterial}
        />
        <Choice
          label={t("gallery.urgency")}
          value={urgency}
          options={urgencies}
          onChange={setUrgency}
        />
        <Checkbox label={t("gallery.tell")} checked={tell} onChange={setTell} />
      </Specimen>
      <Specimen name={t("gallery.error")}>
        <Select
          label={t("gallery.material")}
          value=""
          placeholder={t("gallery.choose")}
          error={t("gallery.material-error")}
          options={materials}
          onChange={NOTHING}
        />
        <Choice
          label={t("gallery.urgency")}
          value=""
          error={t("gallery.urgency-error")}
          options={urgencies}
          onChange={NOTHING}
        />
        <Checkbox
          label={t("gallery.tell")}
          checked={false}
          error={t("gallery.tell-error")}
          onChange={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.disabled")}>
        <Select
          label={t("gallery.material")}
          value="mirror"
          disabled
          options={materials}
          onChange={NOTHING}
        />
        <Choice
          label={t("gallery.urgency")}
          value="urgent"
          disabled
          options={urgencies}
          onChange={NOTHING}
        />
        <Checkbox label={t("gallery.tell")} checked disabled onChange={NOTHING} />
      </Specimen>
    </Section>
  );
}

export function Signing() {
  const [signature, setSignature] = useState<Signature | null>(null);
  return (
    <Section id="signature" title={t("gallery.signature")}>
      <Specimen name={t("gallery.usual")}>
        <SignaturePad label={t("gallery.sign")} onChange={setSignature} />
        <output>{t("gallery.strokes", { count: signature?.strokes.length ?? 0 })}</output>
      </Specimen>
      <Specimen name={t("gallery.disabled")}>
        <SignaturePad label={t("gallery.sign")} disabled onChange={NOTHING} />
      </Specimen>
    </Section>
  );
}
