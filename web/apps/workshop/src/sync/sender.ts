/**
 * Sends the outbox: in the order in which things were done, one at a time, each under its own key
 * until it is answered. Whatever happens between two lines here, the next start finds the command
 * in the outbox and sends the same again.
 */
import type { Refusal } from "@vitrazh/api";
import type { ShopDatabase } from "../store/database.ts";
import { writing } from "../store/store.ts";
import type { Command } from "../store/types.ts";
import { righted } from "./clock.ts";
import { confirm, hold, putBack, refuse, withoutPhoto } from "./outcome.ts";
import type { Post } from "./send.ts";
import { judge } from "./verdict.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** How long a command waits for the PIN of the one who did it; then it goes out unverified. */
export const PIN_PATIENCE_MS = 60_000;

/** What the sender tells the rest of the tablet. */
export interface Around {
  /** No answer came: the link may be gone before the feed knows. */
  unanswered: () => void;
  /** The tablet was taken out of service: it stops. */
  revoked: () => Promise<void> | void;
}

type Pass = { what: "sent" } | { what: "idle" } | { what: "stop" } | { what: "wait"; ms: number };

/** 1–30 s, doubling, with jitter, so that a room of tablets does not knock at once. */
export function backOff(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  return longest * (0.5 + Math.random() / 2);
}

export class Sender {
  readonly #db: ShopDatabase;
  readonly #post: Post;
  readonly #around: Around;
  /** Orders whose command has to wait: until when (ms), after how many failures. */
  readonly #later = new Map<string, { until: number; failures: number }>();
  #failures = 0;

  constructor(db: ShopDatabase, post: Post, around: Around) {
    this.#db = db;
    this.#post = post;
    this.#around = around;
  }

  /** Nothing keeps a command back any more: the network is back, or somebody asked to try. */
  again(): void {
    this.#failures = 0;
    this.#later.clear();
  }

  /** Sends the next command that may go; says how to go on. */
  async pass(): Promise<Pass> {
    const { command, wait } = await this.#next();
    if (!command) return wait === null ? { what: "idle" } : { what: "wait", ms: wait };
    try {
      const ready = await this.#withPhoto(await this.#mark(command));
      if (!ready) return { what: "sent" };
      const order = await this.#post.command(ready);
      await writing(() => confirm(this.#db, ready, order));
    } catch (error) {
      return this.#failed(command, error);
    }
    this.#failures = 0;
    this.#later.delete(command.order_id);
    return { what: "sent" };
  }

  /** The first command that has nothing unsent of its own order before it, and need not wait. */
  async #next(): Promise<{ command: Command | null; wait: number | null }> {
    const now = Date.now();
    const blocked = new Set<string>();
    let wait: number | null = null;
    for (const command of await this.#db.read((db) => db.outbox.all())) {
      if (blocked.has(command.order_id)) continue;
      const until = Math.max(
        this.#later.get(command.order_id)?.until ?? 0,
        command.state === "needs-pin" ? (command.held ?? 0) + PIN_PATIENCE_MS : 0,
      );
      if (until <= now) return { command, wait };
      blocked.add(command.order_id);
      wait = Math.min(wait ?? Number.POSITIVE_INFINITY, until - now);
    }
    return { command: null, wait };
  }

  /** From here on the server may know of it. Whose PIN did not come in time is unverified. */
  #mark(command: Command): Promise<Command> {
    return this.#db.write(async ({ outbox }) => {
      const now = await outbox.get(command.n);
      if (!now) throw new TakenBack();
      const late = now.state === "needs-pin";
      const hands = late && now.hands ? { ...now.hands, session: null } : now.hands;
      const attempts = now.attempts + 1;
      const marked: Command = { ...now, hands, held: null, state: "sending", attempts };
      await outbox.put(marked);
      return marked;
    });
  }

  /** Sees that the photo is there first; null: it goes without one, from the start. */
  async #withPhoto(command: Command): Promise<Command | null> {
    if (!command.photo || command.photo_id) return command;
    const { photo: id } = command;
    const photo = await this.#db.read(({ photos }) => photos.get(id));
    if (!photo) {
      await withoutPhoto(this.#db, command, null);
      return null;
    }
    try {
      const photo_id = await this.#post.photo(command, photo);
      await this.#db.write(({ outbox }) => outbox.update(command.n, { photo_id }));
      return { ...command, photo_id };
    } catch (error) {
      const verdict = judge(command, error);
      if (verdict.what !== "refused" || verdict.refusal.status === 409) throw error;
      if (verdict.refusal.status !== 413 && verdict.refusal.status !== 422) throw error;
      await withoutPhoto(this.#db, command, verdict.refusal);
      return null;
    }
  }

  async #failed(command: Command, error: unknown): Promise<Pass> {
    if (error instanceof TakenBack) return { what: "sent" };
    const verdict = judge(command, error);
    switch (verdict.what) {
      case "again":
        await putBack(this.#db, command);
        return verdict.whose === "all"
          ? this.#pause(verdict.seconds)
          : this.#postpone(command, verdict.seconds);
      case "pin":
        await hold(this.#db, command);
        return { what: "sent" };
      case "revoked":
        await putBack(this.#db, command);
        await this.#around.revoked();
        return { what: "stop" };
      case "clock":
        return this.#rightClock(command, error as Refusal);
      case "refused":
        await refuse(this.#db, command, verdict.kind, verdict.refusal);
        this.#later.delete(command.order_id);
        return { what: "sent" };
    }
  }

  #pause(seconds: number | null): Pass {
    if (seconds === null) this.#around.unanswered();
    const ms = Math.max(backOff(this.#failures), (seconds ?? 0) * 1000);
    this.#failures += 1;
    return { what: "wait", ms };
  }

  #postpone(command: Command, seconds: number | null): Pass {
    const failures = this.#later.get(command.order_id)?.failures ?? 0;
    const ms = seconds === null ? backOff(failures) : Math.max(seconds * 1000, 250 * 2 ** failures);
    const until = Date.now() + Math.min(ms, LONGEST_PAUSE_MS);
    this.#later.set(command.order_id, { until, failures: failures + 1 });
    return { what: "sent" };
  }

  /**
   * The server takes nothing that is two weeks old or of the future. If our clock is the reason,
   * the action gets the time that it had by the server's; a refused body was not kept under the key.
   */
  async #rightClock(command: Command, refusal: Refusal): Promise<Pass> {
    const at = righted(command.operated_at);
    if (at === null || command.clock_righted) {
      await refuse(this.#db, command, "refused", refusal);
    } else {
      const righter = { state: "waiting", operated_at: at, clock_righted: true } as const;
      await this.#db.write(({ outbox }) => outbox.update(command.n, righter));
    }
    return { what: "sent" };
  }
}

/** The worker took it back between the look and the mark. */
class TakenBack extends Error {}
