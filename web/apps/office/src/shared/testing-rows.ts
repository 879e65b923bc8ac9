/** For tests alone: rows of orders as the server lists them. */
import type { DayRow, FeedEvent, WorkOrderRow } from "@vitrazh/api";
import { OFFICE_ID, STAFF_ID } from "./testing.tsx";

/** An order in work of our office and our manager; `more` says what is different. */
export function anOrder(number: number, more: Partial<WorkOrderRow> = {}): WorkOrderRow {
  const digits = String(number).padStart(4, "0");
  return {
    id: `01900000-0000-7000-8000-00000000${digits}`,
    sequence: 2,
    number: `Л-${digits}/26`,
    stage: "in-work",
    urgency: "normal",
    promised_on: "2027-03-01",
    late: false,
    summary: "Зеркало 600×900",
    client_id: "c1",
    client_name: "Иванова Мария Петровна",
    office_id: OFFICE_ID,
    pickup_office_id: OFFICE_ID,
    manager_id: STAFF_ID,
    revision: 1,
    content_version: 1,
    placed_at: "2026-11-20T08:00:00Z",
    handed_over_at: "2026-11-20T09:00:00Z",
    ready_at: null,
    told_at: null,
    told_by: null,
    told_state: null,
    told_reason: null,
    back_at_office_at: null,
    ...more,
  };
}

export function aDayRow(number: number, more: Partial<DayRow> = {}): DayRow {
  return { ...anOrder(number), question: null, since: null, ...more };
}

/** Something happened to the order. */
export function happened(row: WorkOrderRow, sequence = row.sequence + 1): FeedEvent {
  return {
    id: `${row.id}-${sequence}`,
    type: "orders.work-order.seen.v1",
    subject: row.id,
    sequence,
    time: "2026-11-24T09:00:00Z",
    actor: "device:1",
    correlation_id: "1",
    trace: null,
    data: { work_order_id: row.id, number: row.number },
  } as unknown as FeedEvent;
}
