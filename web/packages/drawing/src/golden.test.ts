/** The golden drawings: the same files bind the server's drawing (pytest, test_scene.py and test_svg.py). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setLanguage } from "@vitrazh/words/i18n";
import { afterEach, describe, expect, it } from "vitest";
import type { PieceLike } from "./piece.ts";
import { type Fit, type Scene, scene } from "./scene.ts";
import { svg } from "./svg.ts";
import { tidy } from "./tidy.ts";

const HOME = join(import.meta.dirname, "../../../../tests/golden/drawings");
const NAMES = readdirSync(HOME)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

interface Golden {
  fit: Fit;
  piece: PieceLike;
  scene: Scene;
}

function golden(name: string): Golden {
  return JSON.parse(readFileSync(join(HOME, `${name}.json`), "utf8")) as Golden;
}

describe("golden drawings", () => {
  afterEach(() => setLanguage("ru"));

  it("are enough", () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(30);
  });

  it.each(NAMES)("%s has its scene", (name) => {
    const { fit, piece, scene: kept } = golden(name);
    expect(scene(tidy(piece), { fit })).toEqual(kept);
  });

  it.each(NAMES)("%s has its pictures in both languages", (name) => {
    const { fit, piece } = golden(name);
    for (const language of ["ru", "en"] as const) {
      setLanguage(language);
      const kept = readFileSync(join(HOME, `${name}.${language}.svg`), "utf8");
      expect(`${svg(scene(tidy(piece), { fit }), name)}\n`).toBe(kept);
    }
  });
});
