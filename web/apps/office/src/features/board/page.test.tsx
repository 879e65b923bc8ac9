import { configure, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { BoardOrder, ItemShopOut } from "@vitrazh/api";
import { describe, expect, it, vi } from "vitest";
import { draw, OFFICE_ID, refusal, STAFF_ID, sessionWith } from "../../shared/testing.tsx";
import { BoardPage } from "./page.tsx";

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 8_000 });

const HEAD = sessionWith([
  "orders.read",
  "production.queue.read",
  "production.accept",
  "production.control",
  "staff.read",
  "offices.read",
]);
const DIRECTOR = sessionWith([
  "orders.read",
  "production.queue.read",
  "staff.read",
  "offices.read",
]);
const VOLKOV = "01900000-0000-7000-8000-0000000000b1";

function work(more: Partial<ItemShopOut> = {}): ItemShopOut {
  return { shop: "workshop", state: "queued", done: 0, passed: 0, last_step: null, ...more };
}

function row(number: string, more: Partial<BoardOrder> = {}): BoardOrder {
  return {
    id: `id-${number}`,
    sequence: 5,
    number,
    revision: 1,
    urgency: "normal",
    promised_on: "2026-12-01",
    late: false,
    office_id: OFFICE_ID,
    pickup_office_id: OFFICE_ID,
    manager_id: STAFF_ID,
    handed_over_at: "2026-11-24T07:00:00Z",
    reopened_at: null,
    shops: [{ shop: "workshop", state: "sent" }],
    items: [
      {
        id: "item",
        position: 1,
        quantity: 3,
        route: ["workshop"],
        piece: {
          product: "mirror",
          material: "mirror",
          thickness_mm: 4,
          shape: { kind: "rectangle", width_mm: 800, height_mm: 1200 },
        },
        shops: [work()],
        open_questions: 0,
      },
    ],
    open_questions: 0,
    ...more,
  };
}

function withWork(order: BoardOrder, one: ItemShopOut): BoardOrder {
  return { ...order, items: order.items.map((item) => ({ ...item, shops: [one] })) };
}

const ACCEPTED: BoardOrder["shops"] = [
  { shop: "workshop", state: "accepted", accepted_at: "2026-11-24T07:05:00Z" },
];
const MADE = withWork(
  row("Л-0002/26", { shops: ACCEPTED }),
  work({
    state: "started",
    done: 2,
    last_step: {
      step: "finish",
      by: "device:1",
      operator_id: VOLKOV,
      operator_verified: false,
      device_id: "1",
      step_at: "2026-11-24T08:00:00Z",
      operated_at: "2026-11-24T08:00:00Z",
    },
  }),
);
const COUNTS = {
  shops: [
    {
      shop: "workshop",
      sent: 2,
      received: 1,
      seen: 0,
      accepted: 4,
      completed: 0,
      late: 1,
      urgent: 1,
      open_questions: 1,
      items: { queued: 3, started: 2, paused: 0, finished: 1, passed: 0 },
    },
  ],
};

function open(rows: BoardOrder[], { session = HEAD, more = {} } = {}) {
  return draw(<BoardPage />, {
    session,
    at: "/board",
    answers: {
      "GET /api/board": COUNTS,
      "GET /api/board/orders": { items: rows, next: null },
      "GET /api/board/orders/:id": () => rows[0] ?? {},
      "GET /api/staff": { items: [{ id: VOLKOV, name: "Волков Игорь", active: true }] },
      "GET /api/offices": { items: [{ id: OFFICE_ID, name: "Ленина" }] },
      ...more,
    },
  });
}

async function openPanel(number: string) {
  const user = userEvent.setup();
  const link = await screen.findByRole("link", { name: number });
  const line = link.closest("tr");
  if (!line) throw new Error("no row");
  line.focus();
  await user.keyboard("{Enter}");
  return { user, panel: await screen.findByRole("dialog", { name: number }) };
}

