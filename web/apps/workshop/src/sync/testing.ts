/** For tests: a server that keeps keys as ours does, and a link to it that breaks where one wants. */
import { client, type QueueOrder } from "@vitrazh/api";
import { vi } from "vitest";
import { ShopDatabase } from "../store/database.ts";
import { store } from "../store/store.ts";
import type { Device, StoredOrder } from "../store/types.ts";
import { post } from "./send.ts";
import { Sender } from "./sender.ts";

export const DEVICE: Device = {
  id: "d1",
  name: "у печи",
  shop: "workshop",
  token: "vd_1",
  revoked: false,
};
export const VOLKOV = "00000000-0000-7000-8000-000000000001";
export const ZAYTSEV = "00000000-0000-7000-8000-000000000002";

let databases = 0;

/** A database of its own; `name` opens one again, as after a restart. */
export function database(name = `test-${++databases}`): ShopDatabase {
  store.db = new ShopDatabase(name);
  return store.db;
}

/** An order that the shop has taken on, with two lines of three pieces. */
export function order(id: string, changes: Partial<QueueOrder> = {}): QueueOrder {
  const item = (position: number): QueueOrder["items"][number] => ({
    id: `${id}-${position}`,
    position,
    quantity: 3,
    route: ["workshop"],
    piece: {} as QueueOrder["items"][number]["piece"],
    shops: [{ shop: "workshop", state: "queued", done: 0, passed: 0, last_step: null }],
    open_questions: 0,
  });
  return {
    id,
    sequence: 5,
    number: `Л-${id}/26`,
    revision: 1,
    stage: "in-work",
    urgency: "normal",
    promised_on: "2999-01-01",
    late: false,
    office_id: "o",
    pickup_office_id: "o",
    manager_id: "m",
    shop: {
      shop: "workshop",
      state: "accepted",
      received_at: "2026-11-24T08:00:00Z",
      seen_at: "2026-11-24T08:00:00Z",
      seen_by: null,
      seen_operator_id: null,
      accepted_at: "2026-11-24T08:00:00Z",
      accepted_by: null,
      accepted_operated_at: null,
      accepted_operator_id: null,
      accepted_operator_verified: false,
      accepted_device_id: null,
      completed_at: null,
      unseen_at: null,
    },
    items: [item(1), item(2)],
    open_questions: 0,
    attachments: [],
    questions: [],
    accepted_revision: 1,
    changes: [],
    ...changes,
  };
}

export function stored(made: QueueOrder, changes: Partial<StoredOrder> = {}): StoredOrder {
  return {
    id: made.id,
    order: made,
    place: "queue",
    gone: null,
    fresh: null,
    whole: true,
    seen: made.shop.seen_at ? made.revision : null,
    changed: Date.now(),
    ...changes,
  };
}

/** A paired tablet with these orders; Volkov holds it, with his PIN or without. */
export async function settled(orders: QueueOrder[], session: string | null = "s1") {
  const db = database();
  const now = Date.now();
  await db.write(async (tables) => {
    await tables.setValue("device", DEVICE);
    await tables.setValue("operator", {
      id: VOLKOV,
      name: "Волков",
      session,
      opened: now,
      used: now,
    });
    for (const one of orders) await tables.orders.put(stored(one));
  });
  return db;
}

export const outbox = () => store.db.read((tables) => tables.outbox.all());
export const notes = () => store.db.read((tables) => tables.notes.all());
export const around = () => ({ unanswered: vi.fn(), revoked: vi.fn() });

/** Sends until there is nothing to do, or it has to wait. */
export async function drain(sender = new Sender(store.db, post, around())): Promise<Sender> {
  for (let turn = 0; turn < 50; turn += 1) {
    const { what } = await sender.pass();
    if (what !== "sent") return sender;
  }
  throw new Error("it never ends");
}

export interface Taken {
  key: string;
  path: string;
  verb: string;
  headers: Headers;
  body: Record<string, unknown>;
}

