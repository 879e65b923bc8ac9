/** Short messages over the page: said to readers of the screen, gone by themselves, undo in time. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "../actions/button.tsx";
import { CloseIcon } from "../icons.ts";
import { onLayers } from "../layers/depth.tsx";
import { POPOVER } from "../layers/floating.ts";
import { t } from "../words.gen.ts";
import s from "./notices.module.css";

export interface Notice {
  text: string;
  kind?: "done" | "refusal" | "info";
  /** Takes the action back; offered as long as the notice is shown. */
  undo?: { label?: string; run: () => void };
}

interface Shown extends Notice {
  id: number;
}

const MOST = 3;
const SHOWN_MS = 8000;
const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let last = 0;

function put(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Shows a notice; the oldest leaves when there are too many. Returns how to take it away. */
export function notify(notice: Notice): () => void {
  last += 1;
  const id = last;
  put([...shown, { ...notice, id }].slice(-MOST));
  return () => dismiss(id);
}

function dismiss(id: number): void {
  if (shown.some((notice) => notice.id === id)) put(shown.filter((notice) => notice.id !== id));
}

/** Takes all notices away: after a sign-out, between tests. */
export function dismissAll(): void {
  put([]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stands once at the end of the page. */
export function Notices() {
  const notices = useSyncExternalStore(subscribe, () => shown);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // In the top layer, anew after each dialog: a notice is seen above an open one too.
    const raise = () => {
      const element = box.current;
      if (!element?.showPopover) return;
      if (element.matches(":popover-open")) element.hidePopover();
      if (notices.length) element.showPopover();
    };
    raise();
    return onLayers(() => queueMicrotask(raise));
  }, [notices]);
  return (
    <section ref={box} className={s["box"]} {...POPOVER} aria-label={t("ui.notices")}>
      <div role="status" className={s["list"]}>
        {notices.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
}

function Line({ notice }: { notice: Shown }) {
  const [held, setHeld] = useState(false);
  const left = useRef(SHOWN_MS);
  useEffect(() => {
    if (held) return;
    const since = Date.now();
    const timer = setTimeout(() => dismiss(notice.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= Date.now() - since;
    };
  }, [held, notice.id]);
  const undo = notice.undo;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding the clock is no action of its own
    <div
      className={s["notice"]}
      data-kind={notice.kind ?? "done"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={s["text"]}>{notice.text}</p>
      {undo ? (
        <Button
          kind="link"
          className={s["undo"]}
          onClick={() => {
            dismiss(notice.id);
            undo.run();
          }}
        >
          {undo.label ?? t("ui.undo")}
        </Button>
      ) : null}
      <button
        type="button"
        className={s["close"]}
        aria-label={t("ui.close")}
        onClick={() => dismiss(notice.id)}
      >
        <CloseIcon aria-hidden="true" size={16} />
      </button>
    </div>
  );
}
