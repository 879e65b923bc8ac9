/** Whether a thing has come near the screen: an order of 200 items is not drawn all at once. */
import { type RefObject, useEffect, useRef, useState } from "react";

/** How far below or above the screen drawing begins. */
const AHEAD = "800px 0px";

/** True at once for what is drawn `eagerly`, else from the moment it comes near; then for good. */
export function useNear<Element extends HTMLElement>(
  eagerly: boolean,
): [RefObject<Element | null>, boolean] {
  const ref = useRef<Element>(null);
  const [near, setNear] = useState(eagerly);
  useEffect(() => {
    const place = ref.current;
    if (near || !place) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    watcher.observe(place);
    return () => watcher.disconnect();
  }, [near]);
  return [ref, near];
}