/** What happens to the next requests: each has its turn, then all goes well. */
export type Turn =
  | "well"
  /** It never arrives. */
  | "lost"
  /** It is done, and the answer is lost. */
  | "unanswered"
  /** A foreign network answers with its own page. */
  | "portal"
  | { status: number; code: string; body?: Record<string, unknown>; retryAfter?: number };

export class FakeServer {
  readonly orders = new Map<string, QueueOrder>();
  /** Effects, in their order: each key once. */
  readonly done: Taken[] = [];
  /** Requests that arrived, repeats too. */
  readonly asked: Taken[] = [];
  readonly turns: Turn[] = [];
  /** Says no to what it picks. */
  refuses: (taken: Taken) => Turn = () => "well";
  readonly #answers = new Map<string, { print: string; answer: unknown }>();

  constructor(...orders: QueueOrder[]) {
    for (const one of orders) this.orders.set(one.id, structuredClone(one));
    client.setConfig({ baseUrl: "http://tablet.test" });
    globalThis.fetch = ((request: Request) => this.#serve(request)) as typeof fetch;
  }

  async #serve(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const turn = this.turns.shift() ?? "well";
    if (turn === "lost") throw new TypeError("Failed to fetch");
    if (turn === "portal") return new Response("<p>Wi-Fi</p>", { status: 401 });
    if (request.method === "GET") return this.#read(pathname, searchParams, turn);
    const photo = pathname.endsWith("/photos");
    const text = await request.text();
    const taken: Taken = {
      key: request.headers.get("Idempotency-Key") ?? "",
      path: pathname,
      verb: pathname.split("/").at(-1) ?? "",
      headers: request.headers,
      body: photo ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
    this.asked.push(taken);
    if (turn !== "well" && turn !== "unanswered") return problem(turn);
    const before = this.#answers.get(taken.key);
    if (before && before.print !== pathname + text) {
      return problem({ status: 422, code: "idempotency-key-reused" });
    }
    const no = this.refuses(taken);
    if (!before && typeof no === "object") return problem(no);
    const answer = before?.answer ?? (photo ? { id: `photo of ${taken.key}` } : this.#act(taken));
    if (!before) {
      this.done.push(taken);
      this.#answers.set(taken.key, { print: pathname + text, answer: structuredClone(answer) });
    }
    if (turn === "unanswered") throw new TypeError("Failed to fetch");
    return Response.json(answer);
  }

  #read(path: string, query: URLSearchParams, turn: Turn): Response {
    if (typeof turn === "object") return problem(turn);
    const id = path.split("/")[3];
    if (id) {
      const found = this.orders.get(id);
      return found ? Response.json(found) : problem({ status: 404, code: "not-found" });
    }
    const completed = query.get("completed") === "true";
    const items = [...this.orders.values()].filter(
      ({ stage, shop }) => stage === "in-work" && (shop.completed_at !== null) === completed,
    );
    return Response.json({ items, next: null });
  }

  #act({ path, verb, body }: Taken): QueueOrder {
    const found = this.orders.get(path.split("/")[3] ?? "");
    if (!found) throw new Error("no such order");
    found.sequence += 1;
    const time = new Date().toISOString();
    if (verb === "receive") Object.assign(found.shop, { received_at: time, state: "received" });
    if (verb === "mark-seen") Object.assign(found.shop, { seen_at: time, state: "seen" });
    if (verb === "accept") Object.assign(found.shop, { accepted_at: time, state: "accepted" });
    const here = found.items.find(({ id }) => id === body["item_id"])?.shops[0];
    if (here) {
      if (verb === "start") here.state = "started";
      if (verb === "pause") here.state = "paused";
      if (verb === "finish") here.done += Number(body["quantity"]);
      if (here.done === 3) here.state = "finished";
      if (verb === "take-back") here.state = "queued";
    }
    return structuredClone(found);
  }
}

function problem(turn: Exclude<Turn, string>): Response {
  const { status, code, body, retryAfter } = turn;
  const headers = retryAfter ? { "Retry-After": String(retryAfter) } : undefined;
  return Response.json({ status, code, title: `нет: ${code}`, ...body }, { status, headers });
}
