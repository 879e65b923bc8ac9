/** Two contents of one order side by side: what differs, item by item, as people name it. */
import type { ContentIn, PieceIn } from "@vitrazh/api";
import { nameOf, size } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import { differences, type Leaves, leavesOf } from "./describe.ts";
import { fieldName, valueName } from "./naming.ts";

export interface ChangeLine {
  /** Name of the item; null = of the order itself. */
  item: string | null;
  field: string;
  old: string | null;
  new: string | null;
}

/** Names behind the ids that stand in an order. */
export interface Names {
  office: (id: string) => string;
  staff: (id: string) => string;
  client: (id: string) => string;
}

type ItemIn = NonNullable<ContentIn["items"]>[number];
const TERMS = ["urgency", "promised_on", "pickup_office_id", "manager_id", "client_id"] as const;

export function compareContents(old: ContentIn, now: ContentIn, names: Names): ChangeLine[] {
  const terms = TERMS.flatMap((field) => {
    const [before, after] = [old[field] ?? null, now[field] ?? null];
    if (before === after) return [];
    return [
      {
        item: null,
        field: fieldName(field),
        old: before && termValue(field, before, names),
        new: after && termValue(field, after, names),
      },
    ];
  });
  return [...terms, ...compareItems(old.items ?? [], now.items ?? [])];
}

function compareItems(old: readonly ItemIn[], now: readonly ItemIn[]): ChangeLine[] {
  const before = new Map(old.map((item) => [item.id ?? "", item]));
  const after = new Set(now.map((item) => item.id ?? ""));
  const gone = old
    .filter((item) => !after.has(item.id ?? ""))
    .map((item) => ({ item: null, field: fieldName("item"), old: nameOfItem(item), new: null }));
  const rest = now.flatMap((item): ChangeLine[] => {
    const former = item.id ? before.get(item.id) : undefined;
    if (!former)
      return [{ item: null, field: fieldName("item"), old: null, new: nameOfItem(item) }];
    return compareItem(former, item);
  });
  return [...gone, ...rest];
}

function compareItem(old: ItemIn, now: ItemIn): ChangeLine[] {
  const name = nameOfItem(old);
  const lines = folded(leavesOf(old.piece), leavesOf(now.piece)).map((line) => ({
    item: name,
    ...line,
  }));
  if (old.quantity === now.quantity) return lines;
  const pieces = (count: number | undefined) => t("order-form.pieces-of", { count: count ?? 1 });
  return [
    {
      item: name,
      field: fieldName("quantity"),
      old: pieces(old.quantity),
      new: pieces(now.quantity),
    },
    ...lines,
  ];
}

/** A hole, a cut-out, a zone, a film: what is added or gone as a whole is one line. */
const ELEMENT = /^(?:holes|cutouts|zones|stained_glass\.films)\.\d+(?=\.)/;
const PART = /^(?:stained_glass|mounting|part)(?=\.)/;

function folded(old: Leaves, now: Leaves): Omit<ChangeLine, "item">[] {
  const lines: Omit<ChangeLine, "item">[] = [];
  const told = new Set<string>();
  for (const { path, old: before, new: after } of differences(old, now)) {
    const whole = [ELEMENT, PART]
      .map((pattern) => pattern.exec(path)?.[0])
      .find((found) => found !== undefined && isOneSided(found, old, now));
    if (whole === undefined) {
      lines.push({
        field: fieldName(path),
        old: before === null ? null : valueName(path, before),
        new: after === null ? null : valueName(path, after),
      });
    } else if (!told.has(whole)) {
      told.add(whole);
      lines.push({ field: fieldName(whole), old: summed(whole, old), new: summed(whole, now) });
    }
  }
  return lines;
}

function isOneSided(part: string, old: Leaves, now: Leaves): boolean {
  return summed(part, old) === null || summed(part, now) === null;
}

/** `диаметр 8 мм, по горизонтали 40 мм`; null when there is no such part. */
function summed(part: string, leaves: Leaves): string | null {
  const said = [...leaves]
    .filter(([path]) => path.startsWith(`${part}.`))
    .map(([path, value]) => {
      const name = fieldName(path.slice(part.length + 1)).toLowerCase();
      const text = valueName(path, value);
      return value === "true" ? name : `${name}\u00a0${text}`;
    });
  return said.length ? said.join(", ") : null;
}

function termValue(field: (typeof TERMS)[number], value: string, names: Names): string {
  if (field === "pickup_office_id") return names.office(value) || value;
  if (field === "manager_id") return names.staff(value) || value;
  if (field === "client_id") return names.client(value) || value;
  return valueName(field, value);
}

function nameOfItem({ piece, quantity }: ItemIn): string {
  const count =
    quantity && quantity > 1 ? ` ${t("order-form.pieces-of", { count: quantity })}` : "";
  return `${nameOf("product", piece.product)} ${sizeOf(piece)}${count}`;
}

function sizeOf({ shape }: PieceIn): string {
  if (shape.kind === "circle") return `⌀${size(shape.width_mm)}`;
  return size(shape.width_mm, shape.height_mm);
}
