/** A view of the folders: it stands in the address, so that a link is a view. */
import type { Need, Stage } from "@vitrazh/api";

export type Folder = Stage | "all";

export interface OrdersView {
  /** Without one: what is in work. */
  folder?: Folder;
  office?: string;
  mine?: boolean;
  late?: boolean;
  q?: string;
  /** What the orders wait for (from "my day"); then the folder does not matter. */
  needs?: Need;
}

export const FOLDERS: readonly Folder[] = [
  "draft",
  "in-work",
  "ready",
  "issued",
  "cancelled",
  "all",
];
export const NEEDS: readonly Need[] = [
  "answer",
  "look",
  "tell",
  "late",
  "due",
  "issue",
  "hand-over",
];
const MOST_SIGNS = 100;

function among<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

/** Reads the view from an address; what it does not understand is left out. */
export function readView(search: Record<string, unknown>): OrdersView {
  const { office, mine, late, q } = search;
  const folder = among(FOLDERS, search["folder"]);
  const needs = among(NEEDS, search["needs"]);
  const text = typeof q === "number" ? String(q) : typeof q === "string" ? q : "";
  return {
    ...(folder ? { folder } : {}),
    ...(typeof office === "string" && office ? { office } : {}),
    ...(mine === true || mine === "true" ? { mine: true } : {}),
    ...(late === true || late === "true" ? { late: true } : {}),
    ...(text ? { q: text.slice(0, MOST_SIGNS) } : {}),
    ...(needs ? { needs } : {}),
  };
}

/** The folder that a view shows. */
export function folderOf(view: OrdersView): Folder {
  return view.folder ?? "in-work";
}

const PHONE = /^[\d\s()+-]+$/;
const PHONE_DIGITS = 5;

/** What is sent to be found: a phone as digits alone, however it was written. */
export function sought(text: string): string {
  const digits = text.replace(/\D/g, "");
  return PHONE.test(text) && digits.length >= PHONE_DIGITS ? digits : text.trim();
}

/** The same view without what is empty, for an address. */
export function tidy(view: { [Name in keyof OrdersView]: OrdersView[Name] | undefined }) {
  return readView(view as Record<string, unknown>);
}
