/** What jsdom lacks and the screens need: media queries, observers, IndexedDB. */
import "fake-indexeddb/auto";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

class Unobserving {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (typeof window !== "undefined") {
  window.matchMedia ??= (query: string) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }) as MediaQueryList;
  window.ResizeObserver ??= Unobserving as unknown as typeof ResizeObserver;
  window.IntersectionObserver ??= Unobserving as unknown as typeof IntersectionObserver;
  Element.prototype.scrollIntoView ??= () => {};
}

afterEach(() => cleanup());
