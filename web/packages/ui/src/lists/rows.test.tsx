import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import type { Column } from "./column.ts";
import { Rows, type RowsProps } from "./rows.tsx";

interface Order {
  id: string;
  client: string;
}

const COLUMNS: Column<Order>[] = [
  { key: "id", head: "Номер", cell: (row) => row.id, width: "6rem" },
  {
    key: "client",
    head: "Клиент",
    cell: (row) => (
      <>
        {row.client} <button type="button">Позвонить</button>
      </>
    ),
  },
];

const orders = (count: number): Order[] =>
  Array.from({ length: count }, (_, at) => ({ id: `26-${at + 1}`, client: `Клиент ${at + 1}` }));

function List(props: Partial<RowsProps<Order>>) {
  return (
    <Rows
      label="Заказы"
      columns={COLUMNS}
      rows={orders(3)}
      rowKey={(row) => row.id}
      state="ready"
      empty="Заказов нет"
      {...props}
    />
  );
}

const focused = () => document.activeElement?.getAttribute("aria-rowindex");

test("it is a table with heads and counted rows", async () => {
  const { container } = render(<List />);
  const table = screen.getByRole("table", { name: "Заказы" });
  expect(within(table).getByRole("columnheader", { name: "Клиент" })).toBeTruthy();
  expect(table.getAttribute("aria-rowcount")).toBe("4");
  expect(
    within(table)
      .getAllByRole("row")
      .map((row) => row.getAttribute("aria-rowindex")),
  ).toEqual(["1", "2", "3", "4"]);
  expect(await faultsOf(container)).toEqual([]);
});

test("of five thousand rows few are drawn, all are counted", () => {
  const { container } = render(<List rows={orders(5000)} />);
  expect(container.querySelector("table")?.getAttribute("aria-rowcount")).toBe("5001");
  const drawn = container.querySelectorAll("tbody tr").length;
  expect(drawn).toBeGreaterThan(15);
  expect(drawn).toBeLessThan(80);
});

test("paper has the whole list", () => {
  const { container } = render(<List rows={orders(150)} />);
  const drawn = () => container.querySelectorAll("tbody tr").length;
  act(() => {
    dispatchEvent(new Event("beforeprint"));
  });
  expect(drawn()).toBe(150);
  act(() => {
    dispatchEvent(new Event("afterprint"));
  });
  expect(drawn()).toBeLessThan(80);
});

test("keys go from row to row, Enter opens", async () => {
  const open = vi.fn();
  const { container } = render(<List onOpen={open} />);
  expect(screen.getByRole("grid", { name: "Заказы" })).toBeTruthy();
  await userEvent.tab();
  expect(focused()).toBe("2");
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe("3");
  await userEvent.keyboard("{End}");
  expect(focused()).toBe("4");
  await userEvent.keyboard("{ArrowDown}{ArrowUp}{Enter}");
  expect(focused()).toBe("3");
  expect(open.mock.calls).toEqual([[{ id: "26-2", client: "Клиент 2" }]]);
  await userEvent.keyboard("{Home}");
  expect(focused()).toBe("2");
  expect(await faultsOf(container)).toEqual([]);
});

test("a click opens the row, a button within it is its own", async () => {
  const open = vi.fn();
  render(<List onOpen={open} />);
  await userEvent.click(screen.getAllByRole("button", { name: "Позвонить" })[0] as HTMLElement);
  screen.getAllByRole("button", { name: "Позвонить" })[0]?.focus();
  await userEvent.keyboard("{Enter}");
  expect(open).not.toHaveBeenCalled();
  await userEvent.click(screen.getByText("26-3"));
  expect(open.mock.calls).toEqual([[{ id: "26-3", client: "Клиент 3" }]]);
});

test("the open row is marked, a changed one flashes anew with each change", () => {
  const { rerender } = render(<List current="26-2" changed={new Set(["26-1"])} />);
  const row = () => screen.getAllByRole("row")[1];
  expect(screen.getAllByRole("row")[2]?.getAttribute("aria-current")).toBe("true");
  const first = row()?.className;
  expect(first).toMatch(/flash/);
  rerender(<List changed={new Set(["26-1"])} />);
  expect(row()?.className).toMatch(/flash/);
  expect(row()?.className).not.toBe(first);
  rerender(<List changed={new Set()} />);
  expect(row()?.className).not.toMatch(/flash/);
});

test("a flash ends by itself", () => {
  vi.useFakeTimers();
  const changed = new Set(["26-1"]);
  const { rerender } = render(<List changed={changed} />);
  vi.advanceTimersByTime(3000);
  rerender(<List changed={changed} />);
  expect(screen.getAllByRole("row")[1]?.className).not.toMatch(/flash/);
  vi.useRealTimers();
});

test("loading, empty and error stand in the place of rows; an error can be tried again", async () => {
  const retry = vi.fn();
  const { rerender } = render(<List rows={[]} state="loading" />);
  expect(screen.getByRole("status", { name: "Загружаем" })).toBeTruthy();
  rerender(<List rows={[]} />);
  expect(screen.getByText("Заказов нет")).toBeTruthy();
  rerender(<List rows={[]} state="error" error="Нет связи" onRetry={retry} />);
  await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
  expect(screen.getByRole("alert").textContent).toContain("Нет связи");
  expect(retry).toHaveBeenCalledOnce();
});

test("what was there stays under an error and while it is loaded anew", () => {
  const { rerender } = render(<List state="error" error="Нет связи" />);
  expect(screen.getByText("26-1")).toBeTruthy();
  expect(screen.getByRole("alert")).toBeTruthy();
  rerender(<List state="loading" />);
  expect(screen.getByRole("table").getAttribute("aria-busy")).toBe("true");
});

test("more is asked for by its button, and once when the end comes near", async () => {
  const more = vi.fn();
  const { container, rerender } = render(<List onMore={more} />);
  expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("-1");
  await userEvent.click(screen.getByRole("button", { name: "Показать ещё" }));
  const box = screen.getByRole("table").parentElement as HTMLElement;
  fireEvent.scroll(box);
  fireEvent.scroll(box);
  expect(more).toHaveBeenCalledTimes(2);
  rerender(<List onMore={more} moreState="loading" />);
  await userEvent.click(screen.getByRole("button", { name: "Показать ещё" }));
  expect(more).toHaveBeenCalledTimes(2);
  expect(await faultsOf(container)).toEqual([]);
});
