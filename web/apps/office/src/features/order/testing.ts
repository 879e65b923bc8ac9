/** For tests alone: Ivanova's hallway mirror as the server tells it. */

import { configure } from "@testing-library/react";
import type {
  HandOff,
  ServicesOrdersWorkordersSchemasOrdersItemOut as Item,
  MessageOut,
  QuestionOut,
  ShopOrderOut,
  WorkOrderOut,
} from "@vitrazh/api";
import { vi } from "vitest";
import { OFFICE_ID, STAFF_ID } from "../../shared/testing.tsx";

// A whole page is drawn over and over here, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 8_000 });

export const ORDER_ID = "01900000-0000-7000-8000-000000000417";
export const ITEM_ID = "01900000-0000-7000-8000-000000000e01";
export const QUESTION_ID = "01900000-0000-7000-8000-000000000901";
const CLIENT_ID = "01900000-0000-7000-8000-0000000000c1";
export const PARK_ID = "01900000-0000-7000-8000-0000000000ab";
export const VOLKOV_ID = "01900000-0000-7000-8000-0000000000b1";
export const TABLET_ID = "01900000-0000-7000-8000-0000000000d1";
const AT = "2026-11-24T07:00:00Z";

export const STAFF = {
  items: [
    { id: STAFF_ID, name: "Соколова Анна", active: true },
    { id: VOLKOV_ID, name: "Волков Игорь", active: true },
  ],
};
export const OFFICES = {
  items: [
    { id: OFFICE_ID, name: "Ленина" },
    { id: PARK_ID, name: "Парк" },
  ],
};

export function anItem(more: Partial<Item> = {}): Item {
  return {
    id: ITEM_ID,
    position: 1,
    quantity: 3,
    route: ["workshop"],
    piece: {
      product: "mirror",
      material: "mirror",
      thickness_mm: 4,
      shape: { kind: "rectangle", width_mm: 800, height_mm: 1200 },
    },
    name: { ru: "Зеркало 800×1200", en: "Mirror 800×1200", quantity: 3 },
    changed_in: 0,
    ...more,
  };
}

export function anOrder(more: Partial<WorkOrderOut> = {}): WorkOrderOut {
  return {
    id: ORDER_ID,
    number: "Л-0417/26",
    office_id: OFFICE_ID,
    pickup_office_id: OFFICE_ID,
    client: { id: CLIENT_ID, known: true, name: "Иванова Мария", phones: ["+79215551234"] },
    manager_id: STAFF_ID,
    stage: "in-work",
    urgency: "normal",
    promised_on: "2026-12-01",
    late: false,
    price: "8037.00",
    sequence: 5,
    content_version: 2,
    revision: 1,
    shops: ["workshop"],
    summary: "Зеркало 800×1200",
    items: [anItem()],
    attachments: [],
    placed_at: AT,
    handed_over_at: AT,
    ready_at: null,
    reopened_at: null,
    told_at: null,
    told_by: null,
    told_state: null,
    told_state_at: null,
    told_reason: null,
    back_at_office_at: null,
    issued_at: null,
    issued_by: null,
    signature_id: null,
    cancelled_at: null,
    cancel_reason: null,
    ...more,
  };
}

export function aShop(more: Partial<ShopOrderOut> = {}): ShopOrderOut {
  return { shop: "workshop", state: "sent", ...more };
}

export function aHandOff(more: Partial<HandOff> = {}): HandOff {
  return {
    id: ORDER_ID,
    sequence: 5,
    number: "Л-0417/26",
    revision: 1,
    stage: "in-work",
    handed_over_at: AT,
    shops: [aShop()],
    items: [
      {
        id: ITEM_ID,
        position: 1,
        quantity: 3,
        shops: [{ shop: "workshop", state: "queued", done: 0, passed: 0, last_step: null }],
      },
    ],
    questions: [],
    told_at: null,
    told_by: null,
    told_state: null,
    told_reason: null,
    ...more,
  };
}

export function aQuestion(more: Partial<QuestionOut> = {}): QuestionOut {
  return {
    id: QUESTION_ID,
    revision: 1,
    shop: "workshop",
    text: "Фаска с лица?",
    item_id: ITEM_ID,
    photo_id: null,
    asked_at: AT,
    asked_by: `device:${TABLET_ID}`,
    operated_at: AT,
    operator_id: VOLKOV_ID,
    operator_verified: true,
    answered_at: null,
    answered_by: null,
    answer_text: null,
    ...more,
  };
}

export function aMessage(more: Partial<MessageOut> = {}): MessageOut {
  return {
    id: "01900000-0000-7000-8000-00000000aaaa",
    purpose: "order-ready",
    work_order_id: ORDER_ID,
    order_number: "Л-0417/26",
    client_id: CLIENT_ID,
    state: "accepted",
    moot: false,
    channel: "sms",
    address: "+79215551234",
    subject: null,
    body: "Заказ готов",
    reason: null,
    attempts: 1,
    created_at: AT,
    due_at: AT,
    told_at: AT,
    changed_at: AT,
    ...more,
  };
}

/** What the page asks, answered: by the order and the strip given. */
export function pageAnswers(order: WorkOrderOut, handOff: HandOff = aHandOff()) {
  return {
    "GET /api/staff": STAFF,
    "GET /api/offices": OFFICES,
    "GET /api/work-orders/:id": () => order,
    "GET /api/work-orders/:id/hand-off": () => handOff,
    "GET /api/work-orders/:id/revisions": [],
    "GET /api/work-orders/:id/history": { items: [], next: null },
    "GET /api/messages": { items: [], next: null },
  };
}
