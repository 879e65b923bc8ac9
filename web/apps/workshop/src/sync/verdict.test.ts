// @vitest-environment node
import { NoAnswer, Refusal } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import type { Command } from "../store/types.ts";
import { follows, judge } from "./verdict.ts";

const command = (changes: Partial<Command> = {}): Command =>
  ({
    n: 1,
    verb: "start",
    order_id: "1",
    item_id: "a",
    revision: 1,
    hands: { id: "v", name: "Волков", session: "s" },
    ...changes,
  }) as Command;

const refusal = (status: number, code: string, retry: number | null = null) =>
  new Refusal(status, { code, title: code }, retry);

describe("an answer", () => {
  it.each([
    ["no network", new NoAnswer("off"), { what: "again", whose: "all" }],
    ["a broken answer", new TypeError("terminated"), { what: "again", whose: "all" }],
    ["a page of something in between", new Refusal(403, {}), { what: "again", whose: "all" }],
    ["too many requests", refusal(429, "too-many-requests", 3), { what: "again", seconds: 3 }],
    ["our own mistake", refusal(500, "internal-error"), { what: "again", whose: "order" }],
    ["a service that restarts", refusal(503, "service-away", 2), { what: "again", whose: "order" }],
    ["the same key in flight", refusal(409, "request-in-flight", 1), { what: "again" }],
    ["a lapsed session", refusal(401, "operator-session-ended"), { what: "pin" }],
    ["a revoked tablet", refusal(401, "not-signed-in"), { what: "revoked" }],
    ["a clock of yesterday", refusal(403, "operated-too-long-ago"), { what: "clock" }],
    ["a clock of tomorrow", refusal(422, "tap-from-future"), { what: "clock" }],
    ["a correction", refusal(409, "revision-superseded"), { what: "refused", kind: "corrected" }],
    ["the other tablet", refusal(409, "work-already-started"), { what: "refused", kind: "first" }],
    ["an order of another shop", refusal(409, "not-routed-to-shop"), { kind: "moved" }],
    ["a missing right", refusal(403, "not-allowed"), { what: "refused", kind: "refused" }],
    ["a wrong field", refusal(422, "invalid"), { what: "refused", kind: "refused" }],
  ])("from %s is understood", (_, error, verdict) => {
    expect(judge(command(), error)).toMatchObject(verdict);
  });

  it("about a session means nothing to what was done without one", () => {
    const unverified = command({ hands: { id: "v", name: "Волков", session: null } });
    expect(judge(unverified, refusal(401, "operator-session-ended")).what).toBe("again");
  });
});

describe("what falls with a refused action", () => {
  const later = (changes: Partial<Command>) => command({ n: 2, ...changes });

  it.each([
    ["a later step on the same item", {}, {}, "first", true],
    ["an earlier one", {}, { n: 0 }, "first", false],
    ["a step on another item", {}, { item_id: "b" }, "first", false],
    [
      "a step on another item of an order that is not what it was",
      {},
      { item_id: "b" },
      "corrected",
      true,
    ],
    ["a step on the revision that came since", {}, { revision: 2 }, "corrected", false],
    ["another order", {}, { order_id: "2" }, "corrected", false],
    ["a question", {}, { verb: "ask" }, "corrected", false],
    ["a receipt", {}, { verb: "mark-seen" }, "corrected", false],
    [
      "all work on an order that could not be accepted",
      { verb: "accept", item_id: null },
      {},
      "refused",
      true,
    ],
    [
      "no work on an order that the other tablet accepted",
      { verb: "accept", item_id: null },
      {},
      "first",
      false,
    ],
  ] as const)("%s", (_, refused, then, kind, falls) => {
    expect(follows(later(then), command(refused), kind)).toBe(falls);
  });
});
