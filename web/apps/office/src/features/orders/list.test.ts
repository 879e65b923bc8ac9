import { describe, expect, test } from "vitest";
import { anOrder } from "../../shared/testing-rows.ts";
import { rowsOf, withRow } from "./list.ts";

const row = (number: number, promised_on: string) => anOrder(number, { promised_on });
const MONDAY = row(1, "2026-12-07");
const TUESDAY = row(2, "2026-12-08");
const FRIDAY = row(3, "2026-12-11");

function pages(...items: ReturnType<typeof row>[][]) {
  return {
    pages: items.map((each, index) => ({
      items: each,
      next: index < items.length - 1 ? "more" : null,
    })),
    pageParams: items.map(() => null),
  };
}
const numbers = (list: Parameters<typeof rowsOf>[0]) => rowsOf(list).map(({ number }) => number);

describe("a row that changed", () => {
  const list = pages([MONDAY], [FRIDAY]);

  test("comes to its place by the promised date", () => {
    expect(numbers(withRow(list, {}, TUESDAY.id, TUESDAY))).toEqual([
      "Л-0001/26",
      "Л-0002/26",
      "Л-0003/26",
    ]);
  });

  test("moves when its date moves, over pages too, and stands there once", () => {
    const moved = { ...MONDAY, promised_on: "2026-12-31" };
    expect(numbers(withRow(list, {}, MONDAY.id, moved))).toEqual(["Л-0003/26", "Л-0001/26"]);
  });

  test("leaves when it does not belong here any more", () => {
    expect(numbers(withRow(list, {}, MONDAY.id, null))).toEqual(["Л-0003/26"]);
  });

  test("is not put at the end while there is more to come", () => {
    const open = { ...list, pages: [{ items: [MONDAY], next: "more" }] };
    expect(numbers(withRow(open, {}, FRIDAY.id, FRIDAY))).toEqual(["Л-0001/26"]);
  });

  test("of the archive comes to the top when it is the newest", () => {
    const old = anOrder(1, { placed_at: "2026-11-01T08:00:00Z" });
    const fresh = anOrder(2, { placed_at: "2026-11-24T08:00:00Z" });
    expect(numbers(withRow(pages([old]), { folder: "issued" }, fresh.id, fresh))).toEqual([
      "Л-0002/26",
      "Л-0001/26",
    ]);
  });
});

test("a row that moved between two pages stands once, as it was read last", () => {
  const later = { ...MONDAY, sequence: 9 };
  expect(rowsOf(pages([MONDAY, TUESDAY], [later]))).toEqual([later, TUESDAY]);
});
