import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { setTheme, useTheme } from "./theme.ts";

afterEach(() => setTheme("auto"));

function Switch() {
  const { theme, setTheme: choose } = useTheme();
  return (
    <button type="button" onClick={() => choose(theme === "dark" ? "light" : "dark")}>
      {theme}
    </button>
  );
}

test("a chosen theme is on the page at once, and kept", async () => {
  render(<Switch />);
  await userEvent.click(screen.getByRole("button", { name: "auto" }));
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  expect(localStorage.getItem("vitrazh-theme")).toBe("dark");
  await userEvent.click(screen.getByRole("button", { name: "dark" }));
  expect(document.documentElement.dataset["theme"]).toBe("light");
});

test("a browser without storage keeps it until the page is closed", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  setTheme("dark");
  expect(document.documentElement.dataset["theme"]).toBe("dark");
});

test("auto is as the machine has it", () => {
  vi.spyOn(window, "matchMedia").mockReturnValue({ matches: true } as MediaQueryList);
  setTheme("auto");
  expect(document.documentElement.dataset["theme"]).toBe("dark");
});
