/**
 * One stream for all tabs of a browser: the tab that holds the lock reads the feed and passes on
 * what it hears. When it closes, the lock falls to another tab, which goes on from the same place.
 */
import type { FeedEvent, FeedReader, LinkState } from "@vitrazh/api";

/** What the reading tab tells the others. */
export type Said =
  | { kind: "event"; event: FeedEvent; cursor: string }
  | { kind: "cursor"; cursor: string }
  | { kind: "snapshot"; cursor: string }
  | { kind: "link"; state: LinkState; since: number }
  | { kind: "signed-out" }
  /** A tab has just opened: how does the link stand? */
  | { kind: "who" }
  /** A tab heard that the network is back. */
  | { kind: "wake" };

export interface Channel {
  post: (said: Said) => void;
  close: () => void;
}

export interface Surroundings {
  /** Resolves when this tab is the one to read; it stays so until `until` resolves. */
  lead: (until: Promise<void>, take: () => void) => void;
  join: (hear: (said: Said) => void) => Channel;
  open: (reader: FeedReader) => { stop: () => void; wake: () => void };
}

export interface Hearing {
  event: (event: FeedEvent) => void;
  /** Everything may have changed: fetch it anew. */
  snapshot: () => Promise<void>;
  link: (state: LinkState, since: number) => void;
  signedOut: () => void;
}

export interface Stream {
  stop: () => void;
  wake: () => void;
}

/** Takes part in the browser's one stream until `stop`. */
export function takePart(around: Surroundings, hearing: Hearing): Stream {
  let cursor: string | null = null;
  let stream: { stop: () => void; wake: () => void } | null = null;
  let link: { state: LinkState; since: number } | null = null;
  let release = () => {};
  let stopped = false;

  const channel = around.join((said) => {
    if (stopped) return;
    if (said.kind === "who") {
      if (stream && link) channel.post({ kind: "link", ...link });
    } else if (said.kind === "wake") {
      stream?.wake();
    } else if (!stream) {
      follow(said);
    }
  });

  function follow(said: Said): void {
    if (said.kind === "event") {
      cursor = said.cursor;
      hearing.event(said.event);
    } else if (said.kind === "cursor") {
      cursor = said.cursor;
    } else if (said.kind === "snapshot") {
      cursor = said.cursor;
      void hearing.snapshot();
    } else if (said.kind === "link") {
      hearing.link(said.state, said.since);
    } else if (said.kind === "signed-out") {
      hearing.signedOut();
    }
  }

  function read(): void {
    if (stopped) return;
    stream = around.open({
      cursor,
      snapshot: async (at) => {
        cursor = at;
        channel.post({ kind: "snapshot", cursor: at });
        await hearing.snapshot();
      },
      apply: (event, at) => {
        cursor = at;
        channel.post({ kind: "event", event, cursor: at });
        hearing.event(event);
      },
      beat: (at) => {
        cursor = at;
        channel.post({ kind: "cursor", cursor: at });
      },
      state: (state) => {
        if (link?.state !== state) link = { state, since: Date.now() };
        channel.post({ kind: "link", ...link });
        hearing.link(link.state, link.since);
      },
      signedOut: () => {
        channel.post({ kind: "signed-out" });
        hearing.signedOut();
      },
    });
  }

  around.lead(new Promise((done) => (release = done)), read);
  channel.post({ kind: "who" });
  return {
    stop: () => {
      stopped = true;
      stream?.stop();
      stream = null;
      channel.close();
      release();
    },
    wake: () => (stream ? stream.wake() : channel.post({ kind: "wake" })),
  };
}
