/** A keystroke in the form draws the piece anew: it must fit into one frame of the screen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { PieceLike } from "./piece.ts";
import { type Fit, scene } from "./scene.ts";
import { elements } from "./svg.ts";
import { tidy } from "./tidy.ts";

const HOME = join(import.meta.dirname, "../../../../tests/golden/drawings");
const FRAME_MS = 16;
const RUNS = 30;

it.each(["16-shower-screen", "55-many-holes", "52-arch-notch-hole"])(
  "%s is laid out within a frame",
  (name) => {
    const { fit, piece } = JSON.parse(readFileSync(join(HOME, `${name}.json`), "utf8")) as {
      fit: Fit;
      piece: PieceLike;
    };
    const draw = () => elements(scene(tidy(piece), { fit }));
    draw();
    // Time of the processor, not of the clock: other work on the machine must not decide.
    const start = process.cpuUsage();
    for (let run = 0; run < RUNS; run += 1) draw();
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / RUNS).toBeLessThan(FRAME_MS);
  },
);
