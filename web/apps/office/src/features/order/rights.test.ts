import { describe, expect, it } from "vitest";
import { allows } from "../../shared/session.ts";
import { DESK, OFFICE_ID, sessionWith } from "../../shared/testing.tsx";
import { rightsOn } from "./rights.ts";
import { anOrder, PARK_ID } from "./testing.ts";

const desk = (permission: Parameters<typeof allows>[1], office?: string) =>
  allows(DESK, permission, office);

/** Names of what may be done, in order. */
function granted(order = anOrder(), may = desk): string[] {
  return Object.entries(rightsOn(order, may))
    .filter(([, allowed]) => allowed)
    .map(([name]) => name)
    .sort();
}

const ALWAYS = ["copy", "openClient", "seeMessages", "seePreviews", "seePrice"];
const OPEN = [...ALWAYS, "attach", "cancel", "setPrice", "tellClient"];

describe("what the desk may do", () => {
  it.each([
    ["draft", [...OPEN, "edit", "handOver"]],
    ["in-work", [...OPEN, "answer", "correct"]],
    ["ready", [...OPEN, "issue", "markBack"]],
    ["issued", ALWAYS],
    ["cancelled", ALWAYS],
  ] as const)("follows the stage: %s", (stage, expected) => {
    expect(granted(anOrder({ stage }))).toEqual([...expected].sort());
  });

  it("ends at its own office", () => {
    const theirs = { office_id: PARK_ID, pickup_office_id: PARK_ID };
    expect(granted(anOrder({ ...theirs, stage: "in-work" }))).toEqual(
      [...ALWAYS, "tellClient"].sort(),
    );
    expect(granted(anOrder({ ...theirs, stage: "ready" }))).toContain("issueElsewhere");
    expect(
      granted(anOrder({ office_id: PARK_ID, pickup_office_id: OFFICE_ID, stage: "ready" })),
    ).toContain("issue");
  });

  it("marks an order as back but once", () => {
    const back = anOrder({ stage: "ready", back_at_office_at: "2026-11-24T09:00:00Z" });
    expect(granted(back)).not.toContain("markBack");
  });
});

it("the head of production may return a ready order to work, and no money", () => {
  const head = sessionWith(["orders.read", "production.control", "production.queue.read"]);
  const may = (permission: Parameters<typeof allows>[1], office?: string) =>
    allows(head, permission, office);
  expect(granted(anOrder({ stage: "ready" }), may)).toEqual(["reopen", "seePreviews"]);
  expect(granted(anOrder({ stage: "in-work" }), may)).toEqual(["seePreviews"]);
});
