/**
 * Sends the form step by step: places it, uploads its files, says what they are for, prices it,
 * hands it over. A step that was done is not done again; each has its own idempotency key.
 */
import {
  type ContentIn,
  idempotencyKey,
  keyed,
  ordersCorrect,
  ordersEdit,
  ordersHandOver,
  ordersPlace,
  ordersSetPrice,
  Refusal,
  type WorkOrderOut,
} from "@vitrazh/api";
import { persist } from "../../../shared/action.ts";
import { contentOf, priceOf } from "../model/content.ts";
import type { OrderForm } from "../model/form.ts";
import { answered, known, markOf, type Sending, withIds } from "./state.ts";

export type Goal = "save" | "hand-over" | "correct";
export type Step = "place" | "files" | "content" | "price" | "hand-over" | "correct";

export interface Desk {
  /** May this person set prices? */
  prices: boolean;
  /** Keeps how far it has come. */
  note: (sending: Sending) => void;
  progress: (step: Step) => void;
  /** Uploads a file of the form; answers with the order. */
  upload: (orderId: string, fileKey: string) => Promise<WorkOrderOut>;
}

/** Where a file cannot be sent any more, or was refused: which one, and why. */
export class FileFault extends Error {
  override readonly name = "FileFault";
  readonly file: string;
  readonly why: unknown;
  constructor(file: string, why: unknown) {
    super("a file was not taken");
    this.file = file;
    this.why = why;
  }
}

/** Sends everything that the server has not yet; returns the order as it is then. */
export async function send(
  goal: Goal,
  form: OrderForm,
  begun: Sending,
  desk: Desk,
): Promise<Sending> {
  let sending = begun;
  const note = (next: Sending) => {
    sending = next;
    desk.note(next);
  };
  if (!sending.order) note(await place(form, sending, desk));
  for (const file of form.files) {
    if (sending.files[file.key] === undefined) note(await uploadOne(file.key, sending, desk));
  }
  note(await content(goal, form, sending, desk));
  note(await price(form, sending, desk));
  if (goal === "hand-over") note(await handOver(sending, desk));
  return sending;
}

async function place(form: OrderForm, begun: Sending, desk: Desk): Promise<Sending> {
  desk.progress("place");
  let sending = begun;
  // What was begun is sent as it was: under its key another body would be refused, and a new key
  // would make a second order if the first had come through.
  const attempt = sending.place ?? {
    key: idempotencyKey(),
    content: withoutPending(contentOf(form, clientOf(form), uploaded(sending))),
    office: form.office || null,
    items: keysOf(form),
  };
  sending = { ...sending, place: attempt };
  desk.note(sending);
  try {
    const body = { ...attempt.content, office_id: attempt.office };
    const { data } = await patiently(() => ordersPlace({ body, headers: keyed(attempt.key) }));
    const next = answered(sending, data, attempt.items);
    const sent = markOf(withIds(attempt.content, attempt.items, next));
    return { ...next, place: null, sent };
  } catch (error) {
    // Refused: nothing was made, the next try is another one.
    if (isRefused(error)) desk.note({ ...sending, place: null });
    throw error;
  }
}

async function uploadOne(fileKey: string, sending: Sending, desk: Desk): Promise<Sending> {
  desk.progress("files");
  const before = new Set(sending.attachments);
  let order: WorkOrderOut;
  try {
    order = await patiently(() => desk.upload(orderOf(sending).id, fileKey));
  } catch (error) {
    throw new FileFault(fileKey, error);
  }
  const added = order.attachments.find((file) => !before.has(file.id));
  const next = known(sending, order);
  return { ...next, files: { ...next.files, [fileKey]: added?.id ?? "" } };
}

