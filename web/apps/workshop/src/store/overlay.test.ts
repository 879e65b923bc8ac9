// @vitest-environment node
import { describe, expect, it } from "vitest";
import { order } from "../sync/testing.ts";
import { overlay } from "./overlay.ts";
import { isPossible, left, mayAccept, steps } from "./standing.ts";
import type { Command, Item } from "./types.ts";

let n = 0;
const done = (verb: Command["verb"], changes: Partial<Command> = {}): Command =>
  ({
    n: ++n,
    key: `d1:${n}`,
    verb,
    order_id: "1",
    item_id: "1-1",
    revision: 1,
    quantity: null,
    text: null,
    photo_id: null,
    hands: { id: "v", name: "Волков", session: null },
    operated_at: `2026-11-24T09:00:${String(n % 60).padStart(2, "0")}.000Z`,
    before: null,
    ...changes,
  }) as Command;

const first = (commands: Command[], base = order("1")): Item => {
  const [item] = overlay(base, commands, "d1").items;
  if (!item) throw new Error("no item");
  return item;
};

describe("unsent actions", () => {
  it("show what they will do, in their order", () => {
    const here = first([
      done("start"),
      done("finish", { quantity: 2 }),
      done("pass-control", { quantity: 1 }),
    ]).shops[0];
    expect(here).toMatchObject({ state: "started", done: 2, passed: 1 });
    expect(here?.last_step).toMatchObject({ step: "pass-control", operator_verified: false });
  });

  it("finish, pass and fail an item as the server does", () => {
    const finished = [done("start"), done("finish", { quantity: 3 })];
    expect(first(finished).shops[0]).toMatchObject({ state: "finished", done: 3 });
    const passed = [...finished, done("pass-control", { quantity: 3 })];
    expect(first(passed).shops[0]).toMatchObject({ state: "passed", passed: 3 });
    const failed = [...finished, done("fail-control", { quantity: 1 })];
    expect(first(failed).shops[0]).toMatchObject({ state: "queued", done: 2, passed: 0 });
  });

  it("go back to where the step began", () => {
    const finish = done("finish", { quantity: 3 });
    const back = done("take-back", { before: { state: "started", done: 0 } });
    expect(first([done("start"), finish, back]).shops[0]).toMatchObject({
      state: "started",
      done: 0,
    });
  });

  it("are laid over the server's row and leave it alone", () => {
    const base = order("1");
    const before = structuredClone(base);
    overlay(base, [done("start")], "d1");
    expect(base).toEqual(before);
  });

  it("of another order, or another revision, change nothing", () => {
    const base = order("1", { revision: 2 });
    expect(overlay(base, [done("start")], "d1")).toEqual(base);
    expect(overlay(base, [done("start", { order_id: "2" })], "d1")).toBe(base);
  });

  it("whose event was quicker than their answer are not done twice", () => {
    const finish = done("finish", { quantity: 1 });
    const base = order("1");
    const here = base.items[0]?.shops[0];
    if (!here) throw new Error("no item");
    Object.assign(here, { state: "started", done: 1 });
    here.last_step = {
      step: "finish",
      by: "device:d1",
      operator_id: "v",
      operator_verified: false,
      device_id: "d1",
      step_at: "2026-11-24T09:00:09Z",
      operated_at: finish.operated_at.replace(".000Z", "Z"),
    };
    expect(first([finish], base).shops[0]?.done).toBe(1);
    here.last_step.device_id = "d2";
    expect(first([finish], base).shops[0]?.done).toBe(2);
  });

  it("accept the order and ask the desk", () => {
    const base = order("1");
    base.shop.accepted_at = null;
    expect(mayAccept(base)).toBe(true);
    const shown = overlay(
      base,
      [done("accept", { item_id: null }), done("ask", { text: "Сторона?" })],
      "d1",
    );
    expect(mayAccept(shown)).toBe(false);
    expect(shown).toMatchObject({ open_questions: 1, questions: [{ text: "Сторона?" }] });
    expect(shown.items[0]?.open_questions).toBe(1);
  });
});

describe("what can be done", () => {
  const at = (state: string, made: number, passed: number, questions = 0) => {
    const base = order("1");
    const [item] = base.items;
    if (!item) throw new Error("no item");
    Object.assign(item.shops[0] as object, { state, done: made, passed });
    item.open_questions = questions;
    return { base, item };
  };

  it.each([
    ["queued", 0, 0, 0, ["start"]],
    ["started", 0, 0, 0, ["finish", "pause"]],
    ["started", 0, 0, 1, ["pause"]],
    ["paused", 1, 0, 0, ["start", "pass-control", "fail-control"]],
    ["finished", 3, 0, 0, ["pass-control", "fail-control"]],
    ["passed", 3, 3, 0, ["fail-control"]],
  ] as const)("with an item that is %s, %i made, %i passed, %i questions", (...all) => {
    const [state, made, passed, questions, can] = all;
    const { base, item } = at(state, made, passed, questions);
    expect(steps(base, item)).toEqual(can);
    expect(left(base, item)).toEqual({ make: 3 - made, check: made - passed });
  });

  it("is nothing before the order is accepted, but to stop", () => {
    const { base, item } = at("started", 0, 0);
    base.shop.accepted_at = null;
    expect(steps(base, item)).toEqual(["pause"]);
    expect(isPossible(base, "finish", item.id)).toBe(false);
  });

  it("waits with the final control for the shop before", () => {
    const { base, item } = at("finished", 3, 0);
    item.shops = [
      { shop: "art-shop", state: "started", done: 0, passed: 0, last_step: null },
      ...item.shops,
    ];
    expect(steps(base, item)).toEqual(["fail-control"]);
    Object.assign(item.shops[0] as object, { state: "finished" });
    expect(steps(base, item)).toContain("pass-control");
  });
});
