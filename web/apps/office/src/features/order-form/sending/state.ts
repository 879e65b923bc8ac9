/**
 * How far the sending has come. It is kept with the form, so that a reload, Back, or a lost answer
 * goes on where it stopped and nothing is done twice.
 */
import type { ContentIn, WorkOrderOut } from "@vitrazh/api";

export interface Sending {
  /** The first save, begun and not yet answered: its key belongs to this very body. */
  place: { key: string; content: ContentIn; office: string | null; items: string[] } | null;
  order: { id: string; number: string; version: number } | null;
  /** Ids that the server gave, by the key of the form's item. */
  items: Record<string, string>;
  /** Attachments by the key of the form's file. */
  files: Record<string, string>;
  /** Every attachment of the order that we know of. */
  attachments: string[];
  /** Content that the server has, as it was sent. */
  sent: string | null;
  price: string | null;
  /** A step whose key belongs to this version of the order. */
  step: { kind: "hand-over" | "correct"; key: string; mark: string } | null;
}

export const UNSENT: Sending = {
  place: null,
  order: null,
  items: {},
  files: {},
  attachments: [],
  sent: null,
  price: null,
  step: null,
};

/** Takes over what the server answers: the version, the ids of the items that were sent. */
export function answered(sending: Sending, order: WorkOrderOut, sent: string[]): Sending {
  const items = { ...sending.items };
  sent.forEach((key, index) => {
    const id = order.items[index]?.id;
    if (id !== undefined) items[key] = id;
  });
  return { ...known(sending, order), items };
}

/** Takes over the version, the files and the price only. */
export function known(sending: Sending, order: WorkOrderOut): Sending {
  return {
    ...sending,
    order: { id: order.id, number: order.number, version: order.content_version },
    attachments: order.attachments.map((file) => file.id),
    price: order.price,
  };
}

/** Ids of items that the server gave while the form was sent. */
export function withIds(content: ContentIn, keys: string[], sending: Sending): ContentIn {
  const items = (content.items ?? []).map((item, index) => {
    const key = keys[index] ?? "";
    return { ...item, id: item.id ?? sending.items[key] ?? null };
  });
  return { ...content, items };
}

/** Content as it is compared: two forms that would send the same are the same. */
export function markOf(content: ContentIn): string {
  return JSON.stringify(content);
}
