/** Names of a card's fields and of what stands in them, for histories and comparisons. */
import { nameOf, phone } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";

const NAMES = {
  name: "clients.field.name",
  phones: "clients.field.phones",
  email: "clients.field.email",
  channel: "clients.field.channel",
  kind: "clients.field.kind",
  language: "clients.field.language",
  office_id: "clients.field.office",
  manager_id: "clients.field.manager",
} as const;

export function factName(field: string): string {
  return field in NAMES ? t(NAMES[field as keyof typeof NAMES]) : field;
}

/** `name`: how the ids of offices and colleagues are said. */
export function factText(
  field: string,
  value: unknown,
  name: (id: string) => string = (id) => id,
): string {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) {
    const said = value.map(String).filter(Boolean);
    return said.length ? said.map(phone).join(", ") : "–";
  }
  const text = String(value);
  if (field === "channel") return nameOf("contact-channel", text as never);
  if (field === "kind") return nameOf("client-kind", text as never);
  if (field === "language" && (text === "ru" || text === "en")) {
    return t(`client-card.language.${text}`);
  }
  return field.endsWith("_id") ? name(text) || text : text;
}
