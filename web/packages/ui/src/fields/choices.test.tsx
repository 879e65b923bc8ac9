import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { Checkbox, Choice, Select } from "./choices.tsx";

const OPTIONS = [
  { value: "normal", label: "Обычный" },
  { value: "urgent", label: "Срочный" },
  { value: "client-waits", label: "Клиент ждёт" },
] as const;

type Value = (typeof OPTIONS)[number]["value"];

test("a drop-down gives the chosen value", async () => {
  const choose = vi.fn();
  const { container } = render(
    <Select label="Срочность" value="normal" options={OPTIONS} onChange={choose} error="Не то" />,
  );
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Срочность" }), "Срочный");
  expect(choose).toHaveBeenCalledWith("urgent");
  expect(screen.getByText("Не то")).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test("a drop-down without a value pretends none", () => {
  render(<Select<Value> label="Срочность" value="" options={OPTIONS} onChange={() => {}} />);
  expect(screen.getByRole<HTMLSelectElement>("combobox").value).toBe("");
});

function Tiles() {
  const [value, setValue] = useState<Value>("normal");
  return <Choice label="Срочность" value={value} options={OPTIONS} onChange={setValue} />;
}

test("tiles are chosen by click and by arrows", async () => {
  // Pressing arrows among radio buttons needs it, and the test environment lacks it.
  vi.stubGlobal("CSS", { escape: (text: string) => text.replaceAll(":", "\\:") });
  const { container } = render(<Tiles />);
  await userEvent.click(screen.getByRole("radio", { name: "Срочный" }));
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Срочный" }).checked).toBe(true);
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Клиент ждёт" }).checked).toBe(true);
  expect(screen.getByRole("group", { name: "Срочность" })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test("two sets of tiles do not disturb each other", async () => {
  render(
    <>
      <Tiles />
      <Tiles />
    </>,
  );
  const [first, second] = screen.getAllByRole<HTMLInputElement>("radio", { name: "Срочный" });
  await userEvent.click(first as HTMLElement);
  expect([first?.checked, second?.checked]).toEqual([true, false]);
});

test("a check-box is switched by its words and by the space bar", async () => {
  const change = vi.fn();
  const { container } = render(
    <Checkbox label="Сообщить клиенту" checked={false} onChange={change} error="Нет телефона" />,
  );
  await userEvent.click(screen.getByText("Сообщить клиенту"));
  screen.getByRole("checkbox", { name: "Сообщить клиенту" }).focus();
  await userEvent.keyboard(" ");
  expect(change.mock.calls).toEqual([[true], [true]]);
  expect(await faultsOf(container)).toEqual([]);
});
