import { describe, expect, it } from "vitest";
import type { ShownOrder } from "../../store/index.ts";
import { fresh, ticket, worked } from "../testing/tablet.tsx";
import { choicesOf, firstItem } from "./choices.ts";

const local = { fresh: null, pending: [], notes: [], whole: true, gone: null };
const shown = (made: ReturnType<typeof ticket>): ShownOrder => ({ ...made, local });
const of = (made: ReturnType<typeof ticket>) => {
  const order = shown(made);
  const { main, others, behind } = choicesOf(order, firstItem(order));
  return [main, others.join(" "), behind.join(" ")];
};
const started = { state: "started" };

describe("what can be pressed", () => {
  it.each([
    ["an order nobody took on", fresh(ticket("1")), ["accept", "ask", ""]],
    ["an item in the queue", ticket("1"), ["start", "ask", ""]],
    ["an item in hand", worked(ticket("1"), started), ["finish", "pause ask", ""]],
    [
      "an item half done",
      worked(ticket("1"), { ...started, done: 2 }),
      ["finish", "pause more", "defect control ask"],
    ],
    [
      "an item that waits for an answer",
      worked(ticket("1"), started, { open_questions: 1 }),
      [null, "pause ask", ""],
    ],
    [
      "an item at control",
      worked(ticket("1"), { state: "finished", done: 3 }),
      ["control", "defect ask", ""],
    ],
    [
      "an item that is through",
      worked(ticket("1"), { state: "passed", done: 3, passed: 3 }),
      ["to-queue", "defect ask", ""],
    ],
    ["a cancelled order", ticket("1", { stage: "cancelled" }), ["to-queue", "", ""]],
  ])("on %s is one thing, and two others at most", (_, made, expected) => {
    expect(of(made)).toEqual(expected);
  });
});
