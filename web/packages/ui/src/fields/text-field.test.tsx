import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { TextField, type TextFieldProps } from "./text-field.tsx";

function Typed(props: Partial<TextFieldProps>) {
  const [text, setText] = useState("");
  return <TextField label="Имя клиента" {...props} value={text} onChange={setText} />;
}

test("what is typed stands in the field of its label", async () => {
  render(<Typed />);
  await userEvent.type(screen.getByLabelText("Имя клиента"), "Анна");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Имя клиента" }).value).toBe("Анна");
});

test("error and hint are read with the field", async () => {
  const { container } = render(<Typed error="Введите имя" hint="Можно фамилию" />);
  const field = screen.getByRole("textbox");
  const said = field
    .getAttribute("aria-describedby")
    ?.split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  expect(said).toEqual(["Введите имя", "Можно фамилию"]);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(await faultsOf(container)).toEqual([]);
});

test("too long a text is kept whole and said to be too long", async () => {
  render(<Typed maxLength={10} />);
  const field = screen.getByRole<HTMLInputElement>("textbox");
  await userEvent.click(field);
  await userEvent.paste("двенадцать з");
  expect(field.value).toBe("двенадцать з");
  expect(screen.getByText("12 из 10 знаков: сократите текст")).toBeTruthy();
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

test("ten thousand signs are kept", async () => {
  render(<Typed maxLength={200} multiline />);
  const field = screen.getByRole<HTMLTextAreaElement>("textbox");
  await userEvent.click(field);
  await userEvent.paste("я".repeat(10_000));
  expect(field.value).toHaveLength(10_000);
});

test("the count is shown only near the limit", async () => {
  render(<Typed maxLength={10} />);
  await userEvent.type(screen.getByRole("textbox"), "семь зн");
  expect(screen.queryByText("7 из 10")).toBeNull();
  await userEvent.type(screen.getByRole("textbox"), "а");
  expect(screen.getByText("8 из 10")).toBeTruthy();
});

test("several lines, a unit, a label for readers alone: all are named", async () => {
  const { container } = render(
    <>
      <TextField label="Пожелания" multiline value="" onChange={() => {}} />
      <TextField label="Ширина" suffix="мм" value="600" onChange={() => {}} inputMode="numeric" />
      <TextField label="Поиск" hideLabel required value="" onChange={() => {}} />
    </>,
  );
  expect(screen.getByRole("textbox", { name: "Пожелания" }).tagName).toBe("TEXTAREA");
  expect(screen.getByRole("textbox", { name: "Ширина" }).getAttribute("inputmode")).toBe("numeric");
  expect(screen.getByRole("textbox", { name: /Поиск/ })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});
