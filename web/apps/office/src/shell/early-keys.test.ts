import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { catchKeys } from "./early-keys.ts";

test("what is typed before the palette stands is its own, and no shortcut of the page", async () => {
  const page = vi.fn();
  document.addEventListener("keydown", page);
  const early = catchKeys();
  await userEvent.keyboard("418{Backspace}7{Enter}");
  expect(page).not.toHaveBeenCalled();
  expect(early.take()).toEqual({ text: "417", enter: true });
  await userEvent.keyboard("n");
  expect(page).toHaveBeenCalledTimes(1);
  document.removeEventListener("keydown", page);
});
