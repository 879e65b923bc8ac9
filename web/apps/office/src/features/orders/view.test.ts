import { describe, expect, test } from "vitest";
import { readView, sought, tidy } from "./view.ts";

describe("a view in the address", () => {
  test("is read back, and rubbish is left out", () => {
    expect(
      readView({
        folder: "ready",
        office: "o1",
        mine: "true",
        late: true,
        q: "417",
        needs: "tell",
      }),
    ).toEqual({ folder: "ready", office: "o1", mine: true, late: true, q: "417", needs: "tell" });
    expect(
      readView({ folder: "stolen", office: 7, mine: "maybe", q: "", needs: "money", other: 1 }),
    ).toEqual({});
  });

  test("a number is words too, and too many words are cut where the server would refuse", () => {
    expect(readView({ q: 417 })).toEqual({ q: "417" });
    expect(readView({ q: "я".repeat(10_000) }).q).toHaveLength(100);
  });

  test("what is empty does not stand in it", () => {
    expect(tidy({ folder: "all", q: undefined, mine: undefined })).toEqual({ folder: "all" });
  });
});

test("a phone is looked for by its digits, anything else as it was typed", () => {
  expect(sought("+7 (921) 555-12-34")).toBe("79215551234");
  expect(sought(" 417 ")).toBe("417");
  expect(sought("27.11")).toBe("27.11");
  expect(sought("Л-0417/26")).toBe("Л-0417/26");
});
