import { describe, expect, it } from "vitest";
import { faultText, readCount, readMm, readMoney, readSize } from "./numbers.ts";

const value = (read: { ok: boolean }) => ("value" in read ? read.value : read);
const fault = (read: { ok: boolean }) => ("fault" in read ? read.fault : "none");

describe("a length in mm", () => {
  it.each([
    ["1200", 1200],
    ["1 200", 1200],
    ["1\u00a0200", 1200],
    ["1\u202f200 мм", 1200],
    ["  40mm ", 40],
    ["6000", 6000],
    ["007", 7],
  ])("understands %j", (text, expected) => expect(value(readMm(text))).toBe(expected));

  it.each([
    ["", "shared.fault-empty"],
    ["   ", "shared.fault-empty"],
    ["1 200,5", "shared.fault-whole-mm"],
    ["1200.5", "shared.fault-whole-mm"],
    ["1.200", "shared.fault-whole-mm"],
    ["120 см", "shared.fault-unit"],
    ["1,2 м", "shared.fault-unit"],
    ["-5", "shared.fault-length"],
    ["0", "shared.fault-length"],
    ["6001", "shared.fault-length"],
    ["99999999999999999999", "shared.fault-length"],
    ["1e3", "shared.fault-number"],
    ["0x10", "shared.fault-number"],
    ["12 00", "shared.fault-number"],
    ["１２", "shared.fault-number"],
    ["Infinity", "shared.fault-number"],
    ["семьсот", "shared.fault-number"],
    ["🪞", "shared.fault-number"],
    ["12\u0000", "shared.fault-number"],
    ["9".repeat(10_000), "shared.fault-length"],
    ["я".repeat(10_000), "shared.fault-number"],
  ])("refuses %j by name", (text, expected) => expect(fault(readMm(text))).toBe(expected));

  it("knows positions left of the centre only where they may be", () => {
    expect(value(readMm("−40", { least: -6000 }))).toBe(-40);
    expect(value(readMm("-0", { least: -6000 }))).toBe(0);
    expect(fault(readMm("-40", { least: 0 }))).toBe("shared.fault-length");
  });
});

describe("width × height", () => {
  it.each([
    "1200x700",
    "1200X700",
    "1200 х 700",
    "1200Х700",
    "1200*700",
    "1200×700",
    "1200 на 700",
    "1 200 × 700 мм",
    "1200мм x 700мм",
    "1200 by 700 mm",
  ])("understands %j", (text) => {
    expect(value(readSize(text))).toEqual({ width: 1200, height: 700 });
  });

  it.each([
    ["1200", "shared.fault-size"],
    ["1200x", "shared.fault-size"],
    ["x700", "shared.fault-size"],
    ["1200x700x4", "shared.fault-size"],
    ["1200-700", "shared.fault-size"],
    ["1200x700,5", "shared.fault-whole-mm"],
    ["1 200,5", "shared.fault-whole-mm"],
    ["120 см x 70 см", "shared.fault-unit"],
    ["1200x9000", "shared.fault-length"],
    ["1200x-700", "shared.fault-length"],
    ["x".repeat(10_000), "shared.fault-size"],
  ])("refuses %j by name", (text, expected) => expect(fault(readSize(text))).toBe(expected));
});

describe("counts and money", () => {
  it("reads pieces", () => {
    expect(value(readCount("40"))).toBe(40);
    expect(value(readCount("40 шт."))).toBe(40);
    expect(fault(readCount("1,5"))).toBe("shared.fault-whole");
    expect(fault(readCount("10000"))).toBe("shared.fault-count");
    expect(fault(readCount("0"))).toBe("shared.fault-count");
  });

  it.each([
    ["5400", "5400.00"],
    ["5 400", "5400.00"],
    ["5 400,5", "5400.50"],
    ["5400.50 ₽", "5400.50"],
    ["8037,00 руб.", "8037.00"],
    ["0", "0.00"],
    ["99 999 999,99", "99999999.99"],
  ])("reads the price %j", (text, expected) => expect(value(readMoney(text))).toBe(expected));

  it.each([
    ["-5", "shared.fault-money"],
    ["5,400.50", "shared.fault-money"],
    ["5400,505", "shared.fault-money"],
    ["пять тысяч", "shared.fault-money"],
    ["100000000", "shared.fault-money-range"],
    ["", "shared.fault-empty"],
  ])("refuses the price %j by name", (text, expected) => {
    expect(fault(readMoney(text))).toBe(expected);
  });
});

describe("whatever is pasted", () => {
  /** A small generator with a seed: a failure can be had again. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  }
  const LETTERS = [..."0123456789 .,-−xхX×*наby\u00a0\u202f\n\tеёя𝟙１🪞₽%'\"<>&;()\u0000\ud800"];

  it("never throws, and what is understood is in range", () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const next = random(seed);
      const length = Math.floor(next() * 24);
      const text = Array.from({ length }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join(
        "",
      );
      for (const read of [readMm(text), readCount(text), readMoney(text), readSize(text)]) {
        if (!read.ok) expect(faultText(read), text).not.toContain("shared.");
      }
      const mm = readMm(text);
      if (mm.ok) expect(Number.isInteger(mm.value) && mm.value >= 1 && mm.value <= 6000).toBe(true);
      const money = readMoney(text);
      if (money.ok) expect(money.value).toMatch(/^\d{1,8}\.\d{2}$/);
    }
  });

  it("says the limits in its sentence", () => {
    const read = readMm("9000");
    expect(read.ok ? "" : faultText(read)).toBe("Длина — от 1 до 6000 мм");
  });
});
