import { act, cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { dismissAll } from "@vitrazh/ui";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ORDER_ID } from "../testing.ts";
import { HAND_OVER, mirror, open, TAKEN } from "../testing-form.tsx";

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => act(dismissAll));

describe("nothing typed is lost", () => {
  it("a form that was left is offered, and goes on where it was", async () => {
    const user = userEvent.setup();
    open();
    await mirror(user, "640x480");
    cleanup();
    open(TAKEN, "/orders/new");
    await user.click(await screen.findByRole("button", { name: /^Продолжить: Иванова/ }));
    expect(await screen.findByRole("button", { name: /^1Зеркало.640\s×\s480/ })).toBeTruthy();
    expect(screen.getByText("Показано то, что вы не закончили")).toBeTruthy();
  });

  it("two tabs have two forms, and both are kept", async () => {
    const user = userEvent.setup();
    open();
    await mirror(user, "111x222");
    cleanup();
    open();
    await mirror(user, "333x444");
    cleanup();
    open(TAKEN, "/orders/new");
    const kept = await screen.findByRole("region", { name: /Незаконченные заказы/ });
    expect(within(kept).getAllByRole("listitem")).toHaveLength(2);
  });

  it("a thrown away form can be had back", async () => {
    const user = userEvent.setup();
    open();
    await mirror(user, "640x480");
    cleanup();
    open(TAKEN, "/orders/new");
    await user.click(await screen.findByRole("button", { name: /^Удалить: Иванова/ }));
    expect(screen.queryByRole("button", { name: /^Продолжить/ })).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Вернуть", hidden: true }));
    expect(await screen.findByRole("button", { name: /^Продолжить: Иванова/ })).toBeTruthy();
  });

  it("a form that was shown again can be begun anew, and that taken back", async () => {
    const user = userEvent.setup();
    open();
    await mirror(user, "640x480");
    cleanup();
    open(TAKEN, "/orders/new");
    await user.click(await screen.findByRole("button", { name: /^Продолжить: Иванова/ }));
    await user.click(await screen.findByRole("button", { name: "Начать заново" }));
    expect(screen.queryByRole("button", { name: /^1Зеркало/ })).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Вернуть", hidden: true }));
    expect(await screen.findByRole("button", { name: /^1Зеркало.640/ })).toBeTruthy();
  });

  it("a full storage does not stop the order", async () => {
    const user = userEvent.setup();
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const { path } = open();
    await mirror(user);
    expect(await screen.findByText(/не может сохранить черновик/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
  });
});
