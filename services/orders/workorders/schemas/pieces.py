"""A piece as the desk's form sends it: as people say it, with the shorthand they use."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, TypeAdapter

from chassis.errors import DomainError, FieldError, Invalid
from chassis.http.schemas import In
from contracts.orders import items as published
from contracts.orders.words import (
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
from services.orders.workorders.domain import Size, all_round, hole_at_each_corner, two_holes

Mm = Annotated[int, Field(ge=-100_000, le=100_000, description="Whole mm")]
Count = Annotated[int, Field(ge=-100_000, le=100_000)]
Word = Annotated[str, Field(min_length=1, max_length=80)]
Loc = tuple[str | int, ...]
_SHAPE = TypeAdapter(published.Shape)
_PIECE = TypeAdapter(published.Piece)


class CornerIn(In):
    """A rounded or cut corner."""

    at: CornerAt
    kind: CornerKind = CornerKind.RADIUS
    size_mm: Mm


class ShapeIn(In):
    """Outline, with the shorthand of the trade.

    `size` ("800×1200") may stand for width and height, `diameter_mm` for those of a circle,
    `radius_mm` of a quarter circle; the height of an arch and the width of a trapezoid follow.
    """

    kind: ShapeKind = ShapeKind.RECTANGLE
    size: str | None = Field(None, max_length=40, examples=["800x1200", "800 на 1200"])
    width_mm: Mm | None = None
    height_mm: Mm | None = None
    diameter_mm: Mm | None = None
    radius_mm: Mm | None = None
    corners: list[CornerIn] = Field(default_factory=list, max_length=4)
    side_height_mm: Mm | None = None
    rise_mm: Mm | None = None
    apex_mm: Mm | None = None
    bottom_mm: Mm | None = None
    top_mm: Mm | None = None
    top_offset_mm: Mm | None = None

    def said(self) -> published.Shape:
        """Return the outline with its bounding box.

        Raises:
            Invalid: the size is not understood, or is missing.
        """
        width, height = self._box()
        shorthand = {"size", "width_mm", "height_mm", "diameter_mm", "radius_mm"}
        return _SHAPE.validate_python(
            self.model_dump(exclude=shorthand) | {"width_mm": width, "height_mm": height}
        )

    def _box(self) -> tuple[int, int]:
        if self.size is not None:
            size = Size.parse(self.size)
            return size.width_mm, size.height_mm
        width, height = self.width_mm, self.height_mm
        round_mm = self.diameter_mm or self.radius_mm
        if round_mm is not None and self.kind in {ShapeKind.CIRCLE, ShapeKind.QUARTER_CIRCLE}:
            width, height = width or round_mm, height or round_mm
        if self.kind is ShapeKind.ARCH and height is None and self.side_height_mm is not None:
            height = self.side_height_mm + (self.rise_mm or 0)
        if self.kind is ShapeKind.TRAPEZOID and width is None:
            width = self._trapezoid_width()
        missing = [n for n, v in (("width_mm", width), ("height_mm", height)) if v is None]
        if width is None or height is None:
            raise Invalid(*(_missing(name) for name in missing))
        return width, height

    def _trapezoid_width(self) -> int:
        offset = self.top_offset_mm or 0
        return max(self.bottom_mm or 0, offset + (self.top_mm or 0)) - min(0, offset)


def _missing(name: str) -> FieldError:
    return FieldError((name,), "missing", "Укажите размер", "Give the size")


class EdgeIn(In):
    """Edge finish of a side, or of `all` sides."""

    side: Side | Literal["all"] = "all"
    kind: EdgeKind


class FacetIn(In):
    """Bevel on some sides, or on `all`."""

    width_mm: Mm
    sides: list[Side] | Literal["all"] = "all"


class FellowIn(In):
    """The second of two holes, centre to centre, further inwards from the same datum."""

    across_mm: Mm = 0
    up_mm: Mm = 0


class HoleIn(In):
    """A hole, a pair (`fellow`), or the same hole at `each_corner`."""

    diameter_mm: Mm
    x_mm: Mm
    y_mm: Mm
    datum: Datum = Datum.BOTTOM_LEFT
    purpose: Purpose | None = None
    fellow: FellowIn | None = None
    each_corner: bool = Field(
        default=False, description="Four holes, each `x_mm` from both edges of its corner"
    )

    def said(self) -> tuple[published.Hole, ...]:
        """Return the holes that are meant."""
        if self.each_corner:
            return hole_at_each_corner(self.diameter_mm, self.x_mm, self.purpose)
        hole = published.Hole(
            diameter_mm=self.diameter_mm,
            x_mm=self.x_mm,
            y_mm=self.y_mm,
            datum=self.datum,
            purpose=self.purpose,
        )
        if self.fellow is None:
            return (hole,)
        return two_holes(hole, across_mm=self.fellow.across_mm, up_mm=self.fellow.up_mm)


class CutoutIn(In):
    """A cut-out by its numbers or by its code in the catalogue."""

    kind: CutoutKind
    x_mm: Mm
    y_mm: Mm
    datum: Datum = Datum.BOTTOM_LEFT
    purpose: Purpose | None = None
    diameter_mm: Mm | None = None
    width_mm: Mm | None = None
    height_mm: Mm | None = None
    depth_mm: Mm | None = None
    radius_mm: Mm | None = None
    side: Side | None = None
    catalogue_code: Word | None = None


class ZoneIn(In):
    """A treated zone: the whole face, or a band."""

    treatment: Treatment
    face: Face
    from_mm: Mm | None = None
    to_mm: Mm | None = None
    from_side: Side = Side.BOTTOM
    pattern_code: Word | None = None
    ral: Word | None = None
    drawing_id: UUID | None = None
    shared_drawing: bool = False


class FilmIn(In):
    """A coloured film and the zones of the sketch that it covers."""

    colour: Word
    zones: list[Count] = Field(default_factory=list, max_length=500)
    texture: FilmTexture = FilmTexture.SMOOTH


class StainedGlassIn(In):
    """Stained glass."""

    technique: Technique
    lead_width_mm: Mm | None = None
    films: list[FilmIn] = Field(default_factory=list, max_length=50)
    palette: Word | None = None
    sketch_by: SketchBy | None = None
    drawing_id: UUID | None = None
    mirrored_pair: bool = False
    tile_columns: Count | None = None
    tile_rows: Count | None = None


class MountingIn(In):
    """How it is held."""

    kind: MountingKind
    on: MountedOn | None = None
    panel_thickness_mm: Mm | None = None
    hardware_code: Word | None = None
    count: Count | None = None
    by_us: bool = False


class PartIn(In):
    """Place in a set."""

    set_name: Word
    number: Count
    count: Count
    gap_mm: Mm = 0


class PieceIn(In):
    """One piece. Sides without an edge are raw."""

    product: Product
    material: Material
    thickness_mm: Mm
    shape: ShapeIn
    tint: Tint | None = None
    pattern: Word | None = None
    back_film: BackFilm | None = None
    tempered: bool = False
    edges: list[EdgeIn] = Field(default_factory=list, max_length=9)
    front: Side | None = None
    facet: FacetIn | None = None
    holes: list[HoleIn] = Field(default_factory=list, max_length=100)
    cutouts: list[CutoutIn] = Field(default_factory=list, max_length=100)
    zones: list[ZoneIn] = Field(default_factory=list, max_length=50)
    stained_glass: StainedGlassIn | None = None
    mounting: MountingIn | None = None
    part: PartIn | None = None
    template: Template | None = None
    drawing_id: UUID | None = None
    replacement: bool = False

    def said(self, loc: Loc) -> published.Piece:
        """Return the piece in full.

        Raises:
            Invalid: its size is not understood, at `loc`.
        """
        try:
            shape = self.shape.said()
        except Invalid as error:
            raise _moved(error, (*loc, "shape")) from error
        body = self.model_dump(exclude={"shape", "edges", "facet", "holes"})
        facet = None
        if self.facet is not None:
            sides = self.facet.sides
            every = tuple(edge.side for edge in all_round(shape, EdgeKind.RAW))
            facet = published.Facet(
                width_mm=self.facet.width_mm, sides=every if sides == "all" else tuple(sides)
            )
        holes = tuple(hole for given in self.holes for hole in given.said())
        return _PIECE.validate_python(
            body | {"shape": shape, "edges": self._edges(shape), "facet": facet, "holes": holes}
        )

    def _edges(self, shape: published.Shape) -> tuple[published.Edge, ...]:
        """`all` first; a side that is named has its own edge. A side named twice stays twice."""
        named = tuple(
            published.Edge(side=edge.side, kind=edge.kind)
            for edge in self.edges
            if edge.side != "all"
        )
        rest = next((edge.kind for edge in self.edges if edge.side == "all"), EdgeKind.RAW)
        taken = {edge.side for edge in named}
        return (*named, *(e for e in all_round(shape, rest) if e.side not in taken))


def _moved(error: Invalid, loc: Loc) -> DomainError:
    fields = (FieldError((*loc, *f.loc), f.code, f.ru, f.en) for f in error.fields)
    return Invalid(*fields)
