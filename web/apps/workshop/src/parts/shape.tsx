/** Shapes that stand beside a word: a state is never told by colour alone. */
import type { ReactNode } from "react";

export type ShapeName =
  | "square"
  | "half"
  | "bars"
  | "diamond"
  | "full"
  | "cross"
  | "dashed"
  | "clock"
  | "flag"
  | "tick"
  | "up"
  | "down"
  | "left"
  | "right";

const SQUARE = "M4 4h20v20H4z";
const OUTLINES: Readonly<Record<ShapeName, string>> = {
  square: SQUARE,
  half: SQUARE,
  bars: "M9 4v20M19 4v20",
  diamond: "M14 2 26 14 14 26 2 14z",
  full: SQUARE,
  cross: "M5 5 23 23M23 5 5 23",
  dashed: SQUARE,
  clock: "M14 3a11 11 0 1 1 0 22a11 11 0 1 1 0-22M14 8v7l5 3",
  flag: "M14 3 26 25H2zM14 11v6M14 20v2",
  tick: "M4 15l7 7L24 6",
  up: "M5 19 14 9l9 10",
  down: "M5 9l9 10 9-10",
  left: "M19 5 9 14l10 9",
  right: "M9 5l10 9-10 9",
};
const FILLED: Partial<Record<ShapeName, string>> = { half: "M4 14h20v10H4z", full: SQUARE };

export function Shape({ kind }: { kind: ShapeName }): ReactNode {
  return (
    <svg className="shape" viewBox="0 0 28 28" aria-hidden="true">
      <path
        d={OUTLINES[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeDasharray={kind === "dashed" ? "5 3.4" : undefined}
      />
      {FILLED[kind] ? <path d={FILLED[kind]} fill="currentColor" /> : null}
    </svg>
  );
}
