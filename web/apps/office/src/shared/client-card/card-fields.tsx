/** The fields of a client's card; what the server refuses stands at its field. */
import type { ClientKind, ContactChannel, FieldFault, Language } from "@vitrazh/api";
import { Button, Select, TextField } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./card.module.css";
import { type CardForm, faultOf } from "./card.ts";

const MOST_PHONES = 10;
const MOST_NAME = 200;
const KINDS: ClientKind[] = ["person", "company"];
const CHANNELS: ContactChannel[] = ["sms", "phone", "email"];
const LANGUAGES: Language[] = ["ru", "en"];

interface Props {
  card: CardForm;
  onChange: (card: CardForm) => void;
  faults: readonly FieldFault[];
  autoFocus?: boolean;
  /** The name is known already: the phone is what is asked next. */
  focusPhone?: boolean;
}

export function CardFields({ card, onChange, faults, autoFocus, focusPhone }: Props) {
  const set = (next: Partial<CardForm>) => onChange({ ...card, ...next });
  return (
    <div className={s["fields"]}>
      <TextField
        label={t("client-card.name")}
        hint={card.kind === "person" ? t("client-card.name-hint") : undefined}
        value={card.name}
        onChange={(name) => set({ name })}
        maxLength={MOST_NAME}
        error={faultOf(faults, card, "name")}
        autoFocus={Boolean(autoFocus && !focusPhone)}
        required
        {...(s["name"] ? { className: s["name"] } : {})}
      />
      <Phones card={card} set={set} faults={faults} autoFocus={Boolean(autoFocus && focusPhone)} />
      <TextField
        label={t("client-card.email")}
        value={card.email}
        onChange={(email) => set({ email })}
        inputMode="email"
        error={faultOf(faults, card, "email")}
      />
      <Select
        label={t("client-card.channel")}
        value={card.channel}
        onChange={(channel) => set({ channel })}
        options={CHANNELS.map((value) => ({ value, label: nameOf("contact-channel", value) }))}
        error={faultOf(faults, card, "channel")}
      />
      <Select
        label={t("client-card.kind")}
        value={card.kind}
        onChange={(kind) => set({ kind })}
        options={KINDS.map((value) => ({ value, label: nameOf("client-kind", value) }))}
      />
      <Select
        label={t("client-card.language")}
        value={card.language}
        onChange={(language) => set({ language })}
        options={LANGUAGES.map((value) => ({ value, label: t(`client-card.language.${value}`) }))}
      />
    </div>
  );
}

interface PhonesProps {
  card: CardForm;
  set: (next: Partial<CardForm>) => void;
  faults: readonly FieldFault[];
  autoFocus: boolean;
}

function Phones({ card, set, faults, autoFocus }: PhonesProps) {
  return (
    <div className={s["phones"]}>
      {card.phones.map((phone, index) => (
        <div key={index} className={s["phone"]}>
          <TextField
            label={
              index === 0
                ? t("client-card.phone")
                : t("client-card.phone-numbered", { number: index + 1 })
            }
            value={phone}
            inputMode="tel"
            onChange={(text) => set({ phones: card.phones.with(index, text) })}
            error={faultOf(faults, card, "phones", index)}
            autoFocus={autoFocus && index === 0}
          />
          {index > 0 ? (
            <Button
              kind="link"
              aria-label={t("client-card.phone-remove", { number: index + 1 })}
              onClick={() => set({ phones: card.phones.toSpliced(index, 1) })}
            >
              {t("client-card.remove")}
            </Button>
          ) : null}
        </div>
      ))}
      {card.phones.length < MOST_PHONES ? (
        <div>
          <Button kind="link" onClick={() => set({ phones: [...card.phones, ""] })}>
            {t("client-card.phone-add")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
