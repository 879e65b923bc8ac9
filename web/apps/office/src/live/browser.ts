/** The browser around the stream: its locks, its channel. A browser without them reads by itself. */
import { openFeed } from "@vitrazh/api";
import type { Channel, Said, Surroundings } from "./leader.ts";

const NAME = "vitrazh-feed";

function join(hear: (said: Said) => void): Channel {
  if (typeof BroadcastChannel === "undefined") return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (message: MessageEvent<Said>) => hear(message.data);
  return { post: (said) => channel.postMessage(said), close: () => channel.close() };
}

function lead(until: Promise<void>, take: () => void): void {
  const waiting = new AbortController();
  void until.then(() => waiting.abort());
  // Only a secure page has locks; without both of them every tab reads a stream of its own.
  if (!navigator.locks || typeof BroadcastChannel === "undefined") {
    take();
    return;
  }
  navigator.locks
    .request(NAME, { signal: waiting.signal }, () => {
      take();
      return until;
    })
    .catch((error: unknown) => {
      // Whoever stops before his turn came is no trouble; anything else: read by ourselves.
      if (!waiting.signal.aborted && error) take();
    });
}

export const browser: Surroundings = { join, lead, open: openFeed };
