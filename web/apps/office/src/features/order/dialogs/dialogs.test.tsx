import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DESK, draw, refusal, sessionWith } from "../../../shared/testing.tsx";
import { OrderById } from "../page.tsx";
import { anItem, anOrder, ITEM_ID, ORDER_ID, pageAnswers } from "../testing.ts";

const READY = { stage: "ready", ready_at: "2026-11-24T09:00:00Z" } as const;
const SCAN = "01900000-0000-7000-8000-00000000f111";

function open(order = anOrder(), more = {}, session = DESK) {
  return draw(<OrderById id={ORDER_ID} />, {
    session,
    answers: { ...pageAnswers(order), ...more },
  });
}

async function choose(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(await screen.findByRole("button", { name: "Ещё" }));
  await user.click(await screen.findByRole("menuitem", { name, hidden: true }));
  return await screen.findByRole("dialog");
}

describe("cancelling", () => {
  it("asks why before anything is sent", async () => {
    const cancelled = anOrder({
      stage: "cancelled",
      cancelled_at: "2026-11-24T09:00:00Z",
      cancel_reason: "duplicate",
      sequence: 9,
    });
    const { asked } = open(anOrder(), { "POST /api/work-orders/:id/cancel": cancelled });
    const user = userEvent.setup();
    const dialog = await choose(user, "Отменить заказ");
    const submit = within(dialog).getByRole("button", { name: "Отменить заказ" });
    expect(submit.hasAttribute("disabled")).toBe(true);
    await user.click(within(dialog).getByRole("radio", { name: "Повтор другого заказа" }));
    await user.click(submit);
    expect(await screen.findByText(/повтор другого заказа\. Заказ закрыт/)).toBeTruthy();
    const sent = asked.find((one) => one.path.endsWith("/cancel"));
    expect(sent?.body).toEqual({ reason: "duplicate", note: null });
  });

  it("says a refusal in its place and keeps what was typed", async () => {
    open(anOrder(), { "POST /api/work-orders/:id/cancel": refusal(409, "Заказ закрыт") });
    const user = userEvent.setup();
    const dialog = await choose(user, "Отменить заказ");
    await user.click(within(dialog).getByRole("radio", { name: "Ошибка" }));
    await user.type(within(dialog).getByLabelText("Подробности"), "дважды");
    await user.click(within(dialog).getByRole("button", { name: "Отменить заказ" }));
    expect(await within(dialog).findByText("Заказ закрыт")).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>("Подробности").value).toBe("дважды");
  });
});

describe("issuing", () => {
  it("goes by keyboard alone: a signed sheet is attached, then the order is issued", async () => {
    const scan = {
      id: SCAN,
      kind: "signature",
      name: "подпись.pdf",
      media_type: "application/pdf",
      bytes: 4,
      sha256: "",
      has_preview: false,
      added_at: "2026-11-24T09:10:00Z",
      added_by: DESK.subject,
    };
    const issued = anOrder({ stage: "issued", issued_at: "2026-11-24T09:11:00Z", sequence: 9 });
    const { asked } = open(anOrder(READY), {
      "POST /api/work-orders/:id/attachments": { ...anOrder(READY), attachments: [scan] },
      "POST /api/work-orders/:id/issue": issued,
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Выдать" }));
    const dialog = await screen.findByRole("dialog", { name: "Выдача Л-0417/26" });
    expect(within(dialog).getByText(/Зеркало 800×1200, 3 шт/)).toBeTruthy();
    expect(within(dialog).getByText(/ещё не привезли/)).toBeTruthy();
    const submit = within(dialog).getByRole("button", { name: "Выдать" });
    expect(submit.hasAttribute("disabled")).toBe(true);
    await user.click(within(dialog).getByRole("radio", { name: "На бумаге" }));
    const file = new File(["%PDF"], "подпись.pdf", { type: "application/pdf" });
    await user.upload(within(dialog).getByLabelText(/Скан или фото подписи/), file);
    await user.click(submit);
    expect(await screen.findByText(/Выдан .*Заказ закрыт/)).toBeTruthy();
    const attached = asked.find((one) => one.path.endsWith("/attachments"));
    expect(attached?.query.get("kind")).toBe("signature");
    const sent = asked.find((one) => one.path.endsWith("/issue"));
    expect(sent?.body).toEqual({ signature: null, signature_id: SCAN });
  });
});

describe("returning to work", () => {
  const HEAD = sessionWith(["orders.read", "production.control", "staff.read", "offices.read"]);

  it("says which item, how many pieces and why", async () => {
    const order = anOrder({ ...READY, items: [anItem({ route: ["art-shop", "workshop"] })] });
    const { asked } = open(order, { "POST /api/work-orders/:id/reopen": {} }, HEAD);
    const user = userEvent.setup();
    const dialog = await choose(user, "Вернуть в работу");
    const submit = within(dialog).getByRole("button", { name: "Вернуть в работу" });
    expect(submit.hasAttribute("disabled")).toBe(true);
    await user.type(within(dialog).getByLabelText(/Сколько штук/), "4");
    await user.type(within(dialog).getByLabelText(/Почему/), "Царапина");
    await user.click(submit);
    expect(asked.some((one) => one.path.endsWith("/reopen"))).toBe(false);
    await user.clear(within(dialog).getByLabelText(/Сколько штук/));
    await user.type(within(dialog).getByLabelText(/Сколько штук/), "2");
    await user.click(within(dialog).getByRole("radio", { name: "Художественный цех" }));
    await user.click(submit);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(asked.find((one) => one.path.endsWith("/reopen"))?.body).toEqual({
      revision: 1,
      item_id: ITEM_ID,
      reason: "Царапина",
      quantity: 2,
      shop: "art-shop",
    });
  });
});
