/** What of the board is looked at; it stands in the address, so that a link is a view. */
import type { Shop, WorkState } from "@vitrazh/api";

export interface BoardView {
  shop?: Shop;
  state?: WorkState;
  late?: true;
  urgent?: true;
  asking?: true;
  unaccepted?: true;
}

export const SHOPS: readonly Shop[] = ["workshop", "art-shop"];
export const STATES: readonly WorkState[] = ["queued", "started", "paused", "finished", "passed"];

/** Reads the view from an address; what it does not understand is left out. */
export function readBoardView(search: Record<string, unknown>): BoardView {
  const shop = SHOPS.find((one) => one === search["shop"]);
  const state = STATES.find((one) => one === search["state"]);
  const yes = (value: unknown) => value === true || value === "true";
  return {
    ...(shop ? { shop } : {}),
    ...(state ? { state } : {}),
    ...(yes(search["late"]) ? { late: true } : {}),
    ...(yes(search["urgent"]) ? { urgent: true } : {}),
    ...(yes(search["unaccepted"]) ? { unaccepted: true } : {}),
    ...(yes(search["asking"]) ? { asking: true } : {}),
  };
}

export function isNarrowed(view: BoardView): boolean {
  return Object.keys(view).length > 0;
}

/** Whether two views show the same. */
export function isSame(one: BoardView, other: BoardView): boolean {
  const keys = Object.keys({ ...one, ...other }) as (keyof BoardView)[];
  return keys.every((key) => one[key] === other[key]);
}
