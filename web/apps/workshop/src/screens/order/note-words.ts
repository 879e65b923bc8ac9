/** What became of an action, in words. */
import { moment, nameOf, type ValueOf } from "@vitrazh/words";
import type { Note, Tile, Unsent, Verb } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { pieces } from "./piece-words.ts";

type Did = Pick<
  Note,
  "quantity" | "reason" | "text" | "position" | "operator_name" | "verified"
> & {
  verb: Verb | null;
  operated_at: string | null;
};

/** `Закончил 2 шт.: позиция 1, Волков Игорь, 14:05`. */
export function deedWords(did: Did | Unsent): string {
  const parts: string[] = [];
  if (did.verb) parts.push(t(`verb.${did.verb}`));
  if (did.position !== null) parts.push(t("ticket.item", { position: did.position }));
  if (did.quantity !== null && did.quantity > 0) parts.push(pieces(did.quantity));
  if (did.reason) parts.push(reasonWords(did.verb, did.reason));
  if (did.text) parts.push(`«${did.text}»`);
  if (did.operator_name) {
    const unproved = did.verified ? "" : ` (${t("shop.unverified")})`;
    parts.push(`${did.operator_name}${unproved}`);
  }
  if (did.operated_at) parts.push(moment(did.operated_at));
  return parts.join(", ");
}

function reasonWords(verb: Verb | null, reason: string): string {
  return verb === "fail-control" ? nameOf("defect", reason as ValueOf<"defect">) : reason;
}

const LEADS = {
  corrected: "note.corrected-lead",
  cancelled: "note.cancelled-lead",
  moved: "note.moved-lead",
  follows: "note.follows-lead",
  unknown: "note.unknown-lead",
  photo: "note.photo-lead",
} as const;

/** What happened, as a headline and a sentence. */
export function noteWords(note: Note, tiles: readonly Tile[]): { title: string; lead: string } {
  const title = t(`note.${note.kind}`);
  if (note.kind === "first") return { title, lead: firstWords(note, tiles) };
  if (note.kind === "refused") return { title, lead: note.title };
  const lead = t(LEADS[note.kind]);
  return { title, lead: note.kind === "photo" && note.title ? `${note.title}. ${lead}` : lead };
}

function firstWords(note: Note, tiles: readonly Tile[]): string {
  const at = note.by_at ? moment(note.by_at) : "";
  const name = tiles.find(({ id }) => id === note.by_operator_id)?.name;
  if (name) return t("note.first-name", { name, at });
  return at ? t("note.first-by", { at }) : note.title;
}
