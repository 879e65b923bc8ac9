"""Words of the trade that a piece is described with: closed lists, so that nothing is free text."""

from enum import StrEnum


class Urgency(StrEnum):
    """How soon the client needs it."""

    NORMAL = "normal"
    URGENT = "urgent"
    CLIENT_WAITS = "client-waits"
    """Urgent, and the client sits in the pick-up office until it is there."""


class Product(StrEnum):
    """What the piece will be."""

    MIRROR = "mirror"
    TABLETOP = "tabletop"
    SHELF = "shelf"
    STAINED_GLASS = "stained-glass"
    CEILING_PANEL = "ceiling-panel"
    SHOWCASE = "showcase"
    SHOWCASE_DOOR = "showcase-door"
    DOOR = "door"
    FURNITURE_DOOR = "furniture-door"
    SPLASHBACK = "splashback"
    SHOWER_SCREEN = "shower-screen"
    WARDROBE_INSERT = "wardrobe-insert"
    DOOR_PANE = "door-pane"
    WINDOW_PANE = "window-pane"
    PANEL = "panel"
    TILE = "tile"
    TABLE_LEG = "table-leg"
    OTHER = "other"


class Material(StrEnum):
    """Glass the piece is cut from."""

    CLEAR = "clear"
    OPTIWHITE = "optiwhite"
    MIRROR = "mirror"
    BRONZE = "bronze"
    GREY = "grey"
    PATTERNED = "patterned"
    PAINTED = "painted"
    MATT = "matt"
    LAMINATED = "laminated"
    STAINED = "stained"


class Tint(StrEnum):
    """Colour of a mirror or of a tinted glass."""

    SILVER = "silver"
    BRONZE = "bronze"
    GREY = "grey"
    GOLD = "gold"
    GREEN = "green"
    BLUE = "blue"


class BackFilm(StrEnum):
    """Film on the back."""

    MOISTURE = "moisture"
    SAFETY = "safety"


class ShapeKind(StrEnum):
    """Outline of the piece; which further numbers it needs stands at `Shape`."""

    RECTANGLE = "rectangle"
    CIRCLE = "circle"
    OVAL = "oval"
    QUARTER_CIRCLE = "quarter-circle"
    ARCH = "arch"
    TRIANGLE = "triangle"
    TRAPEZOID = "trapezoid"
    DRAWING = "drawing"
    """By the attached drawing; width and height are its bounding box."""


class Side(StrEnum):
    """A side of the outline, seen from the front, the piece standing as it will be used."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"
    ARC = "arc"
    """The curve of a circle, oval, quarter circle or arch; the whole rim of a drawing."""


class CornerAt(StrEnum):
    """A corner of the bounding box, seen from the front."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


class CornerKind(StrEnum):
    """What is done to a corner."""

    RADIUS = "radius"
    CUT = "cut"


class Datum(StrEnum):
    """Where a position is measured from, always inwards; from the centre: right and up."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"
    CENTRE = "centre"


class EdgeKind(StrEnum):
    """Finish of the edge on one side."""

    RAW = "raw"
    ARRISSED = "arrissed"
    GROUND = "ground"
    POLISHED = "polished"
    EURO = "euro"


class Purpose(StrEnum):
    """What a hole or cut-out is for."""

    HOLDER = "holder"
    HANDLE = "handle"
    HINGE = "hinge"
    SOCKET = "socket"
    LOCK = "lock"
    PIPE = "pipe"
    OTHER = "other"


class CutoutKind(StrEnum):
    """How a cut-out is given."""

    ROUND = "round"
    """Diameter about its centre."""
    RECTANGULAR = "rectangular"
    """Width × height about its centre, inner radius."""
    NOTCH = "notch"
    """Open at a side: width along it, depth into the glass, inner radius."""
    CATALOGUE = "catalogue"
    """By the code of the hardware; position = its centre, on `side` if it is open there."""


class Face(StrEnum):
    """Which face of the glass."""

    FRONT = "front"
    BACK = "back"


class Treatment(StrEnum):
    """What is done to a zone of the surface."""

    MATTING = "matting"
    MATTING_PATTERN = "matting-pattern"
    PAINT = "paint"
    PRINT = "print"
    FILM = "film"


class Technique(StrEnum):
    """How stained glass is made."""

    OVERLAY = "overlay"
    """English technique: coloured film and self-adhesive lead on one whole pane."""
    TIFFANY = "tiffany"
    CLASSIC = "classic"
    POURED = "poured"
    FUSING = "fusing"


class FilmTexture(StrEnum):
    """Surface of a coloured film."""

    SMOOTH = "smooth"
    TEXTURED = "textured"


class SketchBy(StrEnum):
    """Who holds the sketch of the stained glass."""

    ARTIST = "artist"
    CLIENT = "client"
    CATALOGUE = "catalogue"
    ATTACHED = "attached"


class Template(StrEnum):
    """What the size is taken from when it is not taken from numbers alone."""

    CARDBOARD = "cardboard"
    OLD_PIECE = "old-piece"
    CLIENT_FILE = "client-file"


class MountingKind(StrEnum):
    """How the piece is held in its place."""

    HOLDERS = "holders"
    HINGES = "hinges"
    GLUE = "glue"
    UV_GLUE = "uv-glue"
    PROFILE = "profile"
    STANDOFFS = "standoffs"
    FRAME = "frame"


class MountedOn(StrEnum):
    """What it is fastened to."""

    WALL = "wall"
    PANEL = "panel"
    DOOR = "door"
    CEILING = "ceiling"
    FURNITURE = "furniture"
    GLASS = "glass"


class AttachmentKind(StrEnum):
    """What an attached file is."""

    DRAWING = "drawing"
    PHOTO = "photo"
    TEMPLATE = "template"
    SIGNATURE = "signature"
    """The client's signature at issue; never shown to a shop."""


class CancelReason(StrEnum):
    """Why an order was cancelled."""

    CLIENT_REFUSED = "client-refused"
    MISTAKE = "mistake"
    DUPLICATE = "duplicate"
    NOT_POSSIBLE = "not-possible"
    OTHER = "other"


class Stage(StrEnum):
    """Folder of the order."""

    DRAFT = "draft"
    IN_WORK = "in-work"
    READY = "ready"
    ISSUED = "issued"
    """In the archive: in the client's hands."""
    CANCELLED = "cancelled"


class ToldState(StrEnum):
    """Does the client know that his order is ready?"""

    TOLD = "told"
    """The provider took the message, or the desk rang him."""
    DELIVERED = "delivered"
    """The provider reports that it reached his telephone."""
    FAILED = "failed"
    """He was not told and nothing more will be tried by itself."""
    UNKNOWN = "unknown"
    """The provider did not say whether he took the message."""
    CALL_NEEDED = "call-needed"
    """He wants a call: the desk must ring him."""
