/** Stained glass in the legend: technique, lead, films, pairs, and the scheme of several panes. */
import { textWidth } from "./numbers.ts";
import type { Film, Piece, StainedGlass } from "./piece.ts";
import { lengthText, type Say } from "./says.ts";
import type { Point } from "./segments.ts";
import { addPath, addText, type Box, type Sheet, stroke, take } from "./sheet.ts";

/** A line of the legend; `sample` draws left of the text, in this box. */
export interface Entry {
  text: string;
  sample: ((box: Box) => void) | null;
}

/** A scheme of more panes than this would be larger than the drawing. */
const MOST_TILES = 60;

function plain(text: string): Entry {
  return { text, sample: null };
}

export function stained(on: Sheet, glass: StainedGlass, say: Say): Entry[] {
  const found = [plain(say(`drawing.technique.${glass.technique}`))];
  if (glass.lead_width_mm !== null) {
    const text = say("drawing.lead", { size: lengthText(say, glass.lead_width_mm) });
    found.push({ text, sample: (box) => addPath(on, "outline", across(box)) });
  }
  if (glass.films.length > 0) {
    found.push(
      plain(
        say("drawing.films", { films: glass.films.map((film) => filmName(film, say)).join("; ") }),
      ),
    );
  }
  if (glass.palette !== null) found.push(plain(say("drawing.palette", { palette: glass.palette })));
  if (glass.mirrored_pair) {
    found.push({ text: say("drawing.pair"), sample: (box) => pair(on, box) });
  }
  if (glass.tile_columns && glass.tile_rows) {
    const size = { columns: glass.tile_columns, rows: glass.tile_rows };
    found.push(plain(say("drawing.tiles", size)));
  }
  return found;
}

function across({ left, right, top, bottom }: Box): string {
  return stroke([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
}

/** Two panes, each the mirror image of the other, and the axis between them. */
function pair(on: Sheet, { left, right, top, bottom }: Box): void {
  const middle = (left + right) / 2;
  const air = 0.2 * on.unit;
  const one = stroke([left, bottom], [middle - air, bottom], [middle - air, top]);
  const two = stroke([right, bottom], [middle + air, bottom], [middle + air, top]);
  addPath(on, "facet", `${one}Z${two}Z`);
  addPath(on, "axis", stroke([middle, top - air], [middle, bottom + air]));
}

function filmName(film: Film, say: Say): string {
  const name =
    film.texture === "textured"
      ? say("drawing.film-textured", { colour: film.colour })
      : film.colour;
  if (film.zones.length === 0) return name;
  return say("drawing.film-zones", { film: name, zones: film.zones.join(", ") });
}

/** The scheme of a picture over several panes, numbered row by row from the top left. */
export function drawTiles(on: Sheet, piece: Piece, at: Point): void {
  const columns = piece.stained_glass?.tile_columns ?? 0;
  const rows = piece.stained_glass?.tile_rows ?? 0;
  if (columns * rows < 1 || columns * rows > MOST_TILES) return;
  const { unit } = on;
  const { width_mm: w, height_mm: h } = piece.shape;
  const longest = textWidth(String(columns * rows)) + 0.7;
  const cell: Point = [
    Math.max(longest, Math.min(6, (1.5 * w) / h)) * unit,
    Math.max(1.5, Math.min(6, (longest * h) / w)) * unit,
  ];
  const [left, top] = at;
  const right = left + columns * cell[0];
  const bottom = top + rows * cell[1];
  let grid = "";
  for (let column = 0; column <= columns; column += 1) {
    grid += stroke([left + column * cell[0], top], [left + column * cell[0], bottom]);
  }
  for (let row = 0; row <= rows; row += 1) {
    grid += stroke([left, top + row * cell[1]], [right, top + row * cell[1]]);
  }
  addPath(on, "thin", grid);
  for (let index = 0; index < columns * rows; index += 1) {
    const column = index % columns;
    const row = (index - column) / columns;
    const middle: Point = [left + (column + 0.5) * cell[0], top + (row + 0.5) * cell[1]];
    addText(on, "number", String(index + 1), middle, "middle");
  }
  take(on, { left, top, right, bottom });
}
