import { render, screen } from "@testing-library/react";
import { setLanguage } from "@vitrazh/words";
import { afterEach, expect, test } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { PANE_KINDS, Pane } from "./pane.tsx";

afterEach(() => setLanguage("ru"));

test.each(["ru", "en"] as const)("every state has a word and a shape (%s)", async (language) => {
  setLanguage(language);
  const { container } = render(PANE_KINDS.map((kind) => <Pane key={kind} kind={kind} />));
  const panes = [...container.querySelectorAll("[data-kind]")];
  expect(panes).toHaveLength(PANE_KINDS.length);
  for (const pane of panes) {
    expect(pane.textContent?.trim()).not.toBe("");
    expect(pane.textContent).not.toContain(".");
    expect(pane.querySelector("svg")?.childElementCount).toBeGreaterThan(0);
  }
  expect(await faultsOf(container)).toEqual([]);
});

test("other words may stand in it", () => {
  render(<Pane kind="late">просрочен на 2 дня</Pane>);
  expect(screen.getByText("просрочен на 2 дня")).toBeTruthy();
  expect(screen.queryByText("Просрочен")).toBeNull();
});
