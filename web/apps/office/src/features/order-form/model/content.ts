/** The whole form as the server takes it, and everything that keeps it from being sent. */
import type { ContentIn } from "@vitrazh/api";
import { faultText, readMoney } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import type { ItemForm, OrderForm } from "./form.ts";
import { type FileIds, type ReadItem, readItem } from "./to-piece.ts";

/** A fault at its field; `item` is the key of the form's item, null = of the order itself. */
export interface FieldFault {
  item: string | null;
  path: string;
  sentence: string;
  /** Nothing is wrong with what was typed, something is missing. */
  empty?: boolean;
}

const known = new WeakMap<ItemForm, ReadItem>();

/** Reads an item once for each of its states: a form of 200 items stays quick under the fingers. */
export function readingOf(item: ItemForm): ReadItem {
  let read = known.get(item);
  if (!read) {
    read = readItem(item);
    known.set(item, read);
  }
  return read;
}

/** What the screen knows to be wrong before anybody asks the server. */
export function faultsOf(form: OrderForm, needItems: boolean): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!form.client) {
    faults.push({
      item: null,
      path: "client",
      sentence: t("order-form.fault.client"),
      empty: true,
    });
  }
  for (const item of form.items) {
    for (const [path, fault] of readingOf(item).faults)
      faults.push({ item: item.key, path, ...fault });
  }
  if (needItems && form.items.length === 0) {
    faults.push({ item: null, path: "items", sentence: t("order-form.fault.items"), empty: true });
  }
  const price = readMoney(form.price);
  if (form.price.trim() !== "" && !price.ok) {
    faults.push({ item: null, path: "price", sentence: faultText(price) });
  }
  return faults;
}

/** What is sent; call it only when there are no faults. */
export function contentOf(form: OrderForm, clientId: string, fileIds: FileIds): ContentIn {
  return {
    client_id: clientId,
    pickup_office_id: form.pickup || null,
    manager_id: form.manager || null,
    urgency: form.urgency,
    promised_on: form.promisedOn || null,
    items: form.items.map((item) => {
      const { piece, quantity } = readItem(item, fileIds);
      return { id: item.id, quantity, piece };
    }),
  };
}

/** The price as the server takes it; null = none. */
export function priceOf(form: OrderForm): string | null {
  const read = readMoney(form.price);
  return read.ok ? read.value : null;
}

/** References to files that an item is made by. */
export function filesOf(item: ItemForm): string[] {
  return [
    item.drawing,
    item.glass?.drawing ?? "",
    ...item.zones.map((zone) => zone.drawing),
  ].filter((reference) => reference !== "");
}
