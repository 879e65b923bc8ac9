/** Puts a layer beside what it belongs to, inside the window, and keeps it there. */

/** Px between the two, and between the layer and the edge of the window. */
const APART = 4;
const EDGE = 8;

/** The attribute of a layer; where there is no top layer (tests) it would hide the layer for good. */
export const POPOVER =
  typeof HTMLElement !== "undefined" && "showPopover" in HTMLElement.prototype
    ? ({ popover: "manual" } as const)
    : {};

/** Shows in the top layer; test environments without one have it shown already. */
export function showLayer(layer: HTMLElement): void {
  if (layer.isConnected && layer.showPopover && !layer.matches(":popover-open")) {
    layer.showPopover();
  }
}

export function hideLayer(layer: HTMLElement): void {
  if (layer.isConnected && layer.hidePopover && layer.matches(":popover-open")) {
    layer.hidePopover();
  }
}

/**
 * Below the anchor, or above it when there is more room; from its left edge when that fits, else
 * to its right one. Returns how to stop following it.
 */
export function placeBelow(anchor: HTMLElement, layer: HTMLElement): () => void {
  const place = () => {
    const box = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = layer;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - box.bottom - APART - EDGE;
    const above = box.top - APART - EDGE;
    const up = height > below && above > below;
    const left = box.left + width > clientWidth - EDGE ? box.right - width : box.left;
    const top = up ? box.top - APART - height : box.bottom + APART;
    layer.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE))}px`;
    layer.style.top = `${Math.max(EDGE, top)}px`;
    layer.style.maxHeight = `${Math.max(120, up ? above : below)}px`;
  };
  place();
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  return () => {
    removeEventListener("scroll", place, { capture: true });
    removeEventListener("resize", place);
  };
}
