/**
 * What the first picture does not need: one chunk of its own, fetched right after it and kept by
 * the service worker like everything else.
 */
export { LinkScreen } from "./link/link.tsx";
export { OrderScreen } from "./order/order.tsx";
export { Thumbnail } from "./queue/thumbnail.tsx";
