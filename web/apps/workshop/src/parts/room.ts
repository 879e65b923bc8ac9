/** How much room an element has on the screen. */
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export interface Room {
  width: number;
  height: number;
}

/** Room of the element that gets the ref, whole px; null before the first layout. */
export function useRoom<E extends HTMLElement>(): [RefObject<E | null>, Room | null] {
  const ref = useRef<E>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const width = Math.floor(element.clientWidth);
      const height = Math.floor(element.clientHeight);
      setRoom((was) => (was?.width === width && was.height === height ? was : { width, height }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, room];
}

/** Whether the screen is one of 8 inches: less room, and bigger buttons in its px. */
export function isSmall(): boolean {
  return matchMedia("(max-width: 1023px), (max-height: 719px)").matches;
}
