import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { outbox } from "../sync/testing.ts";
import { button, fresh, tablet, ticket, worked } from "./testing/tablet.tsx";

afterEach(() => {
  location.hash = "";
});

const verbs = async () => (await outbox()).map(({ verb }) => verb);

describe("the usual shift", () => {
  it("takes an order on, starts and finishes it with one main button", async () => {
    const { user } = await tablet([fresh(ticket("1"))]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Принял"));
    await user.click(await button("Начать"));
    await user.click(await button("Закончил"));
    await user.click(await button("Закончил 3\u00a0шт."));
    expect(await button("Контроль")).toBeTruthy();
    expect(await verbs()).toEqual(["accept", "start", "finish"]);
    expect((await outbox()).at(-1)?.quantity).toBe(3);
  });

  it("finishes a single piece with one tap", async () => {
    const { user } = await tablet([worked(ticket("1"), { state: "started" }, { quantity: 1 })]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Закончил"));
    await waitFor(async () => expect(await verbs()).toEqual(["finish"]));
  });

  it("finishes as many as were typed, never more than are left", async () => {
    const { user } = await tablet([worked(ticket("1"), { state: "started", done: 1 })]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Закончил"));
    await user.click(await screen.findByRole("button", { name: "9" }));
    expect(screen.getByRole("alert").textContent).toBe("Осталось только 2");
    expect(screen.getByRole("button", { name: "Наберите число" }).ariaDisabled).toBe("true");
    await user.click(screen.getByRole("button", { name: "Стереть" }));
    await user.click(screen.getByRole("button", { name: "1" }));
    await user.click(await button("Закончил 1\u00a0шт."));
    await waitFor(async () => expect((await outbox())[0]?.quantity).toBe(1));
  });

  it("is deaf to the second half of a double tap", async () => {
    const { user } = await tablet([fresh(ticket("1"))]);
    await user.click(await button(/Л-1\/26/));
    await user.dblClick(await button("Принял"));
    const start = await screen.findByRole("button", { name: "Начать" });
    await user.click(start);
    expect(await verbs()).toEqual(["accept"]);
  });

  it("takes the last step back", async () => {
    const { user } = await tablet([ticket("1")]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Начать"));
    await user.click(await button(/Вернуть/));
    expect(await button("Начать")).toBeTruthy();
    expect(await verbs()).toEqual([]);
  });

  it("passes control only after a look at the drawing", async () => {
    const { user } = await tablet([worked(ticket("1"), { state: "finished", done: 3 })]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Контроль"));
    await user.click(await button("Контроль пройден: 3\u00a0шт."));
    await waitFor(async () => expect(await verbs()).toEqual(["pass-control"]));
  });
});

describe("who acts", () => {
  it("is asked before the action, and the action goes on by itself", async () => {
    const { db, user } = await tablet([ticket("1")]);
    await user.click(await button(/Л-1\/26/));
    const start = await button("Начать");
    await db.setValue("operator", null);
    await db.setValue("link", { state: "lost", since: Date.now() });
    await user.click(start);
    expect(await screen.findByText(/ПИН не проверить/)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: /Волков Игорь/ }));
    expect(await button("Закончил")).toBeTruthy();
    expect((await outbox())[0]).toMatchObject({ verb: "start", hands: { session: null } });
  });

  it("may only look, without saying who he is", async () => {
    const { user } = await tablet([ticket("1")], { nobody: true });
    await user.click(await button("Только посмотреть"));
    expect(await screen.findByRole("button", { name: /Л-1\/26/ })).toBeTruthy();
  });
});

describe("a question and a defect", () => {
  it("asks with two taps, and the finish waits for the answer", async () => {
    const { user } = await tablet([worked(ticket("1"), { state: "started" })]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Вопрос"));
    await user.click(await screen.findByRole("button", { name: "Кромка?" }));
    await user.click(await button("Спросить"));
    expect(await screen.findByText("Ждём ответа офиса")).toBeTruthy();
    expect((await outbox())[0]).toMatchObject({ verb: "ask", text: "Кромка?", item_id: "1-1" });
  });

  it("wants words for «другое»", async () => {
    const { user } = await tablet([ticket("1")]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Вопрос"));
    await user.click(await screen.findByRole("button", { name: "Другое" }));
    expect(screen.getByRole("button", { name: "Напишите, что не так" })).toBeTruthy();
    await user.type(screen.getByLabelText(/Своими словами/), "Нет листа");
    await user.click(await button("Спросить"));
    await waitFor(async () => expect((await outbox())[0]?.text).toBe("Нет листа"));
  });

  it("sends a defect with three taps", async () => {
    const { user } = await tablet([worked(ticket("1"), { state: "finished", done: 3 })]);
    await user.click(await button(/Л-1\/26/));
    await user.click(await button("Брак"));
    await user.click(await screen.findByRole("button", { name: "Скол" }));
    await user.click(await button("Отправить"));
    await waitFor(async () =>
      expect((await outbox())[0]).toMatchObject({ verb: "fail-control", reason: "chip" }),
    );
  });
});
