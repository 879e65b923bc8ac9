/** A piece drawn to scale, as inline SVG. It never throws: what cannot be drawn is left out. */
import { language } from "@vitrazh/words/i18n";
import { createElement, memo, type ReactNode, useMemo } from "react";
import type { PieceLike } from "./piece.ts";
import { type Detail, type Fit, scene } from "./scene.ts";
import type { Tags } from "./sheet.ts";
import { summary } from "./summary.ts";
import { type Element, elements, viewBox } from "./svg.ts";
import { tidy } from "./tidy.ts";

/** What a pointer, a field or a correction is on. */
export interface Highlight {
  /** Places in the lists, from 0. */
  holes?: readonly number[];
  cutouts?: readonly number[];
  /** Fields as a correction names them: `piece.shape.width_mm`, `piece.holes.1.x_mm`. */
  fields?: readonly string[];
}

export interface DrawingProps {
  piece: PieceLike;
  /** Room on the screen, px. The text is at least `text` px high there. */
  fit: { width: number; height: number };
  text: number;
  highlight?: Highlight;
  /** `shape`: only the glass, for lists. `measured`: no legend below. */
  detail?: Detail;
  className?: string;
}

const FONT = "var(--vz-font, 'Golos Text', 'DejaVu Sans', sans-serif)";

export const Drawing = memo(function Drawing(props: DrawingProps): ReactNode {
  const { piece, fit, text, highlight, detail = "full", className } = props;
  const { width, height } = fit;
  const spoken = language();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  const drawn = useMemo(() => {
    const whole = tidy(piece);
    // A room that is not measured yet is as good as a small one.
    const room: Fit = {
      width: Math.max(width, 1),
      height: Math.max(height, 1),
      text: Math.max(text, 1),
    };
    return { scene: scene(whole, { fit: room, detail }), name: summary(whole) };
  }, [piece, width, height, text, detail, spoken]);
  const lit = (tags: Tags) => isLit(highlight, tags);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={viewBox(drawn.scene)}
      width={width}
      height={height}
      fontFamily={FONT}
      fontSize={drawn.scene.text}
      role="img"
      aria-label={drawn.name}
      className={className}
    >
      {elements(drawn.scene, lit).map(node)}
    </svg>
  );
});

/** Whether a mark shows something that is pointed at. */
export function isLit(highlight: Highlight | undefined, { of, field }: Tags): boolean {
  if (highlight === undefined) return false;
  const own = of ? `${of.list}.${of.index + 1}` : field;
  if (own === undefined) return false;
  if (of && highlight[of.list]?.includes(of.index)) return true;
  return (highlight.fields ?? []).some((changed) => {
    const name = changed.replace(/^piece\./, "");
    return name === own || name.startsWith(`${own}.`) || own.startsWith(`${name}.`);
  });
}

const CAMEL: Readonly<Record<string, string>> = {
  class: "className",
  "fill-rule": "fillRule",
  "stroke-width": "strokeWidth",
  "stroke-linejoin": "strokeLinejoin",
  "stroke-dasharray": "strokeDasharray",
  "text-anchor": "textAnchor",
};

function node(element: Element, key: number): ReactNode {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [CAMEL[name] ?? name, value]),
  );
  const children = element.text ?? element.children.map(node);
  return createElement(element.tag, { key, ...attributes }, children);
}
