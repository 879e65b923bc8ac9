/** What stands in the place of content: an error, nothing yet, still loading; and a moment ago. */
import { ago, moment, say } from "@vitrazh/words";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "../actions/button.tsx";
import { cx } from "../cx.ts";
import { t } from "../words.gen.ts";
import s from "./states.module.css";

interface FieldFault {
  loc?: readonly (string | number)[];
  message: string;
}

interface Said {
  title: string;
  fields: readonly FieldFault[];
}

/** The words of an error: a refusal brings its own, for any other we have one sentence. */
export function wordsOf(error: unknown): Said {
  if (typeof error === "string") return { title: error, fields: [] };
  if (error instanceof Error) {
    // By name, so that this package knows nothing of the network.
    if (error.name === "NoAnswer") return { title: say("shared.no-answer"), fields: [] };
    if (error.name === "Refusal") {
      const { title, fields = [] } = error as Error & Partial<Said>;
      return { title: title ?? error.message, fields };
    }
  }
  return { title: say("shared.our-fault"), fields: [] };
}

interface ErrorNoteProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  className?: string;
}

/** What went wrong, in words, at its place; with the way to try again when there is one. */
export function ErrorNote({ error, onRetry, className }: ErrorNoteProps) {
  if (error === null || error === undefined || error === "") return null;
  const { title, fields } = wordsOf(error);
  const lines = [...new Set(fields.map((field) => field.message))].filter((line) => line !== title);
  return (
    <div className={cx(s["error"], className)} role="alert">
      <div className={s["said"]}>
        <p className={s["error-title"]}>{title}</p>
        {lines.length ? (
          <ul className={s["faults"]}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {onRetry ? <Button onClick={onRetry}>{t("ui.again")}</Button> : null}
    </div>
  );
}

interface EmptyStateProps {
  text: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** One sentence, one button, and the drawing of a pane. */
export function EmptyState({ text, action, className }: EmptyStateProps) {
  return (
    <div className={cx(s["empty"], className)}>
      <svg viewBox="0 0 96 64" aria-hidden="true" focusable="false" className={s["drawing"]}>
        <path d="M2 2H94V62H2ZM2 24H94M38 2V24M66 24V62M2 62 38 24" />
        <path className={s["glint"]} d="M74 50 86 36M74 56 90 38M10 16 18 8" />
      </svg>
      <p className={s["sentence"]}>{text}</p>
      {action}
    </div>
  );
}

/** Lines where text will stand. Readers of the screen hear that it is loading. */
export function Skeleton({ rows = 3, className }: { rows?: number; className?: string }) {
  return (
    <div className={cx(s["skeleton"], className)} role="status" aria-label={t("ui.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={s["bone"]} />
      ))}
    </div>
  );
}

const MINUTE_MS = 60_000;
let minute = 0;
let ticking: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

/** One clock for all moments of the page. */
function watchMinutes(watcher: () => void): () => void {
  watchers.add(watcher);
  ticking ??= setInterval(() => {
    minute += 1;
    for (const each of watchers) each();
  }, MINUTE_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** `5 минут назад`, kept true while the page stands; the full moment on hover. */
export function Ago({ at, className }: { at: string; className?: string }) {
  useSyncExternalStore(watchMinutes, () => minute);
  return (
    <time dateTime={at} title={moment(at)} className={cx(s["ago"], className)}>
      {ago(at)}
    </time>
  );
}
