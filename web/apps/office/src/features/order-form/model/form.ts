/** The order form as it is typed: numbers are still text, so that nothing typed is ever lost. */
import type {
  AttachmentKind,
  BackFilm,
  CornerAt,
  CornerKind,
  CutoutKind,
  Datum,
  EdgeKind,
  Face,
  FilmTexture,
  Material,
  MountedOn,
  MountingKind,
  OrdersPurpose,
  Product,
  ShapeKind,
  Side,
  SketchBy,
  Technique,
  Template,
  Tint,
  Treatment,
  Urgency,
} from "@vitrazh/api";
import type { CardForm } from "../../../shared/client-card/card.ts";

/** Nothing chosen. */
export type Or<Value> = Value | "";

export interface ChosenClient {
  id: string;
  name: string;
  phones: string[];
}

export interface CornerForm {
  kind: CornerKind;
  size: string;
}

export interface HoleForm {
  key: string;
  how: "one" | "pair" | "corners";
  diameter: string;
  x: string;
  y: string;
  datum: Datum;
  purpose: Or<OrdersPurpose>;
  /** Of a pair: to its fellow, centre to centre. */
  across: string;
  up: string;
}

export interface CutoutForm {
  key: string;
  kind: CutoutKind;
  x: string;
  y: string;
  datum: Datum;
  purpose: Or<OrdersPurpose>;
  diameter: string;
  width: string;
  height: string;
  depth: string;
  radius: string;
  side: Or<Side>;
  code: string;
}

export interface ZoneForm {
  key: string;
  treatment: Treatment;
  face: Face;
  /** Both empty = the whole face. */
  from: string;
  to: string;
  fromSide: Side;
  pattern: string;
  ral: string;
  drawing: string;
  shared: boolean;
}

export interface FilmForm {
  key: string;
  colour: string;
  /** Numbers of the sketch's zones: `1, 2, 5-7`. */
  zones: string;
  texture: FilmTexture;
}

export interface GlassForm {
  technique: Technique;
  lead: string;
  films: FilmForm[];
  palette: string;
  sketchBy: Or<SketchBy>;
  drawing: string;
  pair: boolean;
  columns: string;
  rows: string;
}

export interface MountingForm {
  kind: MountingKind;
  on: Or<MountedOn>;
  panel: string;
  code: string;
  count: string;
  byUs: boolean;
}

export interface PartForm {
  name: string;
  number: string;
  count: string;
  gap: string;
}

export interface ItemForm {
  /** Identity in the form. */
  key: string;
  /** Identity at the server; null of a new item. */
  id: string | null;
  quantity: string;
  product: Product;
  material: Material;
  thickness: string;
  kind: ShapeKind;
  /** Width × height; of a circle its diameter, of a quarter circle its radius. */
  size: string;
  width: string;
  height: string;
  sideHeight: string;
  rise: string;
  apex: string;
  bottom: string;
  top: string;
  topOffset: string;
  /** All four alike, or each by itself. */
  cornersAlike: boolean;
  corner: CornerForm;
  corners: Record<CornerAt, CornerForm>;
  /** Of every side that `edges` does not name. */
  edge: EdgeKind;
  edges: Partial<Record<Side, EdgeKind>>;
  front: Or<Side>;
  facet: string;
  facetSides: "all" | Side[];
  holes: HoleForm[];
  cutouts: CutoutForm[];
  zones: ZoneForm[];
  glass: GlassForm | null;
  mounting: MountingForm | null;
  part: PartForm | null;
  tint: Or<Tint>;
  pattern: string;
  backFilm: Or<BackFilm>;
  tempered: boolean;
  template: Or<Template>;
  /** Id of an attachment, or key of a file that is not uploaded yet. */
  drawing: string;
  replacement: boolean;
}

export interface FileForm {
  /** Also the idempotency key of its upload. */
  key: string;
  name: string;
  bytes: number;
  kind: AttachmentKind;
}

export interface OrderForm {
  /** Office that takes the order; empty = the one of who types. */
  office: string;
  client: ChosenClient | null;
  /** A client's card that is being written down; null = he is looked for. */
  newClient: CardForm | null;
  /** `YYYY-MM-DD`; empty = the server's five working days. */
  promisedOn: string;
  urgency: Urgency;
  /** Office; empty = the one that takes the order. */
  pickup: string;
  /** Empty = who types. */
  manager: string;
  price: string;
  items: ItemForm[];
  files: FileForm[];
}

export const SIDES: Readonly<Record<ShapeKind, readonly Side[]>> = {
  rectangle: ["top", "right", "bottom", "left"],
  trapezoid: ["top", "right", "bottom", "left"],
  circle: ["arc"],
  oval: ["arc"],
  drawing: ["arc"],
  "quarter-circle": ["bottom", "left", "arc"],
  arch: ["arc", "right", "bottom", "left"],
  triangle: ["right", "bottom", "left"],
};
export const CORNERS: readonly CornerAt[] = [
  "top-left",
  "top-right",
  "bottom-left",
  "bottom-right",
];
/** The server takes so many. */
export const MOST_ITEMS = 200;
