/** What the tablet keeps: orders as the server says them, and beside them what its people did. */
import type { Change, Defect, QueueOrder, Shop } from "@vitrazh/api";

export type Item = QueueOrder["items"][number];
export type Standing = Item["shops"][number];
export type Question = QueueOrder["questions"][number];

/** What a worker does; `receive` and `mark-seen` are the tablet's own receipts. */
export type Verb =
  | "receive"
  | "mark-seen"
  | "accept"
  | "start"
  | "pause"
  | "finish"
  | "take-back"
  | "ask"
  | "pass-control"
  | "fail-control";

/** The paired tablet. The token proves it to the server and is good for nothing else. */
export interface Device {
  id: string;
  name: string;
  shop: Shop;
  token: string;
  revoked: boolean;
}

/** Who holds the tablet. `session` proves a PIN to the server; no PIN is kept here. */
export interface Operator {
  id: string;
  name: string;
  session: string | null;
  /** Instants, ms of the tablet's clock. */
  opened: number;
  used: number;
}

export interface Tile {
  id: string;
  name: string;
  has_pin: boolean;
}

/** Whose hands did something, as it was at that moment. */
export interface Hands {
  id: string;
  name: string;
  /** The PIN session it was done in; null: the tile was chosen without a PIN. */
  session: string | null;
}

/** Why an order is not in the queue any more. */
export type Gone = "cancelled" | "moved";

export interface StoredOrder {
  id: string;
  order: QueueOrder;
  place: "queue" | "done" | "gone";
  gone: Gone | null;
  fresh: "new" | "corrected" | null;
  /** False: attachments and questions are not here yet. */
  whole: boolean;
  /** Latest revision that somebody in the shop had looked at; null: not known, or none. */
  seen: number | null;
  /** When it last changed here, ms: what is not in the queue is forgotten after 14 days. */
  changed: number;
}

/** An action on its way to the server. */
export interface Command {
  /** The tablet's own count: the order in which things were done. */
  n: number;
  /** The same with every try. */
  key: string;
  verb: Verb;
  order_id: string;
  number: string;
  revision: number;
  item_id: string | null;
  position: number | null;
  quantity: number | null;
  reason: string | null;
  text: string | null;
  /** Id of a photo that has to be there first. */
  photo: string | null;
  /** Its id at the server, once it is there. */
  photo_id: string | null;
  hands: Hands | null;
  /** The tablet's clock, ISO. */
  operated_at: string;
  state: "waiting" | "sending" | "needs-pin";
  /** How often it was sent; 0: the server cannot know of it. */
  attempts: number;
  /** Since when it waits for a PIN, ms. */
  held: number | null;
  /** The order as it was on the screen. */
  shown: QueueOrder | null;
  /** How the item stood before the step; of a take-back: what it goes back to. */
  before: Before | null;
  /** The traceparent of the click that a receipt answers. */
  trace: string | null;
  /** The tablet's clock was so wrong that `operated_at` had to be set by the server's. */
  clock_righted: boolean;
}

export type Before = Pick<Standing, "state" | "done">;

/** The last start, pause or finish of this tablet: for ten seconds it can be taken back. */
export interface LastStep {
  key: string;
  verb: Verb;
  order_id: string;
  item_id: string;
  /** Instant, ms. */
  at: number;
  before: Before;
}

export type Unsent = Pick<
  Command,
  | "key"
  | "verb"
  | "state"
  | "order_id"
  | "number"
  | "item_id"
  | "position"
  | "quantity"
  | "reason"
  | "text"
  | "operated_at"
  | "attempts"
> & { has_photo: boolean; operator_name: string; verified: boolean };

export type NoteKind =
  | "corrected"
  | "first"
  | "refused"
  | "cancelled"
  | "moved"
  | "follows"
  | "unknown"
  | "photo";

/** What a worker has to know of: kept until he has dismissed it. */
export interface Note {
  id: string;
  kind: NoteKind;
  order_id: string;
  number: string;
  verb: Verb | null;
  item_id: string | null;
  position: number | null;
  quantity: number | null;
  reason: string | null;
  text: string | null;
  operator_name: string;
  verified: boolean;
  operated_at: string | null;
  /** The server's code and sentence; empty when the server said nothing. */
  code: string;
  title: string;
  changes: Change[];
  shown: QueueOrder | null;
  shown_revision: number | null;
  current_revision: number | null;
  /** Who was first. */
  by: string | null;
  by_operator_id: string | null;
  by_at: string | null;
  /** When it was noted, ms. */
  at: number;
  /** Its picture, which did not go either; to be looked at by `photoUrl`. */
  photo: string | null;
  /** The note of the action that this one came after. */
  with: string | null;
}

/** A picture waiting for its command; `bytes`, not a Blob: those are lost by some browsers. */
export interface Photo {
  id: string;
  bytes: ArrayBuffer;
  type: string;
  at: number;
}

export type LinkName = "connecting" | "live" | "bus-lost" | "lost";

/** The order as it stands with the unsent actions laid over it. */
export interface ShownOrder extends QueueOrder {
  local: {
    fresh: StoredOrder["fresh"];
    pending: Unsent[];
    notes: Note[];
    whole: boolean;
    gone: Gone | null;
  };
}

export interface Asking {
  text: string;
  itemId?: string;
  photo?: string;
}

export interface Failing {
  reason: Defect;
  quantity?: number;
  photo?: string;
}

export interface Signal {
  kind: "new" | "corrected" | "answer" | "cancelled" | "refused";
  order_ids: string[];
}
