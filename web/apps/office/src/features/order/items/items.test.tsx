import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { draw } from "../../../shared/testing.tsx";
import { anItem } from "../testing.ts";
import { Items } from "./items.tsx";

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anItem({ id: `item-${index}`, position: index + 1, changed_in: index === 0 ? 2 : 0 }),
  );

describe("the items of an order", () => {
  it("stand with their data in words, and say what a correction changed", async () => {
    draw(<Items items={many(1)} />);
    const item = await screen.findByRole("article", { name: "1. Зеркало 800×1200" });
    expect(within(item).getByText("3 шт.")).toBeTruthy();
    expect(within(item).getByText("800 × 1200 × 4 мм")).toBeTruthy();
    expect(within(item).getByText("изменена в правке 2")).toBeTruthy();
  });

  it("are not drawn all at once when they are many", async () => {
    draw(<Items items={many(40)} />);
    expect((await screen.findAllByRole("article")).length).toBe(40);
    expect(document.querySelectorAll("article button > svg").length).toBe(6);
  });

  it("open large, and grow and shrink by keys", async () => {
    draw(<Items items={many(1)} />);
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole("button", { name: "Чертёж крупно: Зеркало 800×1200" }),
    );
    const dialog = await screen.findByRole("dialog", { name: "1. Зеркало 800×1200" });
    const width = () => Number(within(dialog).getByRole("img").getAttribute("width"));
    const whole = width();
    await user.keyboard("+");
    expect(width()).toBeGreaterThan(whole);
    await user.keyboard("-");
    expect(width()).toBe(whole);
    await user.click(within(dialog).getByRole("button", { name: "Крупнее" }));
    await user.keyboard("0");
    expect(width()).toBe(whole);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("may be none", async () => {
    draw(<Items items={[]} />);
    expect(await screen.findByText("Позиций ещё нет.")).toBeTruthy();
  });
});
