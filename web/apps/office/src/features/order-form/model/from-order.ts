/** An order of the server as the form shows it: to be edited, or to be ordered once more. */
import type { WorkOrderOut } from "@vitrazh/api";
import { type Sending, UNSENT } from "../sending/state.ts";
import { blankOrder, repeated } from "./blanks.ts";
import { contentOf } from "./content.ts";
import type { ItemForm, OrderForm } from "./form.ts";
import { formOf } from "./from-piece.ts";

export function formOfOrder(order: WorkOrderOut): OrderForm {
  const { client } = order;
  return {
    ...blankOrder({ id: client.id, name: client.name ?? "", phones: client.phones ?? [] }),
    promisedOn: order.promised_on,
    urgency: order.urgency,
    pickup: order.pickup_office_id,
    manager: order.manager_id,
    price: priceText(order.price),
    items: order.items.map((item) => formOf(item.piece, item.quantity, item.id)),
  };
}

/** How far the sending of an order is that the server has as it stands in the form. */
export function sendingOf(order: WorkOrderOut): Sending {
  const attachments = order.attachments.map((file) => file.id);
  const there = new Set(attachments);
  const form = formOfOrder(order);
  const content = contentOf(form, order.client.id, (id) => (there.has(id) ? id : null));
  return {
    ...UNSENT,
    order: { id: order.id, number: order.number, version: order.content_version },
    attachments,
    sent: JSON.stringify(content),
    price: order.price,
  };
}

/** The same once more: nothing of the old order but what was made, for whom and for how much. */
export function copyOfOrder(order: WorkOrderOut): OrderForm {
  const form = formOfOrder(order);
  return {
    ...blankOrder(form.client),
    price: form.price,
    items: form.items.map((item) => withoutFiles(repeated(item))),
  };
}

/** Files stay with the order that they were given for. */
function withoutFiles(item: ItemForm): ItemForm {
  return {
    ...item,
    drawing: "",
    glass: item.glass && { ...item.glass, drawing: "" },
    zones: item.zones.map((zone) => ({ ...zone, drawing: "" })),
  };
}

function priceText(price: string | null): string {
  if (price === null) return "";
  return price.replace(/\.00$/, "").replace(".", ",");
}
