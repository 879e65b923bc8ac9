import { render, screen } from "@testing-library/react";
import { UiProvider } from "@vitrazh/ui";
import { setLanguage } from "@vitrazh/words";
import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { GalleryPage } from "./page.tsx";

afterEach(() => setLanguage("ru"));

/** A whole page through axe on a busy machine, ms. */
const PATIENCE = 60_000;

test.each([
  ["ru", "Галерея"],
  ["en", "Gallery"],
] as const)(
  "every part in every state, without a fault for readers of the screen (%s)",
  async (language, title) => {
    setLanguage(language);
    const { container } = render(
      <UiProvider language={language}>
        <GalleryPage />
      </UiProvider>,
    );
    expect(screen.getByText(title, { selector: "h1" })).toBeTruthy();
    const { violations } = await axe.run(container, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
  PATIENCE,
);