describe("the board of production", () => {
  it("keeps the order of the server: what is late stands first, in words", async () => {
    const late = row("Л-0009/26", { late: true, promised_on: "2026-11-20" });
    open([late, MADE]);
    const links = await screen.findAllByRole("link", { name: /Л-000/ });
    expect(links.map((link) => link.textContent)).toEqual(["Л-0009/26", "Л-0002/26"]);
    expect(screen.getAllByText(/просрочен на/).length).toBeGreaterThan(0);
  });

  it("tells who holds a piece, since when, and whether he gave his PIN", async () => {
    open([MADE]);
    expect(await screen.findByText(/Волков Игорь/)).toBeTruthy();
    expect(screen.getByText("без PIN")).toBeTruthy();
    expect(screen.getByText("2 из 3")).toBeTruthy();
  });

  it("raises the alarm where nobody in the shop has looked", async () => {
    const shops = [{ ...row("").shops[0], unseen_at: "2026-11-24T07:10:00Z" }];
    open([row("Л-0003/26", { shops: shops as BoardOrder["shops"] })]);
    expect((await screen.findAllByText("не смотрят")).length).toBeGreaterThan(0);
  });

  it("counts on top; a number narrows the list, and the address says so", async () => {
    const { asked, path } = open([MADE]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: /На контроле/ }));
    await waitFor(() => {
      const last = asked.filter((one) => one.path === "/api/board/orders").at(-1);
      expect(last?.query.get("state")).toBe("finished");
      expect(last?.query.get("shop")).toBe("workshop");
    });
    expect(path()).toContain("state=finished");
    await user.click(screen.getByRole("button", { name: "Показать всё" }));
    await waitFor(() => expect(path()).not.toContain("state"));
  });

  it("lets the head accept for a shop, once", async () => {
    const { asked } = open([row("Л-0001/26")], {
      more: { "POST /api/work-orders/:id/accept": {} },
    });
    const { user, panel } = await openPanel("Л-0001/26");
    await user.click(within(panel).getByRole("button", { name: "Принять заказ" }));
    await waitFor(() => expect(asked.some((one) => one.path.endsWith("/accept"))).toBe(true));
    const sent = asked.filter((one) => one.path.endsWith("/accept"));
    expect(sent.map((one) => one.body)).toEqual([{ revision: 1, shop: "workshop" }]);
  });

  it("passes so many pieces as were looked at, and no more than wait", async () => {
    const { asked } = open([MADE], { more: { "POST /api/work-orders/:id/pass-control": {} } });
    const { user, panel } = await openPanel("Л-0002/26");
    const field = within(panel).getByLabelText("Сколько штук");
    await user.type(field, "3");
    await user.click(within(panel).getByRole("button", { name: "Контроль пройден" }));
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(asked.some((one) => one.path.endsWith("/pass-control"))).toBe(false);
    await user.clear(field);
    await user.type(field, "1");
    await user.click(within(panel).getByRole("button", { name: "Контроль пройден" }));
    await waitFor(() =>
      expect(asked.find((one) => one.path.endsWith("/pass-control"))?.body).toEqual({
        revision: 1,
        shop: "workshop",
        item_id: "item",
        quantity: 1,
      }),
    );
  });

  it("sends pieces back only with a reason; a refusal is said in its place", async () => {
    const { asked } = open([MADE], {
      more: { "POST /api/work-orders/:id/fail-control": refusal(409, "Офис изменил заказ") },
    });
    const { user, panel } = await openPanel("Л-0002/26");
    await user.click(within(panel).getByRole("button", { name: "Брак" }));
    const submit = within(panel).getByRole("button", { name: "Вернуть на переделку" });
    expect(submit.hasAttribute("disabled")).toBe(true);
    await user.click(within(panel).getByRole("radio", { name: "Скол" }));
    await user.click(submit);
    expect(await within(panel).findByText("Офис изменил заказ")).toBeTruthy();
    expect(asked.find((one) => one.path.endsWith("/fail-control"))?.body).toEqual({
      revision: 1,
      shop: "workshop",
      item_id: "item",
      quantity: 2,
      reason: "chip",
    });
  });

  it("shows the director everything and lets him do nothing", async () => {
    open([MADE], { session: DIRECTOR });
    const { panel } = await openPanel("Л-0002/26");
    expect(within(panel).getByText("2 из 3")).toBeTruthy();
    const buttons = within(panel).getAllByRole("button");
    expect(buttons.length).toBe(1); // closes the panel
    expect(within(panel).getByRole("link", { name: "Открыть заказ" })).toBeTruthy();
  });

  it("says when the order has left the work meanwhile", async () => {
    open([MADE], { more: { "GET /api/board/orders/:id": refusal(404, "Не найдено") } });
    const { panel } = await openPanel("Л-0002/26");
    expect(await within(panel).findByText("Заказ больше не в работе.")).toBeTruthy();
  });

  it("says in words that it is empty, forbidden, or out of reach", async () => {
    const { unmount } = open([]);
    expect(await screen.findByText("В работе нет ни одного заказа.")).toBeTruthy();
    unmount();
    const broken = { "GET /api/board/orders": refusal(503, "Сервис временно недоступен") };
    const second = open([], { more: broken });
    expect(await screen.findByText("Сервис временно недоступен")).toBeTruthy();
    second.unmount();
    open([], { session: sessionWith(["orders.read"]) });
    expect(await screen.findByText(/Доску вам не показывают/)).toBeTruthy();
  });
});
