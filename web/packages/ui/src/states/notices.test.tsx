import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { dismissAll, Notices, notify } from "./notices.tsx";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  act(dismissAll);
  vi.useRealTimers();
});

function tell(...notices: Parameters<typeof notify>[0][]): void {
  act(() => {
    for (const notice of notices) notify(notice);
  });
}

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test("a notice is said politely and goes after eight seconds", async () => {
  const { container } = render(<Notices />);
  const region = screen.getByRole("status");
  tell({ text: "Заказ передан" });
  expect(region.textContent).toContain("Заказ передан");
  vi.useRealTimers();
  expect(await faultsOf(container)).toEqual([]);
  vi.useFakeTimers();
});

test("it goes after eight seconds, not before", () => {
  render(<Notices />);
  tell({ text: "Заказ передан" });
  pass(7900);
  expect(screen.getByText("Заказ передан")).toBeTruthy();
  pass(200);
  expect(screen.queryByText("Заказ передан")).toBeNull();
});

test("its clock stands while the pointer or the focus is on it", () => {
  render(<Notices />);
  tell({ text: "Заказ передан" });
  pass(6000);
  fireEvent.pointerEnter(screen.getByText("Заказ передан"));
  pass(60_000);
  fireEvent.pointerLeave(screen.getByText("Заказ передан"));
  pass(1900);
  act(() => screen.getByRole("button", { name: "Закрыть" }).focus());
  pass(60_000);
  expect(screen.getByText("Заказ передан")).toBeTruthy();
  act(() => screen.getByRole("button", { name: "Закрыть" }).blur());
  pass(200);
  expect(screen.queryByText("Заказ передан")).toBeNull();
});

test("undo runs once and takes the notice away", () => {
  const run = vi.fn();
  render(<Notices />);
  tell({ text: "Заказ отменён", undo: { run } });
  fireEvent.click(screen.getByRole("button", { name: "Вернуть" }));
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByText("Заказ отменён")).toBeNull();
});

test("three are shown at most: the oldest goes", () => {
  render(<Notices />);
  tell({ text: "один" }, { text: "два" }, { text: "три" }, { text: "четыре", kind: "refusal" });
  expect(screen.queryByText("один")).toBeNull();
  expect(screen.getAllByRole("button", { name: "Закрыть" })).toHaveLength(3);
  fireEvent.click(screen.getAllByRole("button", { name: "Закрыть" })[0] as HTMLElement);
  expect(screen.getByRole("status").textContent).toBe("тричетыре");
});

test("who showed it can take it away", () => {
  render(<Notices />);
  let away = () => {};
  act(() => {
    away = notify({ text: "Отправляем" });
  });
  act(away);
  expect(screen.getByRole("status").textContent).toBe("");
});
