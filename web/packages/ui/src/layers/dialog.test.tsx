import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { TextField } from "../fields/text-field.tsx";
import { faultsOf } from "../testing/axe.ts";
import { Dialog, SidePanel } from "./dialog.tsx";
import { Menu } from "./menu.tsx";

function Opened({ panel = false }: { panel?: boolean }) {
  const [open, setOpen] = useState(false);
  const Layer = panel ? SidePanel : Dialog;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Отменить заказ
      </button>
      <Layer title="Отменить заказ?" open={open} onClose={() => setOpen(false)}>
        <label>
          Причина <input />
        </label>
        <Menu label="Действия" items={[{ label: "Печать", onClick: () => {} }]} />
      </Layer>
    </>
  );
}

test.each([false, true])("it takes the focus and gives it back (panel: %s)", async (panel) => {
  const { container } = render(<Opened panel={panel} />);
  expect(screen.queryByRole("dialog")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Отменить заказ" }));
  expect(screen.getByRole("dialog", { name: "Отменить заказ?" })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText("Причина"));
  expect(await faultsOf(container)).toEqual([]);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement?.textContent).toBe("Отменить заказ");
});

test("Esc closes the menu first, then the dialog around it", async () => {
  render(<Opened />);
  await userEvent.click(screen.getByRole("button", { name: "Отменить заказ" }));
  await userEvent.click(screen.getByRole("button", { name: "Действия" }));
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(screen.getByRole("dialog")).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("the focus goes first to the field that asks for it", () => {
  render(
    <Dialog title="Новый клиент" open onClose={() => {}}>
      <TextField label="Имя" value="" onChange={() => {}} />
      <TextField label="Телефон" value="" onChange={() => {}} autoFocus />
    </Dialog>,
  );
  expect(document.activeElement).toBe(screen.getByLabelText("Телефон"));
});

test("the cross closes it; the actions stand at its foot", async () => {
  const close = vi.fn();
  render(
    <Dialog
      title="Отменить заказ?"
      open
      onClose={close}
      actions={<button type="button">Да</button>}
    >
      Цех узнает сразу.
    </Dialog>,
  );
  expect(screen.getByRole("contentinfo", { hidden: true }).textContent).toBe("Да");
  await userEvent.click(screen.getByRole("button", { name: "Закрыть" }));
  expect(close).toHaveBeenCalledOnce();
});
