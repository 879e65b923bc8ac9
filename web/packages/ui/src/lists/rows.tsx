/** A long list as a real table of which only the rows in sight are drawn. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { Button } from "../actions/button.tsx";
import { cx } from "../cx.ts";
import { EmptyState, ErrorNote, Skeleton } from "../states/states.tsx";
import { t } from "../words.gen.ts";
import { type Column, cellClass } from "./column.ts";
import { useFlash } from "./flash.ts";
import { Line } from "./line.tsx";
import s from "./rows.module.css";
import { ROW_PX, useWindow } from "./window.ts";

export interface RowsProps<RowOf> {
  label: string;
  columns: readonly Column<RowOf>[];
  rows: readonly RowOf[];
  rowKey: (row: RowOf) => string;
  state: "loading" | "error" | "ready";
  /** The sentence, or all that stands there, when there are no rows. */
  empty: ReactNode;
  onOpen?: ((row: RowOf) => void) | undefined;
  /** Key of the row that is open beside the list. */
  current?: string | null | undefined;
  error?: unknown;
  onRetry?: (() => void) | undefined;
  /** There are more rows than these: asked for by the button, or when the end comes near. */
  onMore?: (() => void) | undefined;
  moreState?: "loading" | "error" | "ready" | undefined;
  /** Keys of rows that have just changed: each new set flashes once. */
  changed?: ReadonlySet<string> | undefined;
  className?: string | undefined;
}

/** So near, px, the end of what is loaded asks for more. */
const NEAR = 600;

export function Rows<RowOf>(props: RowsProps<RowOf>) {
  const { rows, state, error, onRetry, empty, className } = props;
  if (rows.length) return <Table {...props} />;
  return (
    <div className={cx(s["instead"], className)}>
      {state === "loading" ? <Skeleton rows={6} /> : null}
      {state === "error" ? <ErrorNote error={error ?? new Error()} onRetry={onRetry} /> : null}
      {state === "ready" ? typeof empty === "string" ? <EmptyState text={empty} /> : empty : null}
    </div>
  );
}

function Table<RowOf>(props: RowsProps<RowOf>) {
  const { columns, rows, rowKey, state, onOpen, current, onMore, moreState = "ready" } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const asked = useRef(0);
  const inside = useRef(false);
  const [at, setAt] = useState(0);
  const flash = useFlash(props.changed);
  const keyOf = (index: number) => {
    const row = rows[index];
    return row === undefined ? index : rowKey(row);
  };
  const list = useWindow(rows.length, keyOf, scroll);
  // Tab enters at the last row that had the focus, or where the eye is when that one is far away.
  const stop = list.indexes.includes(at) ? at : list.indexes[list.indexes.length >> 1];

  useEffect(() => {
    // The row with the focus was scrolled away: the list keeps it, so that the keys go on.
    if (inside.current && document.activeElement === document.body) {
      scroll.current?.focus({ preventScroll: true });
    }
  });

  function go(to: number) {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    list.reveal(next);
    focusRow(scroll.current, next);
  }

  function key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const onRow = event.target instanceof HTMLTableRowElement;
    const here = onRow ? indexOf(event.target) : at;
    if (here === null || !(onRow || event.target === scroll.current)) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const to = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: here + page,
      PageUp: here - page,
    }[event.key];
    const row = rows[here];
    if (to === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (to !== undefined) go(to);
    else if (row !== undefined) onOpen?.(row);
  }

  function press(event: MouseEvent) {
    // A click on a button or link within the row is theirs; so is the end of marking text.
    if (event.target instanceof Element && event.target.closest("a, button, input, select, label"))
      return;
    if (String(getSelection() ?? "")) return;
    const row = rows[indexOf(event.target) ?? -1];
    if (row !== undefined) onOpen?.(row);
  }

  function scrolled() {
    const box = scroll.current;
    if (!onMore || moreState !== "ready" || !box || asked.current === rows.length) return;
    if (box.scrollHeight - box.scrollTop - box.clientHeight > NEAR) return;
    asked.current = rows.length;
    onMore();
  }

  return (
    <div className={cx(s["rows"], props.className)}>
      {state === "error" ? (
        <ErrorNote error={props.error ?? new Error()} onRetry={props.onRetry} />
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it stands in for a row scrolled away */}
      <div
        ref={scroll}
        className={s["scroll"]}
        tabIndex={onOpen ? -1 : 0}
        onScroll={scrolled}
        onKeyDown={onOpen ? key : undefined}
        onFocus={(event) => {
          inside.current = true;
          if (event.target instanceof HTMLTableRowElement) setAt(indexOf(event.target) ?? 0);
        }}
        onBlur={() => {
          inside.current = false;
        }}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the box around it */}
        <table
          className={s["table"]}
          aria-label={props.label}
          role={onOpen ? "grid" : undefined}
          aria-rowcount={onMore ? -1 : rows.length + 1}
          aria-busy={state === "loading" || undefined}
          style={{ "--before": `${list.before}px`, "--after": `${list.after}px` } as CSSProperties}
          onClick={onOpen ? press : undefined}
        >
          <thead className={s["heads"]}>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={cellClass("head", column)}
                  style={column.width ? { width: column.width } : undefined}
                >
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={s["body"]}>
            {list.indexes.map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const id = rowKey(row);
              return (
                <Line
                  key={id}
                  row={row}
                  index={index}
                  columns={columns}
                  opens={Boolean(onOpen)}
                  stop={index === stop}
                  current={id === current}
                  flash={flash(id)}
                  measure={list.measure}
                />
              );
            })}
          </tbody>
        </table>
        {onMore ? (
          <div className={s["more"]}>
            <Button onClick={onMore} pending={moreState === "loading"}>
              {moreState === "error" ? t("ui.again") : t("ui.more")}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("tr[data-index]") : null;
  return row ? Number(row.dataset["index"]) : null;
}

/** Focuses a row; one that is far away is drawn by the next frames. */
function focusRow(box: HTMLElement | null, index: number, tries = 30): void {
  const row = box?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  if (row) row.focus();
  else if (box && tries > 0) requestAnimationFrame(() => focusRow(box, index, tries - 1));
}
