/** What can be pressed on an order now: one main thing, and at most two others. */
import {
  type Item,
  mayAccept,
  type ShownOrder,
  type Step,
  standing,
  steps,
} from "../../store/index.ts";

export type Choice =
  | "accept"
  | "start"
  | "pause"
  | "finish"
  | "control"
  | "defect"
  | "ask"
  | "more";
export type Main = Choice | "understood" | "next" | "to-queue";

export interface Choices {
  main: Main | null;
  others: Choice[];
  /** What stands behind `more`. */
  behind: Choice[];
}

const MAIN: Partial<Record<Step, Choice>> = {
  finish: "finish",
  start: "start",
  "pass-control": "control",
};
const MOST_OTHERS = 2;

export function choicesOf(order: ShownOrder, item: Item | null): Choices {
  if (order.local.notes.length > 0) return { main: "understood", others: [], behind: [] };
  if (order.stage !== "in-work" || order.local.gone !== null) {
    return { main: "to-queue", others: [], behind: [] };
  }
  if (mayAccept(order)) return { main: "accept", others: ["ask"], behind: [] };
  const possible = item ? steps(order, item) : [];
  const blocked = item !== null && isBlocked(order, item);
  const first = possible.find((step) => MAIN[step] && !(blocked && step === "pass-control"));
  const main = first ? (MAIN[first] ?? null) : otherwise(order, item);
  const others: Choice[] = [];
  if (possible.includes("pause")) others.push("pause");
  if (possible.includes("fail-control")) others.push("defect");
  if (possible.includes("pass-control") && main !== "control") others.push("control");
  others.push("ask");
  if (others.length <= MOST_OTHERS) return { main, others, behind: [] };
  const [kept = "ask", ...behind] = others;
  return { main, others: [kept, "more"], behind };
}

/** In hand, and not to be finished before the office has answered. */
function isBlocked(order: ShownOrder, item: Item): boolean {
  return standing(order, item)?.state === "started" && item.open_questions > 0;
}

/** Nothing is to be done with this item: another one, or the queue, unless we wait for somebody. */
function otherwise(order: ShownOrder, item: Item | null): Main | null {
  if (item && isWaiting(order, item)) return null;
  return nextItem(order, item) ? "next" : "to-queue";
}

/** Whether the item waits for an answer or for another shop. */
function isWaiting(order: ShownOrder, item: Item): boolean {
  return isBlocked(order, item) || standing(order, item)?.state === "finished";
}

/** The next item with something to do, after this one and then from the top. */
export function nextItem(order: ShownOrder, item: Item | null): Item | null {
  const at = order.items.findIndex(({ id }) => id === item?.id);
  const round = [...order.items.slice(at + 1), ...order.items.slice(0, Math.max(at, 0))];
  const open = (other: Item) =>
    !isBlocked(order, other) && steps(order, other).some((step) => MAIN[step]);
  return round.find(open) ?? null;
}

/** The item that is shown first: the one in hand, else the first with something to do. */
export function firstItem(order: ShownOrder): Item | null {
  const started = order.items.find((item) => standing(order, item)?.state === "started");
  return started ?? nextItem(order, null) ?? order.items[0] ?? null;
}
