import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { draw } from "../../../shared/testing.tsx";
import { anItem, anOrder, OFFICES, STAFF } from "../testing.ts";
import { Paper } from "./print.tsx";

describe("the order on paper", () => {
  it("is drawn only while it is printed: number, drawings, data, lines to sign on", async () => {
    const items = [anItem(), anItem({ id: "2", position: 2, quantity: 1 })];
    draw(<Paper order={anOrder({ items, urgency: "urgent" })} />, {
      answers: { "GET /api/staff": STAFF, "GET /api/offices": OFFICES },
    });
    await act(async () => {});
    expect(screen.queryByText("Наряд-заказ")).toBeNull();
    act(() => void window.dispatchEvent(new Event("beforeprint")));
    expect(await screen.findByText("Наряд-заказ")).toBeTruthy();
    expect(screen.getByText("Л-0417/26")).toBeTruthy();
    expect(screen.getByText("Срочный")).toBeTruthy();
    expect(screen.getAllByRole("img", { name: /800/ }).length).toBe(2);
    expect(screen.getByText(/Позиция 2 из 2/)).toBeTruthy();
    expect(screen.getByText("Получил клиент")).toBeTruthy();
    act(() => void window.dispatchEvent(new Event("afterprint")));
    expect(within(document.body).queryByText("Наряд-заказ")).toBeNull();
  });
});
