import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { FeedEvent } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import { emitEvent } from "../../shared/live.ts";
import { DESK, draw, OFFICE_ID, refusal, sessionWith } from "../../shared/testing.tsx";
import { OrderById } from "./page.tsx";
import {
  aHandOff,
  anOrder,
  aShop,
  ORDER_ID,
  PARK_ID,
  pageAnswers,
  TABLET_ID,
  VOLKOV_ID,
} from "./testing.ts";

const DIRECTOR = sessionWith([
  "orders.read",
  "orders.price.read",
  "orders.cancel",
  "clients.read",
  "production.queue.read",
  "messages.read",
  "staff.read",
  "offices.read",
]);
const HEAD = sessionWith([
  "orders.read",
  "production.queue.read",
  "production.control",
  "staff.read",
  "offices.read",
]);

function open(order = anOrder(), { handOff = aHandOff(), session = DESK, more = {} } = {}) {
  return draw(<OrderById id={ORDER_ID} />, {
    session,
    answers: { ...pageAnswers(order, handOff), ...more },
  });
}

describe("the page of an order", () => {
  it("tells whose it is, by when and how much", async () => {
    open();
    expect(await screen.findByRole("heading", { level: 1, name: "Л-0417/26" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Иванова Мария" }).getAttribute("href")).toContain(
      "/clients/",
    );
    expect(screen.getByRole("link", { name: /921/ }).getAttribute("href")).toBe("tel:+79215551234");
    expect(await screen.findByText("Ленина")).toBeTruthy();
    expect(screen.getByRole("button", { name: /Изменить цену/ }).textContent).toMatch(/8.037,00/);
  });

  it("says in words that an order is late", async () => {
    open(anOrder({ late: true, promised_on: "2026-11-20" }));
    expect((await screen.findAllByText(/просрочен на/)).length).toBeGreaterThan(0);
  });

  it("hands a draft over once, however often it is pressed, with the version that was seen", async () => {
    const handed = anOrder({ sequence: 6, content_version: 2 });
    let answer: (order: object) => void = () => {};
    const answered = new Promise<object>((done) => {
      answer = done;
    });
    const { asked } = open(anOrder({ stage: "draft", revision: 0 }), {
      handOff: aHandOff({ shops: [], revision: 0 }),
      more: { "POST /api/work-orders/:id/hand-over": () => answered },
    });
    const user = userEvent.setup();
    const button = await screen.findByRole("button", { name: "Передать в цех" });
    await user.dblClick(button);
    expect(button.getAttribute("aria-busy")).toBe("true");
    answer(handed);
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Передать в цех" })).toBeNull(),
    );
    const sent = asked.filter((one) => one.path.endsWith("/hand-over"));
    expect(sent.length).toBe(1);
    expect(sent[0]?.headers.get("if-match")).toBe('"2"');
    expect(sent[0]?.headers.get("idempotency-key")).toBeTruthy();
  });

  it("shows who changed a draft meanwhile, and hands over the new one if that is wanted", async () => {
    const current = anOrder({ stage: "draft", content_version: 3, price: "9000.00", sequence: 6 });
    let version = "";
    open(anOrder({ stage: "draft", revision: 0 }), {
      handOff: aHandOff({ shops: [] }),
      more: {
        "POST /api/work-orders/:id/hand-over": ({ headers }: { headers: Headers }) => {
          version = headers.get("if-match") ?? "";
          if (version === '"2"') return refusal(412, "Заказ изменили", { current });
          return anOrder({ sequence: 7, content_version: 3 });
        },
        "GET /api/work-orders/:id/history": {
          items: [
            {
              at: "2026-11-24T08:00:00Z",
              actor: `staff:${VOLKOV_ID}`,
              operator: null,
              action: "workorders.set-price",
              old: null,
              new: null,
            },
          ],
          next: null,
        },
      },
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Передать в цех" }));
    const note = await screen.findByRole("alert");
    expect(await within(note).findByText(/Волков Игорь за это время/)).toBeTruthy();
    expect(within(note).getByText(/Цена: было 8.037,00.₽, стало 9.000,00.₽/)).toBeTruthy();
    await user.click(within(note).getByRole("button", { name: "Всё равно передать" }));
    await waitFor(() => expect(version).toBe('"3"'));
  });

  it("offers to issue a ready order, and to mark it as back", async () => {
    open(anOrder({ stage: "ready", ready_at: "2026-11-24T09:00:00Z" }));
    expect(await screen.findByRole("button", { name: "Выдать" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Вернулся в офис" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Исправить/ })).toBeNull();
  });

  it("takes the mark back when the server refuses it, and says why", async () => {
    open(anOrder({ stage: "ready", ready_at: "2026-11-24T09:00:00Z" }), {
      more: {
        "POST /api/work-orders/:id/mark-back-at-office": refusal(403, "Это офис «Парк»"),
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Вернулся в офис" }));
    expect(await screen.findByText("Это офис «Парк»")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Вернулся в офис" })).toBeTruthy();
  });

  it("says which office issues it when ours does not", async () => {
    const ready = { stage: "ready", ready_at: "2026-11-24T09:00:00Z" } as const;
    open(anOrder({ ...ready, pickup_office_id: PARK_ID }));
    expect(await screen.findByText("Выдаёт офис «Парк»")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Выдать" })).toBeNull();
  });

  it("gives the director nothing to edit, and the head neither client nor money", async () => {
    const { unmount } = open(anOrder(), { session: DIRECTOR });
    await screen.findByRole("heading", { level: 1, name: "Л-0417/26" });
    expect(screen.queryByRole("button", { name: /Исправить/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Изменить цену/ })).toBeNull();
    expect(screen.getByText(/8.037,00/)).toBeTruthy();
    unmount();
    open(anOrder({ price: null }), { session: HEAD });
    expect(await screen.findByText("клиента видит стол заказов")).toBeTruthy();
    expect(screen.queryByText("Цена")).toBeNull();
  });

  it("is calm and only to be read once the order is cancelled", async () => {
    open(
      anOrder({
        stage: "cancelled",
        cancelled_at: "2026-11-24T08:00:00Z",
        cancel_reason: "client-refused",
      }),
    );
    expect(await screen.findByText(/клиент отказался\. Заказ закрыт/)).toBeTruthy();
    const left = screen.getAllByRole("button").map((button) => button.textContent);
    expect(
      left.filter((text) => /Передать|Исправить|Выдать|Ещё|Добавить/.test(text ?? "")),
    ).toEqual([]);
  });

  it("says that there is no such order, and who may not see it", async () => {
    const { unmount } = draw(<OrderById id={ORDER_ID} />);
    expect(await screen.findByText(/Такого заказа нет/)).toBeTruthy();
    unmount();
    draw(<OrderById id={ORDER_ID} />, {
      answers: { "GET /api/work-orders/:id": refusal(403, "Нельзя") },
    });
    expect(await screen.findByText(/Заказы вам не показывают/)).toBeTruthy();
  });

  it("moves the strip by an event, without waiting", async () => {
    let handOff = aHandOff();
    draw(<OrderById id={ORDER_ID} />, {
      answers: {
        ...pageAnswers(anOrder()),
        "GET /api/work-orders/:id/hand-off": () => handOff,
      },
    });
    const steps = await screen.findByRole("list", { name: "Цех" });
    expect(within(steps).getAllByText("ещё нет").length).toBe(4);
    handOff = aHandOff({
      sequence: 8,
      shops: [
        aShop({
          state: "accepted",
          received_at: "2026-11-24T07:01:00Z",
          seen_at: "2026-11-24T07:02:00Z",
          seen_by: `device:${TABLET_ID}`,
          seen_operator_id: VOLKOV_ID,
          accepted_at: "2026-11-24T07:03:00Z",
          accepted_operated_at: "2026-11-24T06:03:00Z",
          accepted_by: `device:${TABLET_ID}`,
          accepted_operator_id: VOLKOV_ID,
          accepted_operator_verified: false,
          accepted_device_id: TABLET_ID,
        }),
      ],
    });
    act(() =>
      emitEvent({
        type: "orders.work-order.accepted.v1",
        subject: ORDER_ID,
        sequence: 8,
        data: { work_order_id: ORDER_ID, office_id: OFFICE_ID },
      } as FeedEvent),
    );
    const accepted = await within(steps).findByText("без PIN");
    const step = accepted.closest("li");
    expect(step?.getAttribute("data-step")).toBe("accepted");
    expect(step?.textContent).toContain("Волков Игорь");
    expect(step?.textContent).toContain("с планшета");
    expect(step?.textContent).toMatch(/на планшете \d\d:03/);
    expect(step?.querySelector("time")?.title).toContain("По часам сервера");
    expect(within(steps).getAllByText("ещё нет").length).toBe(1);
  });

  it("raises the alarm when nobody in the shop has looked", async () => {
    open(anOrder(), {
      handOff: aHandOff({ shops: [aShop({ unseen_at: "2026-11-24T07:05:00Z" })] }),
    });
    expect(await screen.findByText(/не смотрят с/)).toBeTruthy();
  });

  it("says which revision the shop works by after a correction", async () => {
    open(anOrder({ revision: 2 }), {
      handOff: aHandOff({ revision: 2 }),
      more: { "GET /api/queue/:id": { accepted_revision: 1 } },
    });
    expect(await screen.findByText("Принята правка 1, сейчас правка 2")).toBeTruthy();
  });
});
