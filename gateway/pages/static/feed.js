// The feed: hello → snapshot → apply what was buffered → live. Read by fetch, not EventSource:
// so a tablet can send its token, and a 401 is seen as what it is.
import { identity } from "./kit.js";

const SILENCE_MS = 40_000; // the gateway beats every 15 s
const LONGEST_PAUSE_MS = 10_000;

export class Feed {
  /**
   * @param {{snapshot: () => Promise<void>, apply: (event: object) => void,
   *   state: (name: "live" | "lost" | "bus-lost") => void, signedOut: () => void}} page
   */
  constructor(page) {
    this.page = page;
    this.cursor = null;
    this.buffer = null; // events that came while the snapshot was on its way
    this.failures = 0;
    this.stopped = false;
  }

  async run() {
    while (!this.stopped) {
      const abort = new AbortController();
      this.abort = abort;
      try {
        await this.read(abort);
      } catch {
        // the link is gone; how it went does not matter
      }
      clearTimeout(this.watchdog);
      if (this.stopped) return;
      this.page.state("lost");
      this.failures += 1;
      const wait = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** this.failures);
      await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random() / 2)));
    }
  }

  stop() {
    this.stopped = true;
    this.abort?.abort();
  }

  async read(abort) {
    const headers = { Accept: "text/event-stream", ...identity.headers };
    if (this.cursor !== null) headers["Last-Event-ID"] = this.cursor;
    this.watch(abort);
    const answer = await fetch("/api/feed", { headers, credentials: identity.credentials, cache: "no-store", signal: abort.signal });
    if (answer.status === 401 || answer.status === 403) {
      this.stopped = true;
      this.page.signedOut();
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      this.watch(abort);
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) this.take(block);
    }
  }

  watch(abort) {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
  }

  take(block) {
    const fields = {};
    for (const line of block.split("\n")) {
      const at = line.indexOf(": ");
      if (at > 0) fields[line.slice(0, at)] = line.slice(at + 2);
    }
    if (fields.data === undefined) return;
    const data = JSON.parse(fields.data);
    this.failures = 0;
    if (fields.event === "link") this.page.state(data.bus === "back" ? "live" : "bus-lost");
    else if (fields.event === "hello") {
      this.page.state("live");
      if (!data.resumed) this.begin();
    } else if (fields.event === "reset") {
      this.page.state("live");
      this.begin();
    } else if (fields.event !== "beat") {
      if (this.buffer) this.buffer.push(data);
      else this.page.apply(data);
    }
    if (fields.id) this.cursor = fields.id; // only after the event was taken
  }

  /** Take the snapshot; what comes meanwhile waits, and is applied if it is newer. */
  async begin() {
    const mine = [];
    this.buffer = mine;
    try {
      await this.page.snapshot();
    } catch {
      this.cursor = null; // without a snapshot there is nothing to go on from: start again
      this.abort.abort();
      return;
    }
    if (this.buffer !== mine) return; // a later reset began anew
    this.buffer = null;
    for (const event of mine) this.page.apply(event);
  }
}
