/**
 * Draws every piece of tests/golden/drawings anew: its scene and its SVG in both languages.
 * Run it after a wanted change of the drawing (`pnpm --filter @vitrazh/drawing golden` in web/), look
 * at the pictures, and commit the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setLanguage } from "@vitrazh/words/i18n";
import type { PieceLike } from "../src/piece.ts";
import { type Fit, scene } from "../src/scene.ts";
import { svg } from "../src/svg.ts";
import { tidy } from "../src/tidy.ts";

const HOME = join(import.meta.dirname, "../../../../tests/golden/drawings");

interface Golden {
  fit: Fit;
  piece: PieceLike;
}

for (const file of readdirSync(HOME).filter((name) => name.endsWith(".json"))) {
  const path = join(HOME, file);
  const { fit, piece } = JSON.parse(readFileSync(path, "utf8")) as Golden;
  const name = file.replace(".json", "");
  for (const language of ["en", "ru"] as const) {
    setLanguage(language);
    writeFileSync(
      join(HOME, `${name}.${language}.svg`),
      `${svg(scene(tidy(piece), { fit }), name)}\n`,
    );
  }
  const drawn = scene(tidy(piece), { fit });
  writeFileSync(path, `${JSON.stringify({ fit, piece, scene: drawn }, null, 1)}\n`);
}
