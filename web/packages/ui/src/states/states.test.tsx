import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { Ago, EmptyState, ErrorNote, Skeleton } from "./states.tsx";

afterEach(() => {
  vi.useRealTimers();
});

test("a refusal is said in its own words, with the fields' once each", async () => {
  const refusal = Object.assign(new Error("x"), {
    name: "Refusal",
    title: "Заказ изменили",
    fields: [{ message: "Цена ниже нуля" }, { message: "Цена ниже нуля" }],
  });
  const { container } = render(<ErrorNote error={refusal} />);
  expect(screen.getByRole("alert").textContent).toBe("Заказ изменилиЦена ниже нуля");
  expect(await faultsOf(container)).toEqual([]);
});

test("no answer says that nothing is lost and can be tried again", async () => {
  const retry = vi.fn();
  render(<ErrorNote error={Object.assign(new Error(), { name: "NoAnswer" })} onRetry={retry} />);
  expect(screen.getByRole("alert").textContent).toContain("Ничего не потеряно");
  await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
  expect(retry).toHaveBeenCalledOnce();
});

test.each([new TypeError("x is undefined"), { a: 1 }, 5])(
  "%o is our fault, not a riddle",
  (error) => {
    render(<ErrorNote error={error} />);
    expect(screen.getByRole("alert").textContent).toContain("Ошибка на нашей стороне");
  },
);

test("no error, no note", () => {
  const { container } = render(<ErrorNote error={null} />);
  expect(container.innerHTML).toBe("");
});

test("nothing yet: a sentence and a button; loading is said", async () => {
  const { container } = render(
    <>
      <EmptyState text="Заказов нет" action={<button type="button">Новый заказ</button>} />
      <Skeleton rows={2} />
    </>,
  );
  expect(screen.getByText("Заказов нет")).toBeTruthy();
  expect(screen.getByRole("status", { name: "Загружаем" }).childElementCount).toBe(2);
  expect(await faultsOf(container)).toEqual([]);
});

test("a moment ago grows older while the page stands", () => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:00:30Z") });
  const { unmount } = render(<Ago at="2026-11-24T10:00:00Z" />);
  expect(screen.getByText("только что")).toBeTruthy();
  act(() => vi.advanceTimersByTime(120_000));
  expect(screen.getByText("2 минуты назад").getAttribute("datetime")).toBe("2026-11-24T10:00:00Z");
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
