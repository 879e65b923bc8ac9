import { screen, within } from "@testing-library/react";
import { setLanguage } from "@vitrazh/words";
import { afterEach, describe, expect, it } from "vitest";
import { act } from "../../store/index.ts";
import { button, tablet, ticket } from "../testing/tablet.tsx";

afterEach(() => {
  location.hash = "";
  setLanguage("ru");
});

describe("the connection", () => {
  it("is told in words, with how many actions wait since when", async () => {
    const { db } = await tablet([ticket("1")]);
    await act.start("1", "1-1");
    await db.setValue("link", { state: "lost", since: new Date(2026, 10, 24, 14, 5).getTime() });
    expect(await screen.findByText("Нет связи с 14:05, 1 действие ждёт")).toBeTruthy();
  });

  it("lists what is not sent, in order, and does not let the tablet go", async () => {
    const { user } = await tablet([ticket("1")]);
    await act.start("1", "1-1");
    await act.finish("1", "1-1", 2);
    await user.click(await button(/На связи/));
    const list = await screen.findByRole("list", { name: "Что ещё не отправлено" });
    const rows = within(list).getAllByRole("listitem");
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Л-1\/26 Начал, Поз\.\u00a01, Волков.*ждёт связи$/),
      expect.stringMatching(/^Л-1\/26 Закончил, Поз\.\u00a01, 2\u00a0шт\..*ждёт связи$/),
    ]);
    await user.click(await button("Отвязать планшет"));
    expect(await screen.findByText(/Сначала пусть уйдут все действия/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Отвязать планшет" })).toBeNull();
  });

  it("lets the tablet go when nothing waits, after one more question", async () => {
    const { db, user } = await tablet([]);
    await user.click(await button(/На связи/));
    await user.click(await button("Отвязать планшет"));
    expect(await db.value("device")).toBeTruthy();
    await user.click(await button("Отвязать планшет"));
    expect(await screen.findByLabelText("Код подключения")).toBeTruthy();
    expect(await db.value("device")).toBeNull();
  });

  it("speaks the other language at once", async () => {
    const { user } = await tablet([]);
    await user.click(await button(/На связи/));
    await user.click(await button("English"));
    expect(await screen.findByText("Everything is sent")).toBeTruthy();
    expect(document.documentElement.lang).toBe("en");
  });
});
