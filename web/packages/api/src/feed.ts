/**
 * The feed: hello → snapshot → events, each handled to its end before the next, so that a cursor is
 * never ahead of what was stored. Parsing is the library's; reconnecting is ours, because a
 * ready-made client moves its cursor when a message arrives, not when it was stored.
 */
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { FeedEvent } from "./events.gen.ts";

/** `live`; `bus-lost`: we are connected, but no facts reach the gateway; `lost`: no connection. */
export type LinkState = "connecting" | "live" | "bus-lost" | "lost";

export interface FeedReader {
  /** Identity of a tablet; a browser of the office sends its cookie by itself. */
  headers?: () => Record<string, string>;
  /** Id of the last thing that was stored; null = begin with a snapshot. */
  cursor: string | null;
  /** Fetch everything anew and store it together with the cursor. */
  snapshot: (cursor: string) => Promise<void>;
  /** Store one event together with the cursor. */
  apply: (event: FeedEvent, cursor: string) => Promise<void> | void;
  /** Store the cursor alone: a beat moved it on. */
  beat?: (cursor: string) => Promise<void> | void;
  state: (state: LinkState) => void;
  /** The server spoke, and this was its time: the link is alive. */
  said?: (serverTime: string) => void;
  /** The server does not know who reads: sign in (or pair) again. The feed has ended. */
  signedOut: () => void;
}

const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 300;

interface Message {
  event?: string | undefined;
  data: string;
  id?: string | undefined;
}

export interface Feed {
  stop: () => void;
  /** Tries again at once: the network may be back. */
  wake: () => void;
  /** Gives up the present connection: the network is known to be gone. */
  drop: () => void;
}

/** Reads the feed until it is stopped. */
export function openFeed(reader: FeedReader): Feed {
  let stopped = false;
  let failures = 0;
  let abort = new AbortController();
  let wakeUp: (() => void) | null = null;
  let cursor = reader.cursor;

  async function take(message: Message): Promise<void> {
    const id = message.id ?? cursor ?? "";
    const name = message.event ?? "";
    const data = JSON.parse(message.data) as Record<string, unknown>;
    if (!("type" in data) && typeof data["time"] === "string") reader.said?.(data["time"]);
    if (name === "link") {
      reader.state(data["bus"] === "back" ? "live" : "bus-lost");
    } else if (name === "hello" || name === "reset") {
      if (name === "reset" || data["resumed"] !== true) await reader.snapshot(id);
      failures = 0;
      reader.state("live");
    } else if (name === "beat") {
      if (id !== cursor) await reader.beat?.(id);
    } else {
      await reader.apply(data as unknown as FeedEvent, id);
    }
    if (message.id) cursor = message.id;
  }

  async function read(signal: AbortSignal): Promise<void> {
    let watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
    try {
      const answer = await fetch("/api/feed", {
        headers: {
          Accept: "text/event-stream",
          ...(cursor === null ? {} : { "Last-Event-ID": cursor }),
          ...reader.headers?.(),
        },
        cache: "no-store",
        signal,
      });
      if (answer.status === 401 || answer.status === 403) {
        stopped = true;
        reader.signedOut();
        return;
      }
      if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
      const messages = answer.body
        .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
        .pipeThrough(new EventSourceParserStream())
        .getReader();
      for (;;) {
        const { value, done } = await messages.read();
        clearTimeout(watchdog);
        if (done) return;
        await take(value);
        watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
      }
    } finally {
      clearTimeout(watchdog);
    }
  }

  async function pause(): Promise<void> {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
    failures += 1;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, longest * (0.5 + Math.random() / 2));
      wakeUp = () => {
        clearTimeout(timer);
        failures = 0;
        done();
      };
    });
    wakeUp = null;
  }

  async function run(): Promise<void> {
    reader.state("connecting");
    while (!stopped) {
      abort = new AbortController();
      try {
        await read(abort.signal);
      } catch {
        // The link is gone, or the snapshot could not be had: both mean the same, again.
      }
      abort.abort();
      if (stopped) return;
      reader.state("lost");
      await pause();
    }
  }

  void run();
  return {
    stop: () => {
      stopped = true;
      abort.abort();
      wakeUp?.();
    },
    wake: () => wakeUp?.(),
    drop: () => abort.abort(),
  };
}
