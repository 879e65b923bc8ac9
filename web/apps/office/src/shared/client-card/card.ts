/** A client's card while it is typed, and as it is sent. */
import type {
  ClientIn,
  ClientKind,
  ClientsClientOut,
  ContactChannel,
  FieldFault,
  Language,
} from "@vitrazh/api";
import { language, phone } from "@vitrazh/words";

export interface CardForm {
  kind: ClientKind;
  name: string;
  /** As people write them; the first is the main one. Never empty: an empty line waits. */
  phones: string[];
  email: string;
  language: Language;
  channel: ContactChannel;
}

/** A new card from what was typed to find him: a number is a phone, anything else a name. */
export function newCard(typed = ""): CardForm {
  const isPhone = /\d/.test(typed) && /^[\d\s()+-]+$/.test(typed);
  return {
    kind: "person",
    name: isPhone ? "" : typed.trim(),
    phones: [isPhone ? typed.trim() : ""],
    email: "",
    language: language(),
    channel: "sms",
  };
}

export function cardOf(client: ClientsClientOut): CardForm {
  return {
    kind: client.kind,
    name: client.name,
    phones: client.phones.length ? client.phones.map(typedPhone) : [""],
    email: client.email ?? "",
    language: client.language,
    channel: client.channel,
  };
}

/** As a person would type it: with ordinary spaces and hyphens. */
function typedPhone(number: string): string {
  return phone(number).replaceAll("\u00a0", " ").replaceAll("\u2011", "-");
}

/** `keep`: what the form does not show and the card must not lose. */
export function clientIn(
  card: CardForm,
  keep: Pick<ClientIn, "office_id" | "manager_id"> = {},
): ClientIn {
  return {
    ...keep,
    kind: card.kind,
    name: card.name.trim(),
    phones: card.phones.map((phone) => phone.trim()).filter((phone) => phone !== ""),
    email: card.email.trim() || null,
    language: card.language,
    channel: card.channel,
  };
}

/** The sentence at a field; phones are counted as they were sent, without the empty lines. */
export function faultOf(
  faults: readonly FieldFault[],
  card: CardForm,
  field: "name" | "phones" | "email" | "channel",
  line?: number,
): string | undefined {
  const sent =
    line === undefined
      ? undefined
      : card.phones.slice(0, line).filter((phone) => phone.trim() !== "").length;
  const found = faults.find(({ loc }) => {
    if (loc[0] !== field) return false;
    if (line === undefined) return true;
    return loc[1] === undefined ? line === 0 : loc[1] === sent && card.phones[line]?.trim() !== "";
  });
  return found?.message;
}
