import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { Menu } from "./menu.tsx";

const nothing = () => {};

function show(items = {}) {
  const runs = { repeat: vi.fn(), print: vi.fn(), ...items };
  const drawn = render(
    <Menu
      label="Действия"
      items={[
        { label: "Повторить", onClick: runs.repeat },
        { label: "Править", onClick: nothing, disabled: true },
        { label: "Печать", onClick: runs.print },
      ]}
    />,
  );
  return { ...drawn, ...runs };
}

test("the button says that it has a menu, and whether it is open", async () => {
  const { container } = show();
  const button = screen.getByRole("button", { name: "Действия" });
  expect([button.getAttribute("aria-haspopup"), button.getAttribute("aria-expanded")]).toEqual([
    "menu",
    "false",
  ]);
  await userEvent.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByRole("menu", { name: "Действия" })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
  await userEvent.click(button);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("all by keys: opened, walked past the disabled, chosen once, the focus back", async () => {
  const { print } = show();
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Повторить");
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toBe("Печать");
  await userEvent.keyboard("{Home}{End}{Enter}");
  expect(print).toHaveBeenCalledOnce();
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement?.textContent).toBe("Действия");
});

test("a letter goes to the item that begins with it, and is no shortcut of the page", async () => {
  const page = vi.fn();
  document.addEventListener("keydown", page);
  show();
  await userEvent.click(screen.getByRole("button"));
  await userEvent.keyboard("п");
  expect(document.activeElement?.textContent).toBe("Печать");
  expect(page).not.toHaveBeenCalled();
  document.removeEventListener("keydown", page);
});

test("a press elsewhere closes it and runs nothing", async () => {
  const { repeat, print } = show();
  await userEvent.click(screen.getByRole("button"));
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole("menu")).toBeNull();
  expect([repeat.mock.calls.length, print.mock.calls.length]).toEqual([0, 0]);
});

test("without words it is called what it is", () => {
  render(<Menu items={[]} />);
  expect(screen.getByRole("button", { name: "Ещё действия" })).toBeTruthy();
});
