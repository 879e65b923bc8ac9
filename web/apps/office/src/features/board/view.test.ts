import { describe, expect, it } from "vitest";
import { isNarrowed, isSame, readBoardView } from "./view.ts";

describe("the view of the board in its address", () => {
  it("is read back as it was written", () => {
    const view = {
      shop: "art-shop",
      state: "finished",
      late: true,
      urgent: true,
      asking: true,
      unaccepted: true,
    } as const;
    expect(readBoardView({ ...view })).toEqual(view);
    expect(readBoardView({ late: "true" })).toEqual({ late: true });
  });

  it("leaves out what it does not understand", () => {
    const view = readBoardView({ shop: "kitchen", state: 7, late: "no", asking: false, x: 1 });
    expect(view).toEqual({});
    expect(isNarrowed(view)).toBe(false);
  });

  it("is the same only when every part is", () => {
    expect(isSame({ shop: "workshop", late: true }, { late: true, shop: "workshop" })).toBe(true);
    expect(isSame({ shop: "workshop" }, { shop: "workshop", urgent: true })).toBe(false);
    expect(isSame({}, {})).toBe(true);
  });
});
