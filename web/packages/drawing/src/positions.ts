/** Positions of holes and cut-outs, all from the one datum of the drawing. */
import { mouth } from "./notch.ts";
import { cents } from "./numbers.ts";
import { zeroOf } from "./outline.ts";
import type { Datum } from "./piece.ts";
import type { FourSides, Stop } from "./place.ts";
import { addFromZero, axisOf, outwards, type Plan, stopAt } from "./plan.ts";
import { lengthText } from "./says.ts";
import type { Point } from "./segments.ts";
import { isUpright, type Spot } from "./spots.ts";

/** On the two sides that meet at the datum: those of a notch only along its side. */
export function addPositions(plan: Plan, spots: readonly Spot[], datum: Datum): void {
  const across: FourSides = datum === "top-left" || datum === "top-right" ? "top" : "bottom";
  const up: FourSides = datum === "top-right" || datum === "bottom-right" ? "right" : "left";
  const level = spots.filter((spot) => spot.form !== "notch" || !isUpright(spot));
  const upright = spots.filter((spot) => spot.form !== "notch" || isUpright(spot));
  measure(plan, across, datum, level);
  measure(plan, up, datum, upright);
}

function measure(plan: Plan, side: FourSides, datum: Datum, spots: readonly Spot[]): void {
  const axis = axisOf(side);
  const other = axis === 0 ? 1 : 0;
  const far = outwards(side);
  const zero = zeroOf(plan.piece.shape, datum);
  const found = new Map<number, Stop>();
  for (const spot of spots) {
    const centre = centreOf(plan, spot);
    const key = cents(centre[axis]);
    const known = found.get(key);
    const nearer = known !== undefined && known.from[other] * far >= centre[other] * far;
    if (key === cents(zero[axis]) || nearer) continue;
    found.set(key, { at: centre[axis], from: centre, clear: spot.half[other] + 0.5 * plan.unit });
  }
  const stops = [...found.values()].sort((a, b) => a.at - b.at);
  const from =
    datum === "centre"
      ? { at: zero[axis], from: zero, clear: 0.6 * plan.unit }
      : stopAt(plan, side, zero[axis]);
  if (!addFromZero(plan, side, from, stops)) list(plan, axis, zero, spots);
}

function centreOf(plan: Plan, spot: Spot): Point {
  return spot.form === "notch" ? (mouth(plan.outline, spot) ?? spot.centre) : spot.centre;
}

/** `X: 1 – 60; 2 – 157`, by the numbers of the drawing. */
function list(plan: Plan, axis: 0 | 1, zero: Point, spots: readonly Spot[]): void {
  const values = spots.map((spot) => {
    const way = Math.abs(centreOf(plan, spot)[axis] - zero[axis]);
    return plan.say("drawing.position", {
      number: spot.number,
      size: lengthText(plan.say, way),
    });
  });
  const all = values.join("; ");
  plan.listed.push(plan.say(axis === 0 ? "drawing.positions-x" : "drawing.positions-y", { all }));
}
