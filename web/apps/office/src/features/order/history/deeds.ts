/** Rows of the audit in words: what was done, and with what. */
import type { HistoryRow, WorkOrderOut } from "@vitrazh/api";
import { day, money, nameOf, shared } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import { itemName } from "../items/piece-words.ts";
import { fieldWords } from "../revisions/fields.ts";
import { channelName, reasonWords } from "../told/words.ts";

/** Deeds that say all by their name. */
const PLAIN = {
  "workorders.place": "order.did.place",
  "workorders.edit": "order.did.edit",
  "workorders.hand-over": "order.did.hand-over",
  "workorders.set-price": "order.did.set-price",
  "workorders.cancel": "order.did.cancel",
  "workorders.attach": "order.did.attach",
  "workorders.detach": "order.did.detach",
  "workorders.mark-back-at-office": "order.did.mark-back-at-office",
  "workorders.issue": "order.did.issue",
  "workorders.note-told": "order.did.note-told",
  "workorders.note-delivered": "order.did.note-delivered",
  "workorders.note-failed": "order.did.note-failed",
  "workorders.note-unknown": "order.did.note-unknown",
  "workorders.note-call-needed": "order.did.note-call-needed",
  "production.receive": "order.did.receive",
  "production.mark-seen": "order.did.mark-seen",
  "production.accept": "order.did.accept",
  "production.ask": "order.did.ask",
  "production.answer": "order.did.answer",
  "production.start": "order.did.start",
  "production.pause": "order.did.pause",
  "production.finish": "order.did.finish",
  "production.take-back": "order.did.take-back",
  "production.pass-control": "order.did.pass-control",
  "production.fail-control": "order.did.fail-control",
  "production.reopen": "order.did.reopen",
  "production.alarm-unseen": "order.did.alarm-unseen",
} as const;

type Values = Record<string, unknown>;

export interface Context {
  order: WorkOrderOut;
  officeName: (id: string) => string;
}

const text = (value: unknown): string | null =>
  typeof value === "string" && value ? value : typeof value === "number" ? String(value) : null;

/** What was done. A deed that nobody has named here is shown by its code. */
export function deedWords({ action, new: now }: HistoryRow): string {
  if (action === "workorders.correct") {
    return t("order.did.correct", { revision: text(now?.["revision"]) ?? "" });
  }
  const known = PLAIN[action as keyof typeof PLAIN];
  return known ? t(known) : action;
}

/** The particulars, each a short phrase. */
export function deedDetails(row: HistoryRow, context: Context): string[] {
  const old = row.old ?? {};
  const now = row.new ?? {};
  const told = (parts: (string | null | undefined)[]) =>
    parts.filter((part): part is string => Boolean(part));
  if (!row.action.startsWith("production.")) {
    return told(atTheDesk(row.action, old, now, context));
  }
  return told([told(onTheFloor(row.action, now, context)).join(", ")]);
}

function atTheDesk(action: string, old: Values, now: Values, context: Context) {
  switch (action) {
    case "workorders.place":
      return [text(now["items"])];
    case "workorders.edit":
      return [
        changed(old["items"], now["items"], (value) => value),
        changed(old["promised_on"], now["promised_on"], day),
      ];
    case "workorders.correct":
      return lines(now["changes"], context);
    case "workorders.set-price":
      return [changed(old["price"], now["price"], money)];
    case "workorders.cancel":
      return [listed("cancel-reason", now["reason"]), text(now["note"])];
    case "workorders.attach":
      return [listed("attachment", now["kind"])];
    case "workorders.detach":
      return [listed("attachment", old["kind"])];
    default:
      return [channelName(text(now["channel"])), reasonWords(text(now["reason"]))];
  }
}

function onTheFloor(action: string, now: Values, { order }: Context) {
  const itemId = text(now["item"]);
  const item = order.items.find((one) => one.id === itemId);
  const about = item
    ? t("order.did.item", { position: item.position, name: itemName(item) })
    : itemId && t("order.did.item-gone");
  const count = now["quantity"];
  const reason = now["reason"];
  return [
    listed("shop", now["shop"]),
    about,
    typeof count === "number" ? shared("shared.pieces", { count }) : null,
    action === "production.fail-control" ? listed("defect", reason) : text(reason),
    action === "production.accept"
      ? t("order.did.shown-revision", { revision: text(now["revision"]) ?? "" })
      : null,
  ];
}

function listed(kind: string, value: unknown): string | null {
  const code = text(value);
  if (!code) return null;
  const said = nameOf(kind as "side", code as "top");
  return said === `${kind}.${code}` ? code : said;
}

function changed(old: unknown, now: unknown, say: (value: string) => string): string | null {
  const before = text(old);
  const after = text(now);
  if (before === after) return null;
  const empty = t("order.corrections.empty");
  return t("order.did.change", {
    old: before ? say(before) : empty,
    new: after ? say(after) : empty,
  });
}

/** `piece.shape.width_mm: 800 → 810` as the audit keeps it, with the field in words. */
function lines(kept: unknown, { officeName }: Context): string[] {
  if (!Array.isArray(kept)) return [];
  return kept.map((line) => {
    const parts = /^([\w.-]+): (.*) → (.*)$/s.exec(String(line));
    if (!parts) return String(line);
    const [, field = "", old = "", now = ""] = parts;
    const { name, say } = fieldWords(field, { officeName, day });
    const said = (value: string) => (value === "-" ? t("order.corrections.empty") : say(value));
    return t("order.changed.line", { what: name, old: said(old), new: said(now) });
  });
}
