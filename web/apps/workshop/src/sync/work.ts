/** The tablet at work, in the one tab that does it: reads the feed, sends, fetches what is wanted. */
import { type Feed, openFeed } from "@vitrazh/api";
import type { ShopDatabase } from "../store/database.ts";
import { follow } from "../store/live.ts";
import { refreshTiles } from "../store/operator.ts";
import { keepStorage, purge, room } from "../store/storage.ts";
import type { LinkName } from "../store/types.ts";
import { learn } from "./clock.ts";
import { takeEvent } from "./events.ts";
import { fetchWanted, snapshot } from "./fetch.ts";
import { isDisowned, ourHeaders, revoked } from "./identity.ts";
import { setLink } from "./link.ts";
import { Loop } from "./loop.ts";
import { post } from "./send.ts";
import { Sender } from "./sender.ts";
import { whenQueued } from "./wake-sender.ts";

const DISOWNED_AGAIN_MS = 5_000;
const PURGE_EVERY_MS = 6 * 3_600_000;

export class Work {
  readonly #db: ShopDatabase;
  readonly #sender: Sender;
  readonly #sending: Loop;
  readonly #fetching: Loop;
  readonly #stops: (() => void)[] = [];
  #feed: Feed | null = null;
  /** What the feed said last; a command that got no answer may have said otherwise since. */
  #told: LinkName = "connecting";
  #stopped = false;

  constructor(db: ShopDatabase) {
    this.#db = db;
    this.#sender = new Sender(db, post, {
      unanswered: () => void setLink(db, "lost"),
      revoked: async () => {
        if (await isDisowned()) await revoked();
        else this.#sending.later(DISOWNED_AGAIN_MS);
      },
    });
    this.#sending = new Loop(async () => {
      const pass = await this.#sender.pass();
      if (pass.what === "sent") return 0;
      return pass.what === "wait" ? pass.ms : null;
    });
    this.#fetching = new Loop(() => fetchWanted(db));
  }

  async start(): Promise<void> {
    const hear = (target: EventTarget, name: string, listener: () => void) => {
      target.addEventListener(name, listener);
      this.#stops.push(() => target.removeEventListener(name, listener));
    };
    hear(globalThis, "online", () => this.#tryNow());
    hear(globalThis, "offline", () => this.#feed?.drop());
    hear(document, "visibilitychange", () => this.#tryNow());
    whenQueued(() => this.#sending.now());
    this.#stops.push(() => whenQueued(null));
    this.#watch();
    const purging = setInterval(() => void purge(this.#db), PURGE_EVERY_MS);
    this.#stops.push(() => clearInterval(purging));
    void room().then(({ persisted }) => persisted || keepStorage());
    await this.#open();
  }

  stop(): void {
    this.#stopped = true;
    for (const stop of this.#stops) stop();
    this.#sending.stop();
    this.#fetching.stop();
    this.#feed?.stop();
  }

  /** Sees what other tabs put into the database. */
  #watch(): void {
    let newest = 0;
    let nudged: number | null | undefined = null;
    this.#stops.push(
      follow(
        ["outbox"],
        ({ outbox }) => outbox.all(),
        (all) => {
          const last = all.at(-1)?.n ?? 0;
          if (last > newest) this.#sending.now();
          newest = Math.max(newest, last);
        },
      ),
      follow(
        ["wanted"],
        ({ wanted }) => wanted.all(),
        () => this.#fetching.now(),
      ),
      follow(
        ["values"],
        (tables) => tables.value("nudge"),
        (now) => {
          if (nudged !== null && now !== nudged) this.#tryNow();
          nudged = now;
        },
      ),
    );
  }

  async #open(): Promise<void> {
    const db = this.#db;
    const cursor = (await db.value("cursor")) ?? null;
    if (this.#stopped) return;
    this.#feed = openFeed({
      headers: ourHeaders,
      cursor,
      snapshot: (at) => snapshot(db, at),
      apply: async (event, at) => {
        await takeEvent(db, event, at);
        this.#alive();
      },
      beat: (at) => db.setValue("cursor", at),
      said: (time) => {
        learn(time);
        this.#alive();
      },
      state: (state) => this.#linked(state),
      signedOut: () => void this.#unknown(),
    });
  }

  #linked(state: LinkName): void {
    this.#told = state;
    void setLink(this.#db, state);
    if (state !== "live") return;
    this.#sender.again();
    this.#sending.now();
    this.#fetching.now();
    void refreshTiles().catch(() => {}); // Those of before still do.
  }

  #alive(): void {
    if (this.#told === "live" || this.#told === "bus-lost") void setLink(this.#db, this.#told);
  }

  /** The feed's door did not know us: our server, or a network in between? */
  async #unknown(): Promise<void> {
    if (await isDisowned()) return revoked();
    await setLink(this.#db, "lost");
    await new Promise((done) => setTimeout(done, DISOWNED_AGAIN_MS));
    return this.#open();
  }

  #tryNow(): void {
    this.#sender.again();
    this.#sending.now();
    this.#feed?.wake();
  }
}
