/** A list that may be longer than the screen: two big keys turn it, nobody has to drag. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { t } from "../words.gen.ts";
import { Press } from "./press.tsx";
import { Shape } from "./shape.tsx";

/** Part of the height by which a key turns the list: a line of what was read stays. */
const TURN = 0.8;

export interface ScrollerProps {
  label: string;
  className?: string;
  children: ReactNode;
}

export function Scroller({ label, className = "", children }: ScrollerProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ up: false, down: false });
  const look = () => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const up = scrollTop > 1;
    const down = scrollTop + clientHeight < scrollHeight - 1;
    setMore((was) => (was.up === up && was.down === down ? was : { up, down }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is inside may have grown
  useLayoutEffect(() => {
    look();
    const watch = new ResizeObserver(look);
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, [children]);
  const turn = (way: 1 | -1) => {
    const element = box.current;
    element?.scrollBy({ top: way * TURN * element.clientHeight, behavior: "instant" });
    look();
  };
  return (
    <div className={`scroller ${className}`.trim()}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section ref={box} className="scroller-box" aria-label={label} tabIndex={0} onScroll={look}>
        {children}
      </section>
      {more.up || more.down ? (
        <div className="scroller-keys">
          <Press aria-label={t("shop.up")} off={!more.up} onClick={() => turn(-1)}>
            <Shape kind="up" />
          </Press>
          <Press aria-label={t("shop.down")} off={!more.down} onClick={() => turn(1)}>
            <Shape kind="down" />
          </Press>
        </div>
      ) : null}
    </div>
  );
}
