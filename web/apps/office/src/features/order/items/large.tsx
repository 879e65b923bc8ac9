/** The drawing as large as the window, and larger: + and − by buttons and by keys. */
import type { ServicesOrdersWorkordersSchemasOrdersItemOut as Item } from "@vitrazh/api";
import { Drawing } from "@vitrazh/drawing";
import { Button, Dialog, Row, useShortcut } from "@vitrazh/ui";
import { useState } from "react";
import { t } from "../../../words.gen.ts";
import s from "./items.module.css";
import { itemName } from "./piece-words.ts";

const STEP = 1.4;
const MOST = 5;
const TEXT = 16;
/** What the dialog's head, foot and edges take from the window, px. */
const AROUND = { width: 96, height: 230 };
/** The widest dialog, less its edges, px. */
const MOST_WIDTH = 900;
const LEAST = { width: 240, height: 200 };

interface LargeDrawingProps {
  item: Item;
  open: boolean;
  onClose: () => void;
}

export function LargeDrawing({ item, open, onClose }: LargeDrawingProps) {
  return (
    <Dialog title={`${item.position}. ${itemName(item)}`} size="l" open={open} onClose={onClose}>
      <Zoomed item={item} />
    </Dialog>
  );
}

function Zoomed({ item }: { item: Item }) {
  const [zoom, setZoom] = useState(1);
  const grow = () => setZoom((now) => Math.min(MOST, now * STEP));
  const shrink = () => setZoom((now) => Math.max(1, now / STEP));
  const fit = () => setZoom(1);
  useShortcut("+", grow, { label: t("order.item.zoom-in") });
  useShortcut("-", shrink, { label: t("order.item.zoom-out") });
  useShortcut("0", fit, { label: t("order.item.fit") });
  const width = Math.max(LEAST.width, Math.min(window.innerWidth - AROUND.width, MOST_WIDTH));
  const height = Math.max(LEAST.height, window.innerHeight - AROUND.height);
  return (
    <div className={s["large"]}>
      <Row gap="s">
        <Button onClick={grow} disabled={zoom >= MOST} keys="+">
          {t("order.item.zoom-in")}
        </Button>
        <Button onClick={shrink} disabled={zoom <= 1} keys="-">
          {t("order.item.zoom-out")}
        </Button>
        <Button onClick={fit} disabled={zoom === 1} keys="0">
          {t("order.item.fit")}
        </Button>
      </Row>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, this is a drawing that scrolls */}
      <div
        className={s["window"]}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll the drawing
        tabIndex={0}
        aria-label={t("order.item.drawing-of", { name: itemName(item) })}
      >
        <Drawing
          piece={item.piece}
          fit={{ width: Math.round(width * zoom), height: Math.round(height * zoom) }}
          text={TEXT}
        />
      </div>
    </div>
  );
}
