import { act, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { dismissAll } from "@vitrazh/ui";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answers, draw, refusal, sessionWith } from "../../../shared/testing.tsx";
import { anOrder, EVERYDAY, ITEM_ID, ORDER_ID, typedIn } from "../testing.ts";
import { EditOrder } from "./edit-order.tsx";

const SIZE = "Размер, ширина × высота, мм";

function open(order = anOrder(), answers: Answers = {}) {
  return draw(<EditOrder order={order} />, {
    answers: {
      ...EVERYDAY,
      "GET /api/work-orders/:id/history": { items: [], next: null },
      ...answers,
    },
    at: `/orders/${ORDER_ID}/edit`,
  });
}

async function resize(user: ReturnType<typeof userEvent.setup>, text: string) {
  const field = await screen.findByLabelText(SIZE);
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });
beforeEach(() => localStorage.clear());
afterEach(() => act(dismissAll));

describe("a draft", () => {
  it("is saved over the version that was opened, its item keeping its id", async () => {
    const user = userEvent.setup();
    const { asked } = open(anOrder({ content_version: 7 }), {
      "PUT /api/work-orders/:id": anOrder({ content_version: 8 }),
    });
    await resize(user, "900x600");
    await user.click(screen.getByRole("button", { name: /Сохранить черновик/ }));
    await waitFor(() => expect(asked.some(({ method }) => method === "PUT")).toBe(true));
    const put = asked.find(({ method }) => method === "PUT");
    expect(put?.headers.get("if-match")).toBe('"7"');
    expect(put?.body).toMatchObject({
      items: [{ id: ITEM_ID, piece: { shape: { width_mm: 900, height_mm: 600 } } }],
    });
  });

  it("that was not changed sends nothing but the hand-over", async () => {
    const user = userEvent.setup();
    const { asked, path } = open(anOrder(), {
      "POST /api/work-orders/:id/hand-over": anOrder({ stage: "in-work" }),
    });
    await user.click(await screen.findByRole("button", { name: /Передать в цех/ }));
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    const writes = asked.filter(({ method }) => method !== "GET");
    expect(writes.map((one) => one.path)).toEqual([`/api/work-orders/${ORDER_ID}/hand-over`]);
  });
});

describe("an order in work", () => {
  it("shows old and new before the correction is sent", async () => {
    const user = userEvent.setup();
    const { asked, path } = open(anOrder({ stage: "in-work" }), {
      "POST /api/work-orders/:id/correct": anOrder({ stage: "in-work", content_version: 2 }),
    });
    await resize(user, "800x650");
    await user.click(screen.getByRole("button", { name: /Отправить исправление/ }));
    const dialog = await screen.findByRole("dialog", { name: "Исправление заказа" });
    const line = within(dialog).getByRole("row", { name: /Высота/ });
    expect(line.textContent?.replace(/\s/g, " ")).toBe("Высота600 мм650 мм");
    expect(asked.filter(({ method }) => method !== "GET")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: /Отправить исправление/ }));
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    const sent = asked.find(({ method }) => method === "POST");
    expect(sent?.headers.get("Idempotency-Key")).toBeTruthy();
  });
});

describe("a stale edit", () => {
  const theirs = anOrder({ content_version: 2, urgency: "urgent" });
  const answers: Answers = {
    "PUT /api/work-orders/:id": (asked) =>
      asked.headers.get("if-match") === '"2"'
        ? anOrder({ content_version: 3 })
        : refusal(412, "Пока вы правили, запись изменили", { code: "stale-edit", current: theirs }),
    "GET /api/work-orders/:id/history": {
      items: [
        {
          at: new Date().toISOString(),
          actor: "staff:01900000-0000-7000-8000-000000000001",
          operator: null,
          action: "workorders.edit",
          old: null,
          new: null,
        },
      ],
      next: null,
    },
  };

  it("says who changed what, and keeps mine over theirs when I say so", async () => {
    const user = userEvent.setup();
    const { asked } = open(anOrder(), answers);
    await resize(user, "900x600");
    await user.click(screen.getByRole("button", { name: /Сохранить черновик/ }));

    const note = await screen.findByRole("alert", { name: /заказ изменили/ });
    expect(await within(note).findByText(/Соколова Анна/)).toBeTruthy();
    const changed = within(note).getByRole("table", { name: "Что изменили" });
    expect(changed.textContent).toContain("СрочностьОбычныйСрочный");
    const mine = within(note).getByRole("table", { name: "Ваши изменения" });
    expect(mine.textContent?.replace(/\s/g, " ")).toContain("Ширина800 мм900 мм");

    await user.click(within(note).getByRole("button", { name: "Оставить мою" }));
    await waitFor(() =>
      expect(
        asked
          .filter(({ method }) => method === "PUT")
          .at(-1)
          ?.headers.get("if-match"),
      ).toBe('"2"'),
    );
    expect(asked.filter(({ method }) => method === "PUT").at(-1)?.body).toMatchObject({
      urgency: "normal",
      items: [{ piece: { shape: { width_mm: 900 } } }],
    });
  });
});

describe("an order that is not edited any more", () => {
  it.each([
    ["issued", /выдан/],
    ["cancelled", /отменён/],
    ["ready", /откройте его снова/],
  ] as const)("%s says so and has no field", async (stage, words) => {
    open(anOrder({ stage }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByLabelText(SIZE)).toBeNull();
  });
});

it("what was typed into an edit survives, and can be dropped", async () => {
  const user = userEvent.setup();
  const first = open();
  await resize(user, "901x602");
  first.unmount();
  open();
  expect(typedIn(await screen.findByLabelText(SIZE))).toBe("901x602");
  await user.click(screen.getByRole("button", { name: "Отказаться от правки" }));
  await waitFor(() => expect(typedIn(screen.getByLabelText(SIZE))).toBe("800×600"));
});

it("a price is neither seen nor set by who may not", async () => {
  draw(<EditOrder order={anOrder()} />, {
    session: sessionWith(["orders.read", "orders.edit"]),
    answers: EVERYDAY,
    at: `/orders/${ORDER_ID}/edit`,
  });
  await screen.findByLabelText(SIZE);
  expect(screen.queryByLabelText("Цена")).toBeNull();
});
