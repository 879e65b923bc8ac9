/** What a list is made of. */
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import s from "./rows.module.css";

export interface Column<RowOf> {
  key: string;
  head: ReactNode;
  cell: (row: RowOf) => ReactNode;
  /** CSS width; without it the column takes what is left. */
  width?: string;
  align?: "start" | "end";
  /** The column is left out while the list is narrower, px. */
  hideBelow?: 600 | 800 | 1000 | 1200;
}

/** Classes of a cell of the column; `wide` takes a line of its own on a phone. */
export function cellClass<RowOf>(kind: "head" | "cell", column: Column<RowOf>): string {
  return cx(
    s[kind],
    column.hideBelow && s[`below-${column.hideBelow}`],
    column.align === "end" && s["end"],
    !column.width && s["wide"],
  );
}
