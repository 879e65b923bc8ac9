import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { noteOf } from "../../store/notes.ts";
import { notes } from "../../sync/testing.ts";
import { button, fresh, PIECE, tablet, ticket } from "../testing/tablet.tsx";

afterEach(() => {
  location.hash = "";
});

const CHANGES = [
  { item_id: "1-1", field: "piece.shape.width_mm", old: "600", new: "650" },
  { item_id: "1-1", field: "piece.edges.top", old: "polished", new: "ground" },
  { item_id: null, field: "promised_on", old: "2026-12-01", new: "2026-12-02" },
];

describe("a conflict", () => {
  it("shows old and new and the worker's own action until he has understood", async () => {
    const shown = ticket("1");
    const { db, user } = await tablet([{ ...shown, revision: 2 }]);
    const note = {
      ...noteOf("corrected" as const, shown),
      verb: "finish" as const,
      quantity: 2,
      operator_name: "Волков Игорь",
      changes: CHANGES,
    };
    await db.write((tables) => tables.notes.put(note));
    expect(await screen.findByText("1 сообщение надо прочитать")).toBeTruthy();
    await user.click(await button(/Нужно прочитать/));
    expect(await screen.findByRole("heading", { name: "Офис изменил заказ" })).toBeTruthy();
    const row = screen.getByRole("row", { name: /Ширина/ });
    expect(row.textContent).toBe("Ширина600\u00a0мм650\u00a0мм");
    expect(screen.getByRole("row", { name: /Кромка, верх/ }).textContent).toContain("Шлифованная");
    expect(screen.getByText(/Закончил, 2 шт\., Волков Игорь/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Начать" })).toBeNull();
    await user.click(await button("Понятно"));
    expect(await button("Начать")).toBeTruthy();
    expect(await notes()).toEqual([]);
  });

  it("keeps a cancelled order in sight until it is read", async () => {
    const gone = ticket("2", { stage: "cancelled" });
    const { db, user } = await tablet([ticket("1")]);
    await db.write(async (tables) => {
      const row = { order: gone, id: "2", place: "gone" as const, gone: "cancelled" as const };
      await tables.orders.put({ ...row, fresh: null, whole: true, seen: 1, changed: Date.now() });
      await tables.notes.put(noteOf("cancelled", gone));
    });
    await user.click(await button(/Л-2\/26.*Отменён/));
    expect(await screen.findByText(/Дальше его не делать/)).toBeTruthy();
    await user.click(await button("Понятно"));
    await user.click(await button("К очереди"));
    await waitFor(() => expect(screen.queryByRole("button", { name: /Л-2\/26/ })).toBeNull());
  });
});

describe("a correction", () => {
  it("stands side by side with what was accepted, and is accepted anew", async () => {
    const made = { ...fresh(ticket("1")), revision: 2, accepted_revision: 1, changes: CHANGES };
    const { user } = await tablet([made]);
    await user.click(await button(/Офис изменил/));
    expect(await screen.findByRole("row", { name: /Срок/ })).toBeTruthy();
    await user.click(await button("Принял изменения"));
    expect(await button("Начать")).toBeTruthy();
    expect(screen.queryByRole("row", { name: /Срок/ })).toBeNull();
  });
});

describe("the details", () => {
  it("say everything in words", async () => {
    const item = { ...ticket("1").items[0], piece: { ...PIECE, tempered: true } };
    const { user } = await tablet([ticket("1", { items: [item as never] })]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Подробно"));
    expect(await screen.findByText("Зеркальное полотно, закалка")).toBeTruthy();
    expect(screen.getByText("Полированная: по кругу")).toBeTruthy();
    await user.click(await button("Закрыть"));
    expect(await button("Начать")).toBeTruthy();
  });
});
