/** Tells the sender that there is something to send, or that somebody can sign what waits. */
import { store } from "../store/store.ts";

let wake: (() => void) | null = null;

/** The sender of this tab, if it is the one that sends, says how it is woken. */
export function whenQueued(run: (() => void) | null): void {
  wake = run;
}

/** Something is in the outbox. Another tab's sender sees it by itself. */
export function queued(): void {
  wake?.();
}

/**
 * A worker came: what he did in an earlier session is signed by the new one, and what others did
 * in theirs, which the server ends by this, goes out unverified. `session` null: he chose his
 * tile; then only what already waits for a PIN goes out, unverified.
 */
export async function released(id: string, session: string | null): Promise<void> {
  await store.db.write(async ({ outbox }) => {
    for (const { n, hands, state } of await outbox.all()) {
      if (!hands?.session || hands.session === session) continue;
      if (session === null && state !== "needs-pin") continue;
      await outbox.update(n, {
        hands: { ...hands, session: hands.id === id ? session : null },
        state: state === "needs-pin" ? "waiting" : state,
        held: null,
      });
    }
  });
  queued();
}

/** Sends what waits for a PIN without one, marked as unverified. */
export async function signWithoutPin(): Promise<void> {
  await released("", null);
}
