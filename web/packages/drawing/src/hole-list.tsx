/** Holes and cut-outs as a table beside the drawing: the same numbers, the same datum. */
import type { ReactNode } from "react";
import { spotLabel } from "./features.ts";
import { zeroOf } from "./outline.ts";
import type { Piece, PieceLike } from "./piece.ts";
import { lengthText, spoken } from "./says.ts";
import type { Of } from "./sheet.ts";
import { datumOf, type Spot, spotsOf } from "./spots.ts";
import { tidy } from "./tidy.ts";
import { t } from "./words.gen.ts";

export interface HoleListProps {
  piece: PieceLike;
  className?: string;
  /** Called with the row under the pointer, null when a mouse leaves it. */
  onPoint?: (of: Of | null) => void;
}

/** Nothing at all for a piece without holes and cut-outs. */
export function HoleList({ piece, className, onPoint }: HoleListProps): ReactNode {
  const whole = tidy(piece);
  const datum = datumOf(whole);
  const spots = spotsOf(whole);
  if (datum === null || spots.length === 0) return null;
  return (
    <table className={className}>
      <caption>
        {t("drawing-list.title")}, {spoken(`drawing.datum.${datum}`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("drawing-list.number")}</th>
          <th scope="col">{t("drawing-list.what")}</th>
          <th scope="col">{t("drawing-list.x")}</th>
          <th scope="col">{t("drawing-list.y")}</th>
        </tr>
      </thead>
      <tbody>
        {spots.map((spot) => (
          <tr
            key={spot.number}
            onPointerEnter={() => onPoint?.(spot.of)}
            onPointerLeave={(event) => {
              // A finger that is lifted leaves too: what it tapped stays lit.
              if (event.pointerType !== "touch") onPoint?.(null);
            }}
          >
            <th scope="row">{spot.number}</th>
            <td>
              {nameOfSpot(spot)}
              {spot.wrong ? ` (${t("drawing-list.wrong")})` : null}
            </td>
            <td>{across(whole, spot)}</td>
            <td>{up(whole, spot)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOfSpot(spot: Spot): string {
  if (spot.form === "code") return t("drawing-list.code", { code: spot.code });
  if (spot.form === "round" && spot.of.list === "cutouts") {
    return t("drawing-list.round", { size: lengthText(spoken, 2 * spot.half[0]) });
  }
  return spotLabel(spoken, spot);
}

function across(piece: Piece, spot: Spot): string {
  if (spot.form === "notch" && (spot.side === "left" || spot.side === "right")) return "–";
  return from(piece, spot, 0);
}

function up(piece: Piece, spot: Spot): string {
  if (spot.form === "notch" && (spot.side === "top" || spot.side === "bottom")) return "–";
  return from(piece, spot, 1);
}

/** Distance from the datum of the drawing; from the centre, left and down are negative. */
function from(piece: Piece, spot: Spot, axis: 0 | 1): string {
  const datum = datumOf(piece) ?? "bottom-left";
  const way = spot.centre[axis] - zeroOf(piece.shape, datum)[axis];
  const backwards = axis === 1;
  if (datum !== "centre") return lengthText(spoken, Math.abs(way));
  return lengthText(spoken, backwards ? -way : way).replace("-", "−");
}
