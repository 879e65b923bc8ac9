/** What is ordered most: one key fills everything but the size. */
import {
  blankCutout,
  blankGlass,
  blankHole,
  blankItem,
  blankMounting,
  blankZone,
} from "./blanks.ts";
import type { ItemForm } from "./form.ts";

export type Preset =
  | "mirror"
  | "facet-mirror"
  | "tabletop"
  | "shelf"
  | "stained-glass"
  | "splashback"
  | "showcase-door"
  | "furniture-door"
  | "shower-screen"
  | "by-drawing"
  | "door-pane"
  | "round-mirror"
  | "wardrobe-insert"
  | "other";

const CLEAR = { material: "clear" } as const;

const FILLED: Readonly<Record<Preset, () => Partial<ItemForm>>> = {
  mirror: () => ({ edge: "polished" }),
  "facet-mirror": () => ({ facet: "20" }),
  tabletop: () => ({
    ...CLEAR,
    product: "tabletop",
    thickness: "10",
    edge: "polished",
    tempered: true,
  }),
  shelf: () => ({
    ...CLEAR,
    product: "shelf",
    thickness: "6",
    edge: "polished",
    edges: { top: "raw" },
    front: "bottom",
  }),
  "stained-glass": () => ({
    ...CLEAR,
    product: "stained-glass",
    glass: blankGlass({ lead: "6", sketchBy: "artist" }),
  }),
  splashback: () => ({
    product: "splashback",
    material: "optiwhite",
    thickness: "6",
    tempered: true,
    zones: [blankZone({ treatment: "paint", face: "back" })],
    cutouts: [blankCutout({ diameter: "68", purpose: "socket" })],
  }),
  "showcase-door": () => ({
    ...CLEAR,
    product: "showcase-door",
    thickness: "5",
    tempered: true,
    holes: [
      blankHole({
        how: "pair",
        diameter: "12",
        datum: "bottom-right",
        purpose: "handle",
        up: "128",
      }),
    ],
  }),
  "furniture-door": () => ({
    product: "furniture-door",
    material: "matt",
    holes: [blankHole({ how: "pair", diameter: "35", x: "22", y: "90", purpose: "hinge" })],
  }),
  "shower-screen": () => ({
    ...CLEAR,
    product: "shower-screen",
    thickness: "8",
    edge: "polished",
    tempered: true,
    mounting: blankMounting({ kind: "hinges", count: "2" }),
  }),
  "by-drawing": () => ({ ...CLEAR, product: "other", kind: "drawing" }),
  "door-pane": () => ({ ...CLEAR, product: "door-pane", replacement: true }),
  "round-mirror": () => ({ kind: "circle", edge: "polished" }),
  "wardrobe-insert": () => ({ product: "wardrobe-insert", backFilm: "safety" }),
  other: () => ({ ...CLEAR, product: "other" }),
};

/** In the order of the number keys: 1 … 9, 0; the rest have no key. */
export const PRESETS = Object.keys(FILLED) as Preset[];

export function presetOfKey(key: string): Preset | undefined {
  if (!/^\d$/.test(key)) return undefined;
  return PRESETS[key === "0" ? 9 : Number(key) - 1];
}

export function keyOfPreset(preset: Preset): string | undefined {
  const place = PRESETS.indexOf(preset);
  return place < 10 ? String((place + 1) % 10) : undefined;
}

export function itemOf(preset: Preset): ItemForm {
  return { ...blankItem(), ...FILLED[preset]() };
}
