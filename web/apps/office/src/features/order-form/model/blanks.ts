/** Things of the form as they begin. */
import type {
  ChosenClient,
  CornerForm,
  CutoutForm,
  FilmForm,
  GlassForm,
  HoleForm,
  ItemForm,
  MountingForm,
  OrderForm,
  PartForm,
  ZoneForm,
} from "./form.ts";

export function newKey(): string {
  return crypto.randomUUID();
}

export function blankItem(): ItemForm {
  const sharp = (): CornerForm => ({ kind: "radius", size: "" });
  return {
    key: newKey(),
    id: null,
    quantity: "1",
    product: "mirror",
    material: "mirror",
    thickness: "4",
    kind: "rectangle",
    size: "",
    width: "",
    height: "",
    sideHeight: "",
    rise: "",
    apex: "",
    bottom: "",
    top: "",
    topOffset: "",
    cornersAlike: true,
    corner: sharp(),
    corners: {
      "top-left": sharp(),
      "top-right": sharp(),
      "bottom-left": sharp(),
      "bottom-right": sharp(),
    },
    edge: "raw",
    edges: {},
    front: "",
    facet: "",
    facetSides: "all",
    holes: [],
    cutouts: [],
    zones: [],
    glass: null,
    mounting: null,
    part: null,
    tint: "",
    pattern: "",
    backFilm: "",
    tempered: false,
    template: "",
    drawing: "",
    replacement: false,
  };
}

export function blankHole(more: Partial<HoleForm> = {}): HoleForm {
  return {
    key: newKey(),
    how: "one",
    diameter: "8",
    x: "",
    y: "",
    datum: "bottom-left",
    purpose: "",
    across: "",
    up: "",
    ...more,
  };
}

export function blankCutout(more: Partial<CutoutForm> = {}): CutoutForm {
  return {
    key: newKey(),
    kind: "round",
    x: "",
    y: "",
    datum: "bottom-left",
    purpose: "",
    diameter: "",
    width: "",
    height: "",
    depth: "",
    radius: "",
    side: "",
    code: "",
    ...more,
  };
}

export function blankZone(more: Partial<ZoneForm> = {}): ZoneForm {
  return {
    key: newKey(),
    treatment: "matting",
    face: "front",
    from: "",
    to: "",
    fromSide: "bottom",
    pattern: "",
    ral: "",
    drawing: "",
    shared: false,
    ...more,
  };
}

export function blankFilm(more: Partial<FilmForm> = {}): FilmForm {
  return { key: newKey(), colour: "", zones: "", texture: "smooth", ...more };
}

export function blankGlass(more: Partial<GlassForm> = {}): GlassForm {
  return {
    technique: "overlay",
    lead: "",
    films: [],
    palette: "",
    sketchBy: "",
    drawing: "",
    pair: false,
    columns: "",
    rows: "",
    ...more,
  };
}

export function blankMounting(more: Partial<MountingForm> = {}): MountingForm {
  return { kind: "holders", on: "wall", panel: "", code: "", count: "", byUs: false, ...more };
}

export function blankPart(): PartForm {
  return { name: "", number: "", count: "", gap: "" };
}

export function blankOrder(client: ChosenClient | null = null): OrderForm {
  return {
    office: "",
    client,
    newClient: null,
    promisedOn: "",
    urgency: "normal",
    pickup: "",
    manager: "",
    price: "",
    items: [],
    files: [],
  };
}

/** The same piece once more, as a new item. */
export function repeated(item: ItemForm): ItemForm {
  return { ...structuredClone(item), key: newKey(), id: null };
}
