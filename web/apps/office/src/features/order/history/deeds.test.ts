import type { HistoryRow } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import { anOrder, ITEM_ID } from "../testing.ts";
import { deedDetails, deedWords } from "./deeds.ts";

function row(action: string, now: HistoryRow["new"] = null, old: HistoryRow["old"] = null) {
  const at = "2026-11-24T09:00:00Z";
  return { at, actor: "staff:1", operator: null, action, old, new: now };
}
const context = { order: anOrder(), officeName: () => "Парк" };
const details = (one: HistoryRow) =>
  deedDetails(one, context).map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "));

/** What the orders service writes into its audit. */
const ACTIONS = [
  ..."place edit hand-over correct set-price cancel attach detach mark-back-at-office issue"
    .split(" ")
    .map((verb) => `workorders.${verb}`),
  ..."told delivered failed unknown call-needed".split(" ").map((s) => `workorders.note-${s}`),
  ..."receive mark-seen accept ask answer start pause finish take-back pass-control fail-control"
    .split(" ")
    .map((verb) => `production.${verb}`),
  "production.reopen",
  "production.alarm-unseen",
];

describe("the history in words", () => {
  it.each(ACTIONS)("names %s", (action) => {
    expect(deedWords(row(action, { revision: 2 }))).toMatch(/^[А-ЯЁ][^.]+$/);
  });

  it("shows a deed that it does not know by its code", () => {
    expect(deedWords(row("workorders.frame"))).toBe("workorders.frame");
  });

  it("tells old and new of a price and of a correction", () => {
    expect(
      details(row("workorders.set-price", { price: "9000.00" }, { price: "8037.00" })),
    ).toEqual(["8 037,00 ₽ → 9 000,00 ₽"]);
    expect(details(row("workorders.set-price", { price: null }, { price: "8037.00" }))).toEqual([
      "8 037,00 ₽ → –",
    ]);
    const changes = ["piece.shape.width_mm: 800 → 810", "piece.facet.width_mm: - → 15"];
    expect(details(row("workorders.correct", { revision: 2, changes }))).toEqual([
      "Ширина: 800 мм → 810 мм",
      "Ширина фацета: – → 15 мм",
    ]);
  });

  it("tells shop, item, pieces and the defect of a control", () => {
    const said = { item: ITEM_ID, quantity: 2, reason: "scratch", shop: "workshop", revision: 1 };
    expect(details(row("production.fail-control", said))).toEqual([
      "Цех, позиция 1, Зеркало 800×1200, 2 шт., Царапина",
    ]);
  });

  it("tells why an order was cancelled and what became of a message", () => {
    expect(details(row("workorders.cancel", { reason: "duplicate", note: "см. Л-0416" }))).toEqual([
      "Повтор другого заказа",
      "см. Л-0416",
    ]);
    expect(details(row("workorders.note-failed", { channel: "sms", reason: "refused" }))).toEqual([
      "SMS",
      "оператор связи отказал",
    ]);
  });
});
