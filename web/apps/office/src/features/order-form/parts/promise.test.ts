import { expect, it } from "vitest";
import { usualPromise } from "./promise.ts";

const OFFICE = { zone: "Europe/Moscow", closed: [] as string[], opened: [] as string[] };

it("is five working days on, weekends left out", () => {
  expect(usualPromise(OFFICE, new Date("2026-11-24T09:00:00Z"))).toBe("2026-12-01");
  expect(usualPromise(OFFICE, new Date("2026-11-27T09:00:00Z"))).toBe("2026-12-04");
});

it("knows the days on which the company does not work, and Saturdays on which it does", () => {
  const office = { ...OFFICE, closed: ["2026-11-26"], opened: ["2026-11-28"] };
  expect(usualPromise(office, new Date("2026-11-24T09:00:00Z"))).toBe("2026-12-01");
  expect(usualPromise({ ...office, opened: [] }, new Date("2026-11-24T09:00:00Z"))).toBe(
    "2026-12-02",
  );
});

it("counts from the office's own day, whatever this machine's zone is", () => {
  const late = new Date("2026-11-24T22:30:00Z");
  expect(usualPromise(OFFICE, late)).toBe("2026-12-02");
  expect(usualPromise({ ...OFFICE, zone: "Europe/London" }, late)).toBe("2026-12-01");
});
