/** The item drawn as one types: what cannot be read yet is left out, never guessed. */
import { useElementSize } from "@mantine/hooks";
import { Drawing, HoleList } from "@vitrazh/drawing";
import { useDeferredValue, useMemo } from "react";
import { t } from "../../../words.gen.ts";
import { readingOf } from "../model/content.ts";
import type { ItemForm } from "../model/form.ts";
import type { WrittenPiece } from "../model/to-piece.ts";

/** Room where nothing is measured yet, px; also the most that a picture gets in height. */
const ROOM_PX = 460;
const STEP_PX = 20;
const TEXT_PX = 13;

export function Picture({ item }: { item: ItemForm }) {
  const { piece } = readingOf(useDeferredValue(item));
  const drawn = useMemo(() => withoutUnplaced(piece), [piece]);
  const { ref, width } = useElementSize();
  // In steps, so that a dragged edge of the window does not draw it anew at every pixel.
  const across = Math.min(ROOM_PX, Math.floor((width || ROOM_PX) / STEP_PX) * STEP_PX);
  return (
    <figure ref={ref} className="of-picture" aria-label={t("order-form.picture")}>
      <Drawing
        piece={drawn}
        fit={{ width: across, height: ROOM_PX }}
        text={TEXT_PX}
        className="of-drawing"
      />
      <HoleList piece={drawn} className="of-hole-list" />
    </figure>
  );
}

/** A hole of which nobody has said yet where it is would stand in a corner, and look wrong. */
function withoutUnplaced(piece: WrittenPiece): WrittenPiece {
  const placed = ({ x_mm, y_mm }: { x_mm: number | null; y_mm: number | null }) =>
    x_mm !== null && y_mm !== null;
  return {
    ...piece,
    holes: (piece.holes ?? []).filter(
      (hole) => placed(hole) && (hole.diameter_mm as number | null),
    ),
    cutouts: (piece.cutouts ?? []).filter(placed),
  };
}
