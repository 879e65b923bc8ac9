import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DESK, draw, refusal, sessionWith } from "../../../shared/testing.tsx";
import { aMessage, anOrder } from "../testing.ts";
import { Told } from "./told.tsx";

function open(message: object | null, { session = DESK, more = {} } = {}) {
  const items = message ? [message] : [];
  return draw(<Told order={anOrder({ stage: "ready" })} />, {
    session,
    answers: { "GET /api/messages": () => ({ items, next: null }), ...more },
  });
}

describe("messages to the client", () => {
  it("say when and by what he was told", async () => {
    open(aMessage());
    expect(await screen.findByText(/^Отправлено/)).toBeTruthy();
    expect(screen.getByText(/SMS \+7/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /позвонил/ })).toBeNull();
  });

  it("say why he was not told; a call is noted, or it is sent again, once", async () => {
    const { asked } = open(aMessage({ state: "failed", reason: "refused", told_at: null }), {
      more: {
        "POST /api/messages/:id/note-call": aMessage(),
        "POST /api/messages/:id/resend": aMessage({ state: "queued" }),
      },
    });
    expect(await screen.findByText("оператор связи отказал")).toBeTruthy();
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Я позвонил(а), клиент знает" }));
    await waitFor(() => expect(asked.some((one) => one.path.endsWith("/note-call"))).toBe(true));
    await user.click(screen.getByRole("button", { name: "Отправить ещё раз" }));
    await waitFor(() => expect(asked.filter((one) => one.path.endsWith("/resend")).length).toBe(1));
  });

  it("are not touched by who may only read them, nor when they are moot", async () => {
    const reader = sessionWith(["messages.read", "orders.read"]);
    const { unmount } = open(aMessage({ state: "call", told_at: null }), { session: reader });
    expect(await screen.findByText("Нужно позвонить")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /позвонил|ещё раз/ })).toBeNull();
    unmount();
    open(aMessage({ state: "call", moot: true }));
    expect(await screen.findByText(/Уже не нужно/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /позвонил|ещё раз/ })).toBeNull();
  });

  it("say their refusal and their absence in words", async () => {
    const { unmount } = open(aMessage({ state: "call" }), {
      more: { "POST /api/messages/:id/note-call": refusal(409, "Клиент уже знает") },
    });
    await userEvent.click(await screen.findByRole("button", { name: /позвонил/ }));
    expect(await screen.findByText("Клиент уже знает")).toBeTruthy();
    unmount();
    open(null);
    expect(await screen.findByText(/Клиенту ещё не писали/)).toBeTruthy();
  });
});
