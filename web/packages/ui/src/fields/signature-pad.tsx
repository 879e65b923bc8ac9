/** A place to sign with a finger, a pen or a mouse. */
import { type PointerEvent, useRef, useState } from "react";
import { Button } from "../actions/button.tsx";
import { cx } from "../cx.ts";
import { t } from "../words.gen.ts";
import s from "./signature-pad.module.css";

type Point = [x: number, y: number];

/** Strokes in CSS px of a surface of `width` × `height`. */
export interface Signature {
  width: number;
  height: number;
  strokes: Point[][];
}

interface SignaturePadProps {
  label: string;
  onChange: (signature: Signature | null) => void;
  disabled?: boolean;
  className?: string;
}

/** What the server takes: points of a stroke, strokes, the largest coordinate. */
const MOST_POINTS = 2000;
const MOST_STROKES = 200;
const FARTHEST = 10_000;
/** Points nearer than this, px, add nothing to the line. */
const STEP = 2;

/** Leaves out points, evenly, until a stroke is short enough; a dot becomes a short line. */
export function thinned(points: readonly Point[]): Point[] {
  const first = points[0];
  if (!first) return [];
  if (points.length === 1) return [first, [Math.min(first[0] + 1, FARTHEST), first[1]]];
  const every = Math.ceil(points.length / (MOST_POINTS - 1));
  const last = points.length - 1;
  return points.filter((_, index) => index % every === 0 || index === last);
}

/** A line through the middles of the pieces: smooth without bending off the points. */
export function path(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const parts = [`M${first[0]} ${first[1]}`];
  rest.forEach(([x, y], index) => {
    const next = rest[index + 1];
    if (next) parts.push(`Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}`);
    else parts.push(`L${x} ${y}`);
  });
  return parts.join("");
}

export function SignaturePad({ label, onChange, disabled = false, className }: SignaturePadProps) {
  const surface = useRef<SVGSVGElement>(null);
  const line = useRef<SVGPathElement>(null);
  const drawing = useRef<{ pointer: number; points: Point[] } | null>(null);
  const [strokes, setStrokes] = useState<Point[][]>([]);

  function point(event: { clientX: number; clientY: number }): Point {
    const box = surface.current?.getBoundingClientRect();
    const inside = (value: number, most: number) =>
      Math.round(Math.max(0, Math.min(most || FARTHEST, FARTHEST, value)));
    return [
      inside(event.clientX - (box?.left ?? 0), box?.width ?? 0),
      inside(event.clientY - (box?.top ?? 0), box?.height ?? 0),
    ];
  }

  function begin(event: PointerEvent<SVGSVGElement>) {
    if (disabled || drawing.current || event.button !== 0 || strokes.length >= MOST_STROKES) return;
    event.preventDefault();
    surface.current?.setPointerCapture?.(event.pointerId);
    drawing.current = { pointer: event.pointerId, points: [point(event)] };
    show();
  }

  function move(event: PointerEvent<SVGSVGElement>) {
    const now = drawing.current;
    if (now?.pointer !== event.pointerId) return;
    const native = event.nativeEvent;
    const coalesced = native.getCoalescedEvents?.() ?? [];
    for (const each of coalesced.length ? coalesced : [native]) {
      const next = point(each);
      const before = now.points.at(-1);
      if (before && Math.hypot(next[0] - before[0], next[1] - before[1]) < STEP) continue;
      now.points.push(next);
    }
    show();
  }

  function finish(event: PointerEvent<SVGSVGElement>) {
    const now = drawing.current;
    if (now?.pointer !== event.pointerId) return;
    drawing.current = null;
    show();
    put([...strokes, thinned(now.points)]);
  }

  /** Drawn past React, at the pace of the pen. */
  function show() {
    line.current?.setAttribute("d", path(drawing.current?.points ?? []));
  }

  function put(next: Point[][]) {
    setStrokes(next);
    const box = surface.current?.getBoundingClientRect();
    const side = (value: number | undefined) =>
      Math.max(10, Math.min(FARTHEST, Math.round(value || FARTHEST)));
    onChange(
      next.length ? { width: side(box?.width), height: side(box?.height), strokes: next } : null,
    );
  }

  return (
    <div className={cx(s["pad"], className)}>
      <div className={s["surface"]} data-disabled={disabled || undefined}>
        <svg
          ref={surface}
          role="img"
          aria-label={`${label}. ${t(strokes.length ? "ui.signature-done" : "ui.signature-empty")}`}
          className={s["ink"]}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={finish}
          onPointerCancel={finish}
        >
          {strokes.map((stroke, index) => (
            <path key={index} d={path(stroke)} />
          ))}
          <path ref={line} />
        </svg>
        {strokes.length ? null : <span className={s["hint"]}>{t("ui.signature-hint")}</span>}
      </div>
      <div className={s["foot"]}>
        <span>{label}</span>
        <Button kind="link" disabled={disabled || !strokes.length} onClick={() => put([])}>
          {t("ui.signature-clear")}
        </Button>
      </div>
    </div>
  );
}
