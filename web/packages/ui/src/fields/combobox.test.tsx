import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { Combobox, type ComboboxProps } from "./combobox.tsx";

const CLIENTS = [
  { id: "1", label: "Кузнецова Анна", detail: "3 заказа" },
  { id: "2", label: "Кузьмин Олег", disabled: true },
  { id: "3", label: "Кучеренко Мария" },
];

function Finder(props: Partial<ComboboxProps>) {
  const [query, setQuery] = useState("");
  return (
    <Combobox
      label="Клиент"
      query={query}
      onQuery={setQuery}
      options={CLIENTS}
      onChoose={() => {}}
      {...props}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Клиент" });
const activeName = () => {
  const id = field().getAttribute("aria-activedescendant");
  return id ? document.getElementById(id)?.textContent : null;
};

test("the list opens as one types, names its field, and the first is active", async () => {
  const { container } = render(<Finder />);
  expect(screen.queryByRole("listbox")).toBeNull();
  await userEvent.type(field(), "ку");
  const list = screen.getByRole("listbox", { name: "Клиент" });
  expect(field().getAttribute("aria-controls")).toBe(list.id);
  expect(field().getAttribute("aria-expanded")).toBe("true");
  expect(activeName()).toBe("Кузнецова Анна3 заказа");
  expect(screen.getByText("Найдено 3 варианта")).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test("arrows pass over what cannot be chosen and go round; Enter chooses", async () => {
  const choose = vi.fn();
  render(<Finder onChoose={choose} />);
  await userEvent.type(field(), "ку{ArrowDown}");
  expect(activeName()).toBe("Кучеренко Мария");
  await userEvent.keyboard("{ArrowDown}");
  expect(activeName()).toBe("Кузнецова Анна3 заказа");
  await userEvent.keyboard("{ArrowUp}{Enter}");
  expect(choose.mock.calls).toEqual([["3"]]);
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(document.activeElement).toBe(field());
});

test("Esc closes the list, keeps the text, and is heard by nobody else", async () => {
  const outside = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for a dialog
    <div onKeyDown={(event) => event.key === "Escape" && outside()}>
      <Finder />
    </div>,
  );
  await userEvent.type(field(), "ку{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(field().value).toBe("ку");
  expect(outside).not.toHaveBeenCalled();
  await userEvent.keyboard("{Escape}");
  expect(outside).toHaveBeenCalledOnce();
});

test("a click chooses and the field keeps the focus; a disabled option is not chosen", async () => {
  const choose = vi.fn();
  render(<Finder onChoose={choose} />);
  await userEvent.type(field(), "ку");
  await userEvent.click(screen.getByRole("option", { name: /Кузьмин/ }));
  expect(choose).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("option", { name: /Кучеренко/ }));
  expect(choose.mock.calls).toEqual([["3"]]);
  expect(document.activeElement).toBe(field());
});

test("Enter before the answer takes the first of the answer, not of the old list", async () => {
  const choose = vi.fn();
  const { rerender } = render(<Finder loading onChoose={choose} />);
  await userEvent.type(field(), "ку{Enter}");
  expect(choose).not.toHaveBeenCalled();
  rerender(<Finder options={[{ id: "9", label: "Кулагин" }]} onChoose={choose} />);
  expect(choose.mock.calls).toEqual([["9"]]);
});

test("typing on takes such an Enter back", async () => {
  const choose = vi.fn();
  const { rerender } = render(<Finder loading onChoose={choose} />);
  await userEvent.type(field(), "ку{Enter}з");
  rerender(<Finder onChoose={choose} />);
  expect(choose).not.toHaveBeenCalled();
});

test("nothing found, still searching, an error: each is said", async () => {
  const { rerender } = render(<Finder options={[]} empty="Такого клиента нет" />);
  await userEvent.type(field(), "щ");
  expect(screen.getByText("Такого клиента нет")).toBeTruthy();
  expect(field().getAttribute("aria-expanded")).toBe("false");
  rerender(<Finder options={[]} loading />);
  expect(screen.getByText("Ищем")).toBeTruthy();
  rerender(<Finder options={[]} error="Нет связи" />);
  expect(screen.getByText("Нет связи")).toBeTruthy();
});

test("Tab reaches the button below the list, and leaving closes it", async () => {
  render(
    <>
      <Finder footer={<button type="button">Новый клиент</button>} />
      <button type="button">Дальше</button>
    </>,
  );
  await userEvent.type(field(), "ку");
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe("Новый клиент");
  expect(screen.getByRole("listbox")).toBeTruthy();
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe("Дальше");
  expect(screen.queryByRole("listbox")).toBeNull();
});
