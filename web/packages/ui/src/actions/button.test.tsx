import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { FormEvent } from "react";
import { expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { asButton, Button } from "./button.tsx";

test("a press is told to the caller", async () => {
  const press = vi.fn();
  render(<Button onClick={press}>Передать в цех</Button>);
  await userEvent.click(screen.getByRole("button", { name: "Передать в цех" }));
  expect(press).toHaveBeenCalledOnce();
});

test("while pending it is busy, keeps the focus and takes no press", async () => {
  const press = vi.fn();
  const { rerender } = render(<Button onClick={press}>Сохранить</Button>);
  const button = screen.getByRole("button", { name: "Сохранить" });
  button.focus();
  rerender(
    <Button onClick={press} pending>
      Сохранить
    </Button>,
  );
  await userEvent.keyboard("{Enter}");
  await userEvent.click(button);
  expect(press).not.toHaveBeenCalled();
  expect(button).toBe(document.activeElement);
  expect(button.getAttribute("aria-busy")).toBe("true");
  expect(button.querySelector("svg")).toBeTruthy();
});

test("a pending submit sends no form", async () => {
  const submit = vi.fn((event: FormEvent) => event.preventDefault());
  render(
    <form onSubmit={submit}>
      <Button type="submit" pending>
        Сохранить
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole("button"));
  expect(submit).not.toHaveBeenCalled();
});

test("it sends no form unless it is said to", async () => {
  const submit = vi.fn((event: FormEvent) => event.preventDefault());
  render(
    <form onSubmit={submit}>
      <Button>Добавить</Button>
    </form>,
  );
  await userEvent.click(screen.getByRole("button"));
  expect(submit).not.toHaveBeenCalled();
});

test("its key is shown, and is no part of its name", async () => {
  const { container } = render(
    <Button kind="main" keys="ctrl+enter">
      Сохранить
    </Button>,
  );
  expect(screen.getByRole("button", { name: "Сохранить" })).toBeTruthy();
  expect([...container.querySelectorAll("kbd")].map((cap) => cap.textContent)).toEqual([
    "Ctrl",
    "Enter",
  ]);
  expect(await faultsOf(container)).toEqual([]);
});

test("a link looks like the button of its kind", () => {
  render(<Button kind="main">Сохранить</Button>);
  expect(screen.getByRole("button").className).toBe(asButton("main"));
  expect(asButton("main")).not.toBe(asButton("danger"));
});