async function content(
  goal: Goal,
  form: OrderForm,
  sending: Sending,
  desk: Desk,
): Promise<Sending> {
  const keys = keysOf(form);
  const wanted = withIds(contentOf(form, clientOf(form), uploaded(sending)), keys, sending);
  if (sending.sent === markOf(wanted)) return sending;
  const { id, version } = orderOf(sending);
  if (goal === "correct") return correct(wanted, keys, sending, desk);
  desk.progress("content");
  const { data } = await patiently(() =>
    ordersEdit({ path: { order_id: id }, body: wanted, headers: { "if-match": `"${version}"` } }),
  );
  const next = answered(sending, data, keys);
  return { ...next, sent: markOf(withIds(wanted, keys, next)) };
}

async function correct(
  wanted: ContentIn,
  keys: string[],
  sending: Sending,
  desk: Desk,
): Promise<Sending> {
  desk.progress("correct");
  const { id, version } = orderOf(sending);
  const step = stepOf("correct", `${version} ${markOf(wanted)}`, sending);
  desk.note({ ...sending, step });
  const { data } = await patiently(() =>
    ordersCorrect({
      path: { order_id: id },
      body: wanted,
      headers: { ...keyed(step.key), "if-match": `"${version}"` },
    }),
  );
  const next = answered(sending, data, keys);
  return { ...next, step: null, sent: markOf(withIds(wanted, keys, next)) };
}

async function price(form: OrderForm, sending: Sending, desk: Desk): Promise<Sending> {
  const wanted = priceOf(form);
  if (!desk.prices || Number(wanted ?? -1) === Number(sending.price ?? -1)) return sending;
  desk.progress("price");
  const { id, version } = orderOf(sending);
  const { data } = await patiently(() =>
    ordersSetPrice({
      path: { order_id: id },
      body: { price: wanted },
      headers: { "if-match": `"${version}"` },
    }),
  );
  return known(sending, data);
}

async function handOver(sending: Sending, desk: Desk): Promise<Sending> {
  desk.progress("hand-over");
  const { id, version } = orderOf(sending);
  const step = stepOf("hand-over", String(version), sending);
  desk.note({ ...sending, step });
  const { data } = await patiently(() =>
    ordersHandOver({
      path: { order_id: id },
      headers: { ...keyed(step.key), "if-match": `"${version}"` },
    }),
  );
  return { ...known(sending, data), step: null };
}

/** The key of a step is kept while it is the same step. */
function stepOf(
  kind: "hand-over" | "correct",
  mark: string,
  sending: Sending,
): NonNullable<Sending["step"]> {
  const { step } = sending;
  return step?.kind === kind && step.mark === mark ? step : { kind, mark, key: idempotencyKey() };
}

function uploaded(sending: Sending) {
  const there = new Set(sending.attachments);
  return (reference: string) =>
    sending.files[reference] ?? (there.has(reference) ? reference : null);
}

/** A first save cannot point at files yet; a pattern without its drawing would be refused. */
function withoutPending(content: ContentIn): ContentIn {
  const items = (content.items ?? []).map((item) => {
    const zones = (item.piece.zones ?? []).filter(
      (zone) => zone.treatment !== "matting-pattern" || zone.pattern_code || zone.drawing_id,
    );
    return { ...item, piece: { ...item.piece, zones } };
  });
  return { ...content, items };
}

function keysOf(form: OrderForm): string[] {
  return form.items.map((item) => item.key);
}

function clientOf(form: OrderForm): string {
  return form.client?.id ?? "";
}

function orderOf(sending: Sending): NonNullable<Sending["order"]> {
  if (!sending.order) throw new Error("the order is placed before this step");
  return sending.order;
}

/** Certain that nothing was done: the same key may come with another body now. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Refusal) || error.code === "request-in-flight") return false;
  return error.status >= 400 && error.status < 500 && error.status !== 429;
}

const MOST_WAITS = 6;

/** As `persist`, and waits for what has not arrived yet: a client who was written down just now. */
async function patiently<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await persist(act);
    } catch (error) {
      const soon = error instanceof Refusal && error.status === 409 ? error.retryAfter : null;
      if (soon === null || waits >= MOST_WAITS) throw error;
      await new Promise((done) => setTimeout(done, soon * 1_000));
    }
  }
}
