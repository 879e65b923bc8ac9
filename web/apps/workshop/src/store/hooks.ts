/** What the screens read. Every hook renders again by itself when something changes. */
import { useEffect, useMemo, useState } from "react";
import { minutesWrong } from "../sync/clock.ts";
import { want } from "../sync/fetch.ts";
import type { Values } from "./database.ts";
import { Live, useLive } from "./live.ts";
import { until } from "./operator.ts";
import { queueOf, show, unsentActions } from "./shown.ts";
import { type Room, room } from "./storage.ts";
import { store } from "./store.ts";
import type { LastStep, LinkName, Note, ShownOrder, Tile, Unsent } from "./types.ts";

type Known = { [Name in keyof Values]?: Values[Name] };

const UNDO_MS = 10_000;

const values = new Live(["values"], async (tables): Promise<Known> => {
  const rows = await tables.values.all();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Known;
});
const queue = new Live(["orders"], ({ orders }) => orders.by("place", "queue"));
const done = new Live(["orders"], ({ orders }) => orders.by("place", "done"));
const outbox = new Live(["outbox"], (tables) => tables.outbox.all());
const notes = new Live(["notes"], async (tables) => (await tables.notes.all()).sort(newestFirst));

/** What fell with a refused action stands below it. */
function newestFirst(one: Note, other: Note): number {
  return other.at - one.at || Number(one.with !== null) - Number(other.with !== null);
}

const NO_NOTES: Note[] = [];
const NO_TILES: Tile[] = [];
const NO_ACTIONS: Unsent[] = [];

export interface Tablet {
  id: string;
  name: string;
  shop: "workshop" | "art-shop";
  revoked: boolean;
}

/** Begins to read what the first screen shows before there is a screen, and never lets go of it. */
export function readAhead(): void {
  for (const live of [values, queue, outbox, notes]) live.subscribe(() => {});
}

/** The paired tablet; null: it is not paired; undefined: still being read. */
export function useTablet(): Tablet | null | undefined {
  const known = useLive(values);
  return known === undefined ? undefined : (known.device ?? null);
}

function useShown(live: typeof queue): ShownOrder[] | undefined {
  const [rows, sent, noted] = [useLive(live), useLive(outbox), useLive(notes)];
  const device = useLive(values)?.device?.id;
  return useMemo(
    () => rows && sent && noted && queueOf(rows, sent, noted, device ?? ""),
    [rows, sent, noted, device],
  );
}

/** What is there to do, the most pressing first; undefined: still being read. */
export function useQueue(): ShownOrder[] | undefined {
  return useShown(queue);
}

/** What the shop is through with, the newest first. */
export function useDone(): ShownOrder[] | undefined {
  const shown = useShown(done);
  return useMemo(() => {
    const at = ({ shop }: ShownOrder) => shop.completed_at ?? "";
    return shown && [...shown].sort((one, other) => at(other).localeCompare(at(one)));
  }, [shown]);
}

/** One order; null: it is not on this tablet. */
export function useOrder(id: string): ShownOrder | null | undefined {
  const row = useLive(
    useMemo(() => new Live(["orders"], async ({ orders }) => (await orders.get(id)) ?? null), [id]),
  );
  const [sent, noted, device] = [useLive(outbox), useLive(notes), useLive(values)?.device?.id];
  const missing = row != null && !row.whole;
  useEffect(() => {
    if (missing) void want(store.db, id, 0);
  }, [missing, id]);
  return useMemo(() => {
    if (row === undefined || !sent || !noted) return undefined;
    return row && show(row, sent, noted, device ?? "");
  }, [row, sent, noted, device]);
}

/** The worker's actions that are not confirmed yet, in the order in which they were done. */
export function useUnsent(): Unsent[] {
  const sent = useLive(outbox);
  return useMemo(() => (sent ? unsentActions(sent) : NO_ACTIONS), [sent]);
}

/** What did not go as a worker meant it, the newest first. */
export function useNotes(): Note[] {
  return useLive(notes) ?? NO_NOTES;
}

export interface Link {
  state: LinkName | "revoked" | "unpaired";
  since: Date;
  /** Actions of workers that are not confirmed yet. */
  waiting: number;
  /** Minutes by which the tablet's clock is ahead (+) or behind, if more than 5. */
  clock: number | null;
}

const STARTED = Date.now();

/** How the connection is. */
export function useLink(): Link {
  const known = useLive(values);
  const waiting = useUnsent().length;
  return useMemo(() => {
    const { device, link, offset } = known ?? {};
    const state = !device ? "unpaired" : device.revoked ? "revoked" : (link?.state ?? "connecting");
    const since = new Date(link?.since ?? STARTED);
    return { state, since, waiting, clock: minutesWrong(offset) };
  }, [known, waiting]);
}

/** Who may work here. */
export function useOperators(): Tile[] {
  return useLive(values)?.tiles ?? NO_TILES;
}

/** Renders again at an instant (ms). */
function useAlarm(at: number | null): void {
  const [, ring] = useState(0);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => ring((times) => times + 1), Math.max(0, at - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [at]);
}

export interface AtTablet {
  id: string;
  name: string;
  /** He has typed his PIN. */
  verified: boolean;
  until: Date;
}

/** Who holds the tablet; null: nobody, or he has not touched it for a quarter of an hour. */
export function useOperator(): AtTablet | null {
  const operator = useLive(values)?.operator ?? null;
  const end = operator && until(operator);
  useAlarm(end);
  if (!operator || end === null || end <= Date.now()) return null;
  const { id, name, session } = operator;
  return { id, name, verified: session !== null, until: new Date(end) };
}

/** Whose PIN the outbox waits for. */
export function useNeedsPin(): { id: string; name: string; count: number } | null {
  const sent = useLive(outbox);
  const held = sent?.filter(({ state }) => state === "needs-pin") ?? [];
  const hands = held[0]?.hands;
  return hands ? { id: hands.id, name: hands.name, count: held.length } : null;
}

export type Undo = Pick<LastStep, "key" | "verb" | "order_id" | "item_id"> & { until: Date };

/** The last step of this tablet, for the ten seconds in which it can be taken back. */
export function useUndo(): Undo | null {
  const last = useLive(values)?.last ?? null;
  const end = last && last.at + UNDO_MS;
  useAlarm(end);
  if (!last || end === null || end <= Date.now() || last.at > Date.now()) return null;
  const { key, verb, order_id, item_id } = last;
  return { key, verb, order_id, item_id, until: new Date(end) };
}

const ROOM_EVERY_MS = 60_000;

/** Room on the tablet. */
export function useStorage(): Room & { full: boolean } {
  const [now, setNow] = useState<Room>({ used: 0, quota: 0, persisted: false });
  const full = useLive(values)?.full ?? false;
  useEffect(() => {
    const look = () => void room().then(setNow);
    look();
    const timer = setInterval(look, ROOM_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return { ...now, full };
}

export function useSettings(): { sound: boolean } {
  const sound = useLive(values)?.sound ?? true;
  return useMemo(() => ({ sound }), [sound]);
}

export async function setSound(sound: boolean): Promise<void> {
  await store.db.setValue("sound", sound);
}

/** Tries to connect and to send now, whatever the pause. */
export async function sendNow(): Promise<void> {
  await store.db.write(async (db) => {
    await db.setValue("nudge", ((await db.value("nudge")) ?? 0) + 1);
  }, "relaxed");
}
