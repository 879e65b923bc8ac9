import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Dialog } from "../layers/dialog.tsx";
import { ShortcutsHelp, useShortcut } from "./shortcuts.tsx";

function Listener({ keys, run, when = true }: { keys: string; run: () => void; when?: boolean }) {
  useShortcut(keys, run, { label: `Клавиша ${keys}`, when });
  return <input aria-label="Имя" />;
}

function press(init: KeyboardEventInit, target: Element = document.body): void {
  fireEvent.keyDown(target, init);
}

test("the place of the key counts, whatever the layout writes with it", () => {
  const run = vi.fn();
  render(<Listener keys="n" run={run} />);
  press({ code: "KeyN", key: "т" });
  expect(run).toHaveBeenCalledOnce();
  press({ code: "KeyY", key: "n" });
  expect(run).toHaveBeenCalledOnce();
});

test.each([
  ["/", { code: "Slash", key: "." }],
  ["?", { code: "Slash", key: ",", shiftKey: true }],
  ["?", { code: "Digit7", key: "?", shiftKey: true }],
  ["ctrl+k", { code: "KeyK", key: "л", ctrlKey: true }],
  ["ctrl+k", { code: "KeyK", key: "k", metaKey: true }],
  ["ctrl+enter", { code: "NumpadEnter", key: "Enter", ctrlKey: true }],
])("%s is heard as %o", (keys, init) => {
  const run = vi.fn();
  render(<Listener keys={keys} run={run} />);
  press(init);
  expect(run).toHaveBeenCalledOnce();
});

test.each([
  ["n", { code: "KeyN", key: "n", ctrlKey: true }],
  ["n", { code: "KeyN", key: "N", shiftKey: true }],
  ["ctrl+k", { code: "KeyK", key: "k" }],
  ["n", { code: "KeyN", key: "n", repeat: true }],
])("%s is not heard as %o", (keys, init) => {
  const run = vi.fn();
  render(<Listener keys={keys} run={run} />);
  press(init);
  expect(run).not.toHaveBeenCalled();
});

test("letters typed into a field are no shortcuts, combinations are", () => {
  const letter = vi.fn();
  const combination = vi.fn();
  render(
    <>
      <Listener keys="n" run={letter} />
      <Listener keys="ctrl+k" run={combination} />
    </>,
  );
  const field = screen.getAllByLabelText("Имя")[0] as HTMLElement;
  press({ code: "KeyN", key: "n" }, field);
  press({ code: "KeyK", key: "k", ctrlKey: true }, field);
  expect(letter).not.toHaveBeenCalled();
  expect(combination).toHaveBeenCalledOnce();
});

test("under an open dialog the page hears nothing, the dialog does", () => {
  const page = vi.fn();
  const inside = vi.fn();
  render(
    <>
      <Listener keys="n" run={page} />
      <Listener keys="ctrl+enter" run={page} />
      <Dialog title="Отмена" open onClose={() => {}}>
        <Listener keys="ctrl+enter" run={inside} />
      </Dialog>
    </>,
  );
  press({ code: "KeyN", key: "n" });
  press({ code: "Enter", key: "Enter", ctrlKey: true });
  expect(page).not.toHaveBeenCalled();
  expect(inside).toHaveBeenCalledOnce();
});

test("of two with one key the one drawn later wins, also after the first is drawn again", () => {
  const first = vi.fn();
  const second = vi.fn();
  const both = (
    <>
      <Listener keys="n" run={first} />
      <Listener keys="n" run={second} />
    </>
  );
  const { rerender } = render(both);
  rerender(both);
  press({ code: "KeyN", key: "n" });
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

test("it listens no more when it does not apply, or is gone", () => {
  const run = vi.fn();
  const { rerender, unmount } = render(<Listener keys="n" run={run} />);
  rerender(<Listener keys="n" run={run} when={false} />);
  press({ code: "KeyN", key: "n" });
  rerender(<Listener keys="n" run={run} />);
  unmount();
  press({ code: "KeyN", key: "n" });
  expect(run).not.toHaveBeenCalled();
});

test("the question mark lists the keys of the page", async () => {
  render(
    <>
      <Listener keys="ctrl+k" run={() => {}} />
      <ShortcutsHelp />
    </>,
  );
  press({ code: "Slash", key: ",", shiftKey: true });
  const list = screen.getByRole("dialog", { name: "Клавиши" });
  expect(list.textContent).toContain("Клавиша ctrl+kCtrlK");
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
});
