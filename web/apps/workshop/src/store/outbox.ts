/** The outbox: what was done, in the order in which it was done, until the server has answered. */
import type { Tables } from "./database.ts";
import type { Command, StoredOrder, Verb } from "./types.ts";

export type About = Partial<
  Pick<Command, "item_id" | "quantity" | "reason" | "text" | "photo" | "before" | "trace">
>;

/** Gives the next of the tablet's own numbers; inside a transaction. */
async function nextNumber(db: Tables): Promise<number> {
  const n = ((await db.value("sequence")) ?? 0) + 1;
  await db.setValue("sequence", n);
  return n;
}

/** Adds a command to the outbox; inside a transaction over everything. */
export async function put(
  db: Tables,
  device: string,
  verb: Verb,
  { order }: StoredOrder,
  about: About & Pick<Command, "hands" | "shown">,
): Promise<Command> {
  const n = await nextNumber(db);
  const item = order.items.find(({ id }) => id === about.item_id);
  const command: Command = {
    n,
    key: `${device}:${n}`,
    verb,
    order_id: order.id,
    number: order.number,
    revision: order.revision,
    item_id: null,
    position: item?.position ?? null,
    quantity: null,
    reason: null,
    text: null,
    photo: null,
    photo_id: null,
    operated_at: new Date().toISOString(),
    state: "waiting",
    attempts: 0,
    held: null,
    before: null,
    trace: null,
    clock_righted: false,
    ...about,
  };
  await db.outbox.put(command);
  return command;
}
