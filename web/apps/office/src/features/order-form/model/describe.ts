/** A piece as a list of named facts, so that two states can be laid side by side: old → new. */
import type { PieceIn } from "@vitrazh/api";

/** Dotted path → text; what is absent, empty or `false` is not there. As the server compares. */
export type Leaves = Map<string, string>;

export function leavesOf(piece: PieceIn): Leaves {
  const found: Leaves = new Map();
  walk(piece, "", found);
  return found;
}

function walk(value: unknown, path: string, found: Leaves): void {
  if (value === null || value === undefined || value === false) return;
  if (Array.isArray(value)) {
    value.forEach((element: unknown, index) => {
      walkElement(element, path, index, found);
    });
  } else if (typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      walk(inner, path === "" ? name : `${path}.${name}`, found);
    }
  } else {
    found.set(path, String(value));
  }
}

/** An edge and a corner are known by their place, other things by their number from 1. */
function walkElement(element: unknown, path: string, index: number, found: Leaves): void {
  const one = element as Record<string, unknown>;
  if (path === "edges") found.set(`${path}.${String(one["side"])}`, String(one["kind"]));
  else if (path === "shape.corners") {
    found.set(`${path}.${String(one["at"])}`, `${String(one["kind"])} ${String(one["size_mm"])}`);
  } else walk(element, `${path}.${index + 1}`, found);
}

export interface Difference {
  path: string;
  old: string | null;
  new: string | null;
}

export function differences(old: Leaves, now: Leaves): Difference[] {
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths].flatMap((path) => {
    const [before, after] = [old.get(path) ?? null, now.get(path) ?? null];
    return before === after ? [] : [{ path, old: before, new: after }];
  });
}
