/** What becomes of a command that was answered: each outcome is one transaction. */
import type { QueueOrder, Refusal } from "@vitrazh/api";
import type { ShopDatabase } from "../store/database.ts";
import { type Heard, keep, tell } from "../store/keep.ts";
import { noteOfAction } from "../store/notes.ts";
import type { Command, NoteKind } from "../store/types.ts";
import { follows, isQuiet } from "./verdict.ts";

/** It is done: the server's row takes the place of what was laid over. */
export async function confirm(shop: ShopDatabase, command: Command, order: QueueOrder) {
  await shop.write(async (db) => {
    const heard: Heard = [];
    await db.outbox.delete(command.n);
    await keep(db, { order, whole: true }, heard);
    if (command.photo) await db.photos.delete(command.photo);
    await tell(db, heard);
  });
}

/**
 * The server said no, for good: what the worker did is kept as a note, with what he did on top of
 * it. The order is fetched anew; other orders go on.
 */
export async function refuse(
  shop: ShopDatabase,
  command: Command,
  kind: NoteKind,
  refusal: Refusal,
): Promise<void> {
  await shop.write(async (db) => {
    await db.outbox.delete(command.n);
    await db.wanted.put({ id: command.order_id, due: 0 });
    if (isQuiet(command)) return;
    const note = noteOfAction(kind, command, refusal);
    await db.notes.put(note);
    const about = await db.outbox.by("order_id", command.order_id);
    const fallen = about.filter((later) => follows(later, command, kind));
    for (const later of fallen) {
      await db.outbox.delete(later.n);
      // A step that was not done need not be taken back.
      if (later.verb === "take-back") continue;
      await db.notes.put({ ...noteOfAction("follows", later), at: note.at, with: note.id });
    }
    const last = await db.value("last");
    if (last && [command, ...fallen].some(({ key }) => key === last.key)) {
      await db.setValue("last", null);
    }
    await tell(db, [{ kind: "refused", id: command.order_id }]);
  });
}

/** The photo alone was refused: the words go without it, and the worker is told. */
export async function withoutPhoto(shop: ShopDatabase, command: Command, refusal: Refusal | null) {
  await shop.write(async (db) => {
    await db.outbox.update(command.n, { photo: null, photo_id: null });
    await db.notes.put(noteOfAction("photo", command, refusal ?? undefined));
    await tell(db, [{ kind: "refused", id: command.order_id }]);
  });
}

/**
 * The session is over: it waits for the PIN of the one who did it, unless he has come again
 * meanwhile; once another has come it goes out unverified.
 */
export async function hold(shop: ShopDatabase, command: Command): Promise<void> {
  await shop.write(async (db) => {
    const { hands } = command;
    const now = await db.value("operator");
    const came = now?.session && now.session !== hands?.session;
    const session = came && now.id === hands?.id ? now.session : null;
    await db.outbox.update(
      command.n,
      came && hands
        ? { state: "waiting", hands: { ...hands, session } }
        : { state: "needs-pin", held: Date.now() },
    );
  });
}

/** It waits again, with what we know of how often it went out. */
export async function putBack(shop: ShopDatabase, command: Command): Promise<void> {
  await shop.write(({ outbox }) => outbox.update(command.n, { state: "waiting" }), "relaxed");
}
