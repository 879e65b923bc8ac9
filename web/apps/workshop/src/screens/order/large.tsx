/** A drawing or a picture over the whole screen: bigger and smaller by keys, moved by keys. */
import { Drawing } from "@vitrazh/drawing";
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Press } from "../../parts/press.tsx";
import { type Room, useRoom } from "../../parts/room.ts";
import { Shape, type ShapeName } from "../../parts/shape.tsx";
import type { Item } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

const ZOOMS = [1, 1.5, 2, 3, 4];
/** Least height of the text, px; it grows slower than the glass, or nothing would be won. */
const TEXT = 32;
const MOST_TEXT = 2;
/** Part of the screen that one press moves by. */
const STEP = 0.5;

const MOVES: readonly [ShapeName & ("left" | "up" | "down" | "right"), number, number][] = [
  ["left", -1, 0],
  ["right", 1, 0],
  ["up", 0, -1],
  ["down", 0, 1],
];

export function LargeDrawing(props: { piece: Item["piece"]; onClose: () => void }): ReactNode {
  return (
    <Large title={t("ticket.drawing")} onClose={props.onClose}>
      {(room, zoom) => (
        <Drawing
          piece={props.piece}
          fit={{ width: room.width * zoom, height: room.height * zoom }}
          text={TEXT * Math.min(zoom, MOST_TEXT)}
          detail="measured"
        />
      )}
    </Large>
  );
}

/** What was in the middle stays there when the drawing grows or shrinks. */
function useMiddle(box: RefObject<HTMLElement | null>, zoom: number, room: Room | null): void {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !room) return;
    const by = zoom / before.current;
    before.current = zoom;
    const moved = (from: number, half: number) => (from + half) * by - half;
    element.scrollTo({
      left: moved(element.scrollLeft, element.clientWidth / 2),
      top: moved(element.scrollTop, element.clientHeight / 2),
      behavior: "instant",
    });
  }, [box, zoom, room]);
}

export interface LargeProps {
  title: string;
  onClose: () => void;
  children: (room: Room, zoom: number) => ReactNode;
}

export function Large({ title, onClose, children }: LargeProps): ReactNode {
  const [step, setStep] = useState(0);
  const [ref, room] = useRoom<HTMLDivElement>();
  const box = useRef<HTMLElement>(null);
  const zoom = ZOOMS[step] ?? 1;
  useMiddle(box, zoom, room);
  const move = (x: number, y: number) => {
    const { clientWidth = 0, clientHeight = 0 } = box.current ?? {};
    box.current?.scrollBy({
      left: x * STEP * clientWidth,
      top: y * STEP * clientHeight,
      behavior: "instant",
    });
  };
  return (
    <main className="large">
      <h1 className="hidden">{title}</h1>
      <div ref={ref} className="large-room">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
        <section ref={box} className="large-box" aria-label={title} tabIndex={0}>
          {room && room.width > 0 ? children(room, zoom) : null}
        </section>
      </div>
      <div className="large-keys">
        <Press aria-label={t("ticket.smaller")} off={step === 0} onClick={() => setStep(step - 1)}>
          −
        </Press>
        <Press
          aria-label={t("ticket.bigger")}
          off={step === ZOOMS.length - 1}
          onClick={() => setStep(step + 1)}
        >
          +
        </Press>
        {step === 0
          ? null
          : MOVES.map(([way, x, y]) => (
              <Press
                key={way}
                className="move"
                aria-label={t(`ticket.move-${way}`)}
                onClick={() => move(x, y)}
              >
                <Shape kind={way} />
              </Press>
            ))}
        <Press className="close" onClick={onClose}>
          {t("shop.close")}
        </Press>
      </div>
    </main>
  );
}
