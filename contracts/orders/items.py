"""A piece as data: everything a cutter must know, whole millimetres, nothing in free text.

The shapes only carry; what may not be is refused by the orders service (`workorders/domain`), so
that an old record stays readable when a rule changes.
"""

from dataclasses import dataclass
from uuid import UUID

from contracts.orders.words import (
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
    Product,
    Purpose,
    ShapeKind,
    Side,
    SketchBy,
    Technique,
    Template,
    Tint,
    Treatment,
)
from contracts.rights import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """A corner that is not sharp: rounded by `size_mm`, or cut off `size_mm` along each side."""

    at: CornerAt
    kind: CornerKind
    size_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Outline, seen from the front; `width_mm` × `height_mm` is always the bounding box.

    Circle: width = height = diameter. Quarter circle: width = height = radius, the right angle at
    the bottom left. Arch: height = `side_height_mm` + `rise_mm`. Triangle: width = base, its apex
    stands above the point `apex_mm` from the left corner. Trapezoid: bottom `bottom_mm`, top
    `top_mm`, the top begins `top_offset_mm` to the right of the bottom's left end.
    """

    kind: ShapeKind
    width_mm: int
    height_mm: int
    corners: tuple[Corner, ...] = ()
    side_height_mm: int | None = None
    rise_mm: int | None = None
    apex_mm: int | None = None
    bottom_mm: int | None = None
    top_mm: int | None = None
    top_offset_mm: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Edge finish of one side."""

    side: Side
    kind: EdgeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Bevel of `width_mm` on these sides."""

    width_mm: int
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Drilled through; its centre is `x_mm`, `y_mm` inwards from the datum."""

    diameter_mm: int
    x_mm: int
    y_mm: int
    datum: Datum = Datum.BOTTOM_LEFT
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutout:
    """Cut out of the pane; position of its centre from the datum (of a notch: along `side`)."""

    kind: CutoutKind
    x_mm: int
    y_mm: int
    datum: Datum = Datum.BOTTOM_LEFT
    purpose: Purpose | None = None
    diameter_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    depth_mm: int | None = None
    radius_mm: int | None = None
    side: Side | None = None
    catalogue_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Part of a face that is treated: all of it, or a band `from_mm`–`to_mm` from `from_side`."""

    treatment: Treatment
    face: Face
    from_mm: int | None = None
    to_mm: int | None = None
    from_side: Side = Side.BOTTOM
    pattern_code: str | None = None
    """Code of the pattern in our catalogue."""
    ral: str | None = None
    drawing_id: UUID | None = None
    """Attachment that holds the pattern or the print."""
    shared_drawing: bool = False
    """One drawing runs over all pieces of the line or of the set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """Coloured film of the zones with these numbers on the sketch."""

    colour: str
    zones: tuple[int, ...] = ()
    texture: FilmTexture = FilmTexture.SMOOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class StainedGlass:
    """Stained glass: technique, lead, films or palette, how several panes make one picture."""

    technique: Technique
    lead_width_mm: int | None = None
    films: tuple[Film, ...] = ()
    palette: str | None = None
    sketch_by: SketchBy | None = None
    drawing_id: UUID | None = None
    mirrored_pair: bool = False
    """The pieces of the line are pairs, each the mirror image of the other."""
    tile_columns: int | None = None
    tile_rows: int | None = None
    """One picture over columns × rows panes, numbered from the top left, row by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mounting:
    """How and to what the piece is fastened, with which hardware."""

    kind: MountingKind
    on: MountedOn | None = None
    panel_thickness_mm: int | None = None
    hardware_code: str | None = None
    count: int | None = None
    by_us: bool = False
    """Our own fitters mount it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Place of the line in a set that is mounted together: part `number` of `count`."""

    set_name: str
    number: int
    count: int
    gap_mm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece as it must be made."""

    product: Product
    material: Material
    thickness_mm: int
    shape: Shape
    tint: Tint | None = None
    pattern: str | None = None
    """Trade name of a patterned glass, e.g. «Дельта»."""
    back_film: BackFilm | None = None
    tempered: bool = False
    edges: tuple[Edge, ...] = ()
    """One per side of the shape."""
    front: Side | None = None
    """Side that faces the room (shelves)."""
    facet: Facet | None = None
    holes: tuple[Hole, ...] = ()
    cutouts: tuple[Cutout, ...] = ()
    zones: tuple[Zone, ...] = ()
    stained_glass: StainedGlass | None = None
    mounting: Mounting | None = None
    part: Part | None = None
    template: Template | None = None
    drawing_id: UUID | None = None
    replacement: bool = False
    """Made in place of a broken one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Line of an order: `quantity` equal pieces, and the shops they go through in turn."""

    id: UUID
    position: int
    quantity: int
    route: tuple[Shop, ...]
    piece: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemName:
    """A line in words, for a text to the client."""

    ru: str
    en: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of the order; its bytes are fetched by id."""

    id: UUID
    kind: AttachmentKind
    sha256: str
    media_type: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing a correction changed: in the order (no item) or in an item.

    `field` is a dotted path (`piece.shape.width_mm`, `promised_on`); `old` None = added, `new`
    None = removed. An item added or removed as a whole has the field `item` and its name.
    """

    item_id: UUID | None = None
    field: str
    old: str | None = None
    new: str | None = None
