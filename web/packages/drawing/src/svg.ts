/** A scene as SVG elements: the page's component and the text of the file draw the same. */
import { num } from "./numbers.ts";
import type { Scene } from "./scene.ts";
import type { Primitive, Role, Tags } from "./sheet.ts";

export interface Element {
  tag: "g" | "path" | "text";
  attributes: Readonly<Record<string, string>>;
  children: readonly Element[];
  text: string | null;
}

const INK = "var(--vz-drawing-line, currentColor)";
const MEASURE = "var(--vz-drawing-dimension, currentColor)";
const ZONE = "var(--vz-drawing-zone, currentColor)";
const GLASS = "var(--vz-drawing-glass, none)";
const FAULT = "var(--vz-drawing-fault, red)";
const LIT = "var(--vz-drawing-highlight, blue)";

/** How a role is drawn: stroke width in text heights (0 = filled), colour, dashes. */
interface Look {
  role: Role;
  width: number;
  colour: string;
  dashes?: readonly number[];
}
/** From the deepest to the uppermost. */
const LOOKS: readonly Look[] = [
  { role: "glass", width: 0, colour: GLASS },
  { role: "hatch", width: 0.05, colour: ZONE },
  { role: "hidden-hatch", width: 0.05, colour: ZONE, dashes: [0.45, 0.25] },
  { role: "edge", width: 0.06, colour: INK },
  { role: "edge-dashed", width: 0.06, colour: INK, dashes: [0.4, 0.22] },
  { role: "axis", width: 0.04, colour: MEASURE, dashes: [0.9, 0.2, 0.2, 0.2] },
  { role: "thin", width: 0.05, colour: MEASURE },
  { role: "facet", width: 0.06, colour: INK },
  { role: "outline", width: 0.125, colour: INK },
  { role: "unsure", width: 0.125, colour: INK, dashes: [0.6, 0.35] },
  { role: "cut", width: 0.1, colour: INK },
  { role: "arrow", width: 0, colour: MEASURE },
  { role: "datum", width: 0, colour: INK },
  { role: "label", width: 0, colour: MEASURE },
  { role: "dimension", width: 0, colour: MEASURE },
  { role: "number", width: 0, colour: INK },
  { role: "note", width: 0, colour: MEASURE },
];

/** Groups by role, so that colours and widths stand once. */
export function elements(scene: Scene, lit: (tags: Tags) => boolean = () => false): Element[] {
  const parts = scene.marks.flatMap(flat);
  return LOOKS.flatMap((look) => {
    const own = parts.filter((part) => part.role === look.role);
    if (own.length === 0) return [];
    const children = own.map((part) => drawn(part, look, lit(part)));
    return [{ tag: "g", attributes: group(look, scene.text), children, text: null }];
  });
}

type Flat = Exclude<Primitive, { is: "dimension" }>;

function flat(mark: Primitive): Flat[] {
  if (mark.is !== "dimension") return [mark];
  const tags = {
    ...(mark.of ? { of: mark.of } : {}),
    ...(mark.wrong ? { wrong: mark.wrong } : {}),
    ...(mark.field ? { field: mark.field } : {}),
  };
  const { x, y, anchor, text } = mark;
  return [
    { is: "path", role: "thin", d: mark.lines, ...tags },
    { is: "path", role: "arrow", d: mark.arrows, ...tags },
    { is: "text", role: "dimension", x, y, anchor, text, ...tags },
  ];
}

function group(look: Look, unit: number): Record<string, string> {
  const attributes: Record<string, string> = { class: `vz-drawing-${look.role}` };
  if (look.width === 0) {
    attributes["fill"] = look.colour;
    if (look.role === "glass") attributes["fill-rule"] = "evenodd";
    return attributes;
  }
  attributes["fill"] = "none";
  attributes["stroke"] = look.colour;
  attributes["stroke-width"] = num(look.width * unit);
  attributes["stroke-linejoin"] = "round";
  if (look.dashes)
    attributes["stroke-dasharray"] = look.dashes.map((dash) => num(dash * unit)).join(" ");
  return attributes;
}

function drawn(part: Flat, look: Look, lit: boolean): Element {
  const attributes: Record<string, string> = {};
  if (part.is === "path") attributes["d"] = part.d;
  else {
    attributes["x"] = num(part.x);
    attributes["y"] = num(part.y);
    if (part.anchor !== "start") attributes["text-anchor"] = part.anchor;
  }
  const colour = part.wrong ? FAULT : lit ? LIT : null;
  if (colour !== null) attributes[look.width === 0 ? "fill" : "stroke"] = colour;
  return part.is === "path"
    ? { tag: "path", attributes, children: [], text: null }
    : { tag: "text", attributes, children: [], text: part.text };
}

/** `x y width height` of what is drawn, with its margin. */
export function viewBox(scene: Scene): string {
  const { left, top, right, bottom } = scene.view;
  return [left, top, right - left, bottom - top].map(num).join(" ");
}

const FONT = "'Golos Text Variable', 'Golos Text', 'DejaVu Sans', sans-serif";

/** The scene as the text of an SVG file. */
export function svg(scene: Scene, title: string): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox(scene)}" font-family="${FONT}" font-size="${num(scene.text)}" role="img">`;
  return `${head}<title>${escaped(title)}</title>${elements(scene).map(written).join("")}</svg>`;
}

function written(element: Element): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
  const content =
    (element.text === null ? "" : escaped(element.text)) + element.children.map(written).join("");
  return content === ""
    ? `<${element.tag}${attributes}/>`
    : `<${element.tag}${attributes}>${content}</${element.tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
