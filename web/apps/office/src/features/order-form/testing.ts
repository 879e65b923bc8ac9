/** For tests alone: an order and a client as the server sends them. */
import type { ClientsClientOut, Piece, WorkOrderOut } from "@vitrazh/api";
import { DESK, OFFICE_ID, STAFF_ID } from "../../shared/testing.tsx";
import demo from "./model/demo-pieces.json" with { type: "json" };

export const ORDER_ID = "01900000-0000-7000-8000-00000000000f";
export const CLIENT_ID = "01900000-0000-7000-8000-0000000000c1";
export const ITEM_ID = "01900000-0000-7000-8000-0000000000e1";

export const IVANOVA = {
  id: CLIENT_ID,
  version: 1,
  kind: "person",
  name: "Иванова Мария Петровна",
  phones: ["+79215551234"],
  email: null,
  language: "ru",
  channel: "sms",
  office_id: null,
  manager_id: null,
  created_at: "2026-11-20T10:00:00Z",
  changed_at: "2026-11-20T10:00:00Z",
} satisfies ClientsClientOut;

export const OFFICE = {
  id: OFFICE_ID,
  letter: "Л",
  name: "Ленина",
  address: "ул. Ленина, 24",
  phone: "+78125551010",
  zone: "Europe/Moscow",
  opens: "10:00",
  closes: "19:00",
  closed: [],
  opened: [],
  active: true,
  version: 1,
};

export const ME = {
  id: STAFF_ID,
  name: "Соколова Анна",
  roles: ["desk"],
  office_id: OFFICE_ID,
  active: true,
};

export function anOrder(more: Partial<WorkOrderOut> = {}): WorkOrderOut {
  const piece = demo["dictated-1"].piece as Piece;
  return {
    id: ORDER_ID,
    number: "Л-0417/26",
    office_id: OFFICE_ID,
    pickup_office_id: OFFICE_ID,
    client: { id: CLIENT_ID, known: true, name: IVANOVA.name, phones: IVANOVA.phones },
    manager_id: STAFF_ID,
    stage: "draft",
    urgency: "normal",
    promised_on: "2026-12-01",
    late: false,
    price: null,
    content_version: 1,
    revision: 0,
    summary: "Зеркало 800×600",
    items: [
      {
        id: ITEM_ID,
        position: 1,
        quantity: 1,
        route: ["workshop"],
        piece,
        name: { ru: "Зеркало 800×600", en: "Mirror 800×600", quantity: 1 },
        changed_in: 0,
      },
    ],
    attachments: [],
    ...more,
  } as WorkOrderOut;
}

export const EVERYDAY = {
  "GET /api/offices": { items: [OFFICE] },
  "GET /api/staff": { items: [ME] },
  "GET /api/clients/duplicates": Response.json([]),
  "GET /api/clients/:id": IVANOVA,
  "GET /api/clients": { items: [IVANOVA], next: null },
};

/** What a reader of the screen hears besides the label: the error and the hint of a field. */
export function described(field: HTMLElement): string {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}

export function typedIn(field: HTMLElement): string {
  return (field as HTMLInputElement).value;
}

export { DESK };
