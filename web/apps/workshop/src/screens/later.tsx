/** The screens of `rest.ts`, as components that come when they are here. */
import { lazy } from "react";

const load = () => import("./rest.ts");

/** Fetches them ahead, once the first picture stands; without network they come when needed. */
export function fetchAhead(): void {
  load().catch(() => {});
}

export const OrderScreen = lazy(async () => ({ default: (await load()).OrderScreen }));
export const LinkScreen = lazy(async () => ({ default: (await load()).LinkScreen }));
export const Thumbnail = lazy(async () => ({ default: (await load()).Thumbnail }));
