/** One row of a list; drawn anew only when it is another one, so that scrolling stays smooth. */
import { memo } from "react";
import { cx } from "../cx.ts";
import { type Column, cellClass } from "./column.ts";
import s from "./rows.module.css";

interface LineProps<RowOf> {
  row: RowOf;
  index: number;
  columns: readonly Column<RowOf>[];
  /** The row can be opened and is a stop of the arrows. */
  opens: boolean;
  /** The row where Tab enters the list. */
  stop: boolean;
  current: boolean;
  /** Which of two like animations flashes the row, so that a second change flashes again. */
  flash: 0 | 1 | null;
  measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

function PlainLine<RowOf>({
  row,
  index,
  columns,
  opens,
  stop,
  current,
  flash,
  measure,
}: LineProps<RowOf>) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={current ? "true" : undefined}
      tabIndex={opens ? (stop ? 0 : -1) : undefined}
      className={cx(s["row"], opens && s["opens"], flash !== null && s[`flash-${flash}`])}
    >
      {columns.map((column) => (
        <td key={column.key} className={cellClass("cell", column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

export const Line = memo(PlainLine) as typeof PlainLine;
