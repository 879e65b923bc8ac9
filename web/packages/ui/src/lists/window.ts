/** Which rows of a list are drawn, and the way to one that is not. */
import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

export const ROW_PX = 41;
/** Up to so many rows all are drawn: the browser's search and the printer see them. */
const ALL = 100;
const OVERSCAN = 12;
/** Where nothing is laid out (tests), a screen's worth of rows is drawn. */
const UNMEASURED = { width: 1200, height: 800 };
/** No screen is higher, px: a list that may grow with its rows does not draw itself whole. */
const HIGHEST = 3000;

type List = Virtualizer<HTMLDivElement, HTMLTableRowElement>;

function observeRect(list: List, changed: (rect: { width: number; height: number }) => void) {
  const element = list.scrollElement;
  if (!element) return;
  const measure = () => {
    const { offsetWidth: width, offsetHeight: height } = element;
    changed(height ? { width, height: Math.min(height, HIGHEST) } : UNMEASURED);
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  return () => observer.disconnect();
}

export interface Window {
  indexes: readonly number[];
  /** Height of what is not drawn above and below, px. */
  before: number;
  after: number;
  measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  reveal: (index: number) => void;
}

/** Whether the page is being printed: paper shows the whole list. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

export function useWindow(
  count: number,
  keyOf: (index: number) => string | number,
  scroll: RefObject<HTMLDivElement | null>,
): Window {
  const printing = usePrinting();
  const whole = count <= ALL || printing;
  const list = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    enabled: !whole,
    observeElementRect: observeRect,
    measureElement: (row, entry) =>
      entry?.borderBoxSize?.[0]?.blockSize || row.offsetHeight || ROW_PX,
    useFlushSync: false,
  });
  if (whole) {
    return {
      indexes: Array.from({ length: count }, (_, index) => index),
      before: 0,
      after: 0,
      measure: undefined,
      reveal: () => {},
    };
  }
  const items = list.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: list.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: list.measureElement,
    reveal: (index) => list.scrollToIndex(index, { align: "auto" }),
  };
}
