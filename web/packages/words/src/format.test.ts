import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ago,
  day,
  isoDay,
  moment,
  money,
  nameOf,
  phone,
  promised,
  setLanguage,
  size,
} from "./index.ts";

const NOW = new Date("2026-11-24T14:30:00");
const plain = (text: string) => text.replaceAll("\u00a0", "_").replaceAll("\u2011", "-");

beforeEach(() => setLanguage("ru"));
afterEach(() => setLanguage("ru"));

describe("in Russian", () => {
  it("keeps money, sizes and telephones on one line", () => {
    expect(plain(money("8037.00"))).toBe("8_037,00_₽");
    expect(plain(money("1234567.50"))).toBe("1_234_567,50_₽");
    expect(plain(size(600, 900, 4))).toBe("600_×_900_×_4_мм");
    expect(plain(phone("+79215551234"))).toBe("+7_921_555-12-34");
    expect(phone("+4930123456")).toBe("+4930123456");
  });

  it("says money exactly, however large", () => {
    expect(plain(money("9007199254740993.01"))).toBe("9_007_199_254_740_993,01_₽");
  });

  it("says dates shortly, with the year only when it is another one", () => {
    expect(plain(day("2026-11-27", NOW))).toBe("пт_27_ноя");
    expect(plain(day("2027-01-11", NOW))).toBe("пн_11_янв_2027");
  });

  it("says lateness in words with the right plural", () => {
    expect(plain(promised("2026-11-23", true, NOW))).toBe("просрочен на 1_день");
    expect(plain(promised("2026-11-22", true, NOW))).toBe("просрочен на 2_дня");
    expect(plain(promised("2026-11-19", true, NOW))).toBe("просрочен на 5_дней");
    expect(promised("2026-11-24", false, NOW)).toBe("сегодня");
    expect(promised("2026-11-25", false, NOW)).toBe("завтра");
  });

  it("believes the server about lateness when our clock is wrong by a day", () => {
    expect(plain(promised("2026-11-25", true, NOW))).toBe("ср_25_ноя");
  });

  it("says moments relative to the day", () => {
    expect(moment("2026-11-24T14:02:00", NOW)).toBe("14:02");
    expect(plain(moment("2026-11-23T14:02:00", NOW))).toBe("вчера_14:02");
    expect(plain(ago("2026-11-24T14:08:00", NOW))).toBe("22_минуты назад");
    expect(ago("2026-11-24T14:29:30", NOW)).toBe("только что");
  });

  it("names the words of the trade", () => {
    expect(nameOf("stage", "in-work")).toBe("В работе");
    expect(nameOf("edge", "euro")).toBe("Еврокромка");
  });
});

describe("in English", () => {
  it("says the same", () => {
    setLanguage("en");
    expect(plain(money("8037.00"))).toBe("8,037.00_₽");
    expect(plain(promised("2026-11-22", true, NOW))).toBe("2_days late");
    expect(nameOf("stage", "in-work")).toBe("In work");
    expect(isoDay(NOW)).toBe("2026-11-24");
  });
});
