/** The feed as screens see it: how the link stands, and every event as it comes. */
import type { FeedEvent, LinkState } from "@vitrazh/api";
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Link {
  state: LinkState;
  /** Since when it stands so, ms since 1970. */
  since: number;
}

type Listener = (event: FeedEvent) => void;

let link: Link = { state: "connecting", since: Date.now() };
const linkWatchers = new Set<() => void>();
const listeners = new Set<Listener>();

/** How the link stands now. */
export function linkNow(): Link {
  return link;
}

/** The link stands otherwise; told by whoever holds the stream. */
export function setLink(state: LinkState, since: number = Date.now()): void {
  if (link.state === state) return;
  link = { state, since };
  for (const changed of linkWatchers) changed();
}

/** An event has come; told by whoever holds the stream. */
export function emitEvent(event: FeedEvent): void {
  for (const listener of listeners) listener(event);
}

/** Calls back with every event; returns how to stop that. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function onLink(changed: () => void): () => void {
  linkWatchers.add(changed);
  return () => linkWatchers.delete(changed);
}

/** `live`, `bus-lost`, `lost` or `connecting`. */
export function useLink(): LinkState {
  return useLinkSince().state;
}

/** How the link stands, and since when. */
export function useLinkSince(): Link {
  return useSyncExternalStore(onLink, linkNow);
}

/** Calls `listen` with every event of the feed while the component stands. */
export function useOnEvent(listen: Listener): void {
  const latest = useRef(listen);
  useEffect(() => {
    latest.current = listen;
  });
  useEffect(() => onEvent((event) => latest.current(event)), []);
}
