import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { emitEvent } from "../../shared/live.ts";
import { type Answers, type Asked, draw, OFFICE_ID, refusal } from "../../shared/testing.tsx";
import { anOrder, happened } from "../../shared/testing-rows.ts";
import { OrdersScreen } from "./page.tsx";
import type { OrdersView } from "./view.ts";

const COUNTS = {
  folders: [
    { stage: "draft", count: 3, late: 0, mine: 1 },
    { stage: "in-work", count: 12, late: 2, mine: 5 },
    { stage: "ready", count: 4, late: 0, mine: 0 },
  ],
};
const OFFICES = {
  items: [
    { id: OFFICE_ID, name: "Ленина" },
    { id: "park", name: "Парк" },
  ],
};
const opened = vi.fn();
let shown: OrdersView = {};

beforeEach(() => {
  localStorage.clear();
  opened.mockReset();
});

function Screen({ begin }: { begin: OrdersView }) {
  const [view, setView] = useState(begin);
  shown = view;
  return <OrdersScreen view={view} onView={setView} onOpen={(row) => opened(row.number)} />;
}

function open(answers: Answers, view: OrdersView = {}) {
  return draw(<Screen begin={view} />, {
    answers: {
      "GET /api/work-orders/counts": COUNTS,
      "GET /api/offices": OFFICES,
      "GET /api/work-orders": { items: [anOrder(417)], next: null },
      ...answers,
    },
  });
}

const lists = (asked: Asked[]) => asked.filter(({ path }) => path === "/api/work-orders");

describe("folders", () => {
  test("show what is in work first, with counts; another tab is another folder", async () => {
    const { asked } = open({});
    const table = await screen.findByRole("grid", { name: "Заказы" });
    expect(within(table).getByRole("link", { name: "Л-0417/26" })).toBeTruthy();
    expect(within(table).getByText("Иванова Мария Петровна")).toBeTruthy();
    expect(lists(asked)[0]?.query.get("folder")).toBe("in-work");
    expect((await screen.findByRole("tab", { name: /В работе/ })).textContent).toContain("12");
    expect(screen.getByRole("tab", { name: /Все/ }).textContent).toContain("19");
    await userEvent.click(screen.getByRole("tab", { name: /Готовы/ }));
    expect(shown).toEqual({ folder: "ready" });
    await waitFor(() => expect(lists(asked).at(-1)?.query.get("folder")).toBe("ready"));
  });

  test("are narrowed by office, mine and late, and the counts go along", async () => {
    const { asked } = open({});
    await userEvent.selectOptions(await screen.findByLabelText("Офис"), "Парк");
    await userEvent.click(screen.getByRole("button", { name: /Мои/ }));
    await userEvent.click(await screen.findByRole("button", { name: /Опаздывают\s*2/ }));
    expect(shown).toEqual({ office: "park", mine: true, late: true });
    await waitFor(() => {
      const query = lists(asked).at(-1)?.query;
      expect([query?.get("office"), query?.get("mine"), query?.get("late")]).toEqual([
        "park",
        "true",
        "true",
      ]);
    });
    const counts = asked.filter(({ path }) => path.endsWith("/counts"));
    expect(counts.at(-1)?.query.get("office")).toBe("park");
  });

  test("a late order says so in words", async () => {
    const late = anOrder(1, { late: true, promised_on: "2020-01-01" });
    open({ "GET /api/work-orders": { items: [late], next: null } });
    expect((await screen.findAllByText(/просрочен на/)).length).toBeGreaterThan(0);
  });

  test("an order that was not told is marked, whatever else it is", async () => {
    const ready = anOrder(1, { stage: "ready", told_state: "call-needed" });
    open({ "GET /api/work-orders": { items: [ready], next: null } }, { folder: "ready" });
    expect((await screen.findAllByText("Нужно позвонить")).length).toBeGreaterThan(0);
  });
});

describe("searching", () => {
  test("one request after the typing rests; the words stand in the view", async () => {
    const { asked } = open({});
    await screen.findByRole("grid");
    const before = lists(asked).length;
    await userEvent.type(screen.getByLabelText("Искать в заказах"), "иванова");
    await waitFor(() => expect(shown.q).toBe("иванова"));
    await waitFor(() => expect(lists(asked).at(-1)?.query.get("q")).toBe("иванова"));
    expect(lists(asked).length).toBe(before + 1);
  });

  test("`/` goes to the field, Down and Enter open the row", async () => {
    open({});
    await screen.findByRole("grid");
    await userEvent.keyboard("/");
    expect(document.activeElement).toBe(screen.getByLabelText("Искать в заказах"));
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(opened).toHaveBeenCalledWith("Л-0417/26");
  });

  test("ten thousand signs stay in the field, are marked, and are not sent", async () => {
    const { asked } = open({});
    await screen.findByRole("grid");
    const before = lists(asked).length;
    const field = screen.getByLabelText("Искать в заказах");
    await userEvent.click(field);
    await userEvent.paste("я".repeat(10_000));
    await new Promise((done) => setTimeout(done, 350));
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(field).toHaveProperty("value", "я".repeat(10_000));
    expect(lists(asked).length).toBe(before);
  });

  test("nothing in this folder offers all of them", async () => {
    open({ "GET /api/work-orders": { items: [], next: null } }, { q: "999" });
    expect(await screen.findByText("В этой папке нет «999».")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Искать во всех папках" }));
    expect(shown).toEqual({ q: "999", folder: "all" });
  });
});

describe("states of the list", () => {
  test("loading, then an error in words with the way to try again", async () => {
    let works = false;
    open({
      "GET /api/work-orders": () =>
        works ? { items: [anOrder(1)], next: null } : refusal(403, "Заказы вам не видны"),
    });
    expect(screen.queryByRole("grid")).toBeNull();
    expect((await screen.findByRole("alert")).textContent).toContain("Заказы вам не видны");
    works = true;
    await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await screen.findByText("Л-0001/26")).toBeTruthy();
  });

  test("an empty folder is one sentence", async () => {
    open({ "GET /api/work-orders": { items: [], next: null } });
    expect(await screen.findByText("В этой папке пусто.")).toBeTruthy();
  });

  test("the next page comes behind the first", async () => {
    const { asked } = open({
      "GET /api/work-orders": ({ query }) =>
        query.get("cursor") === "two"
          ? { items: [anOrder(2)], next: null }
          : { items: [anOrder(1)], next: "two" },
    });
    await userEvent.click(await screen.findByRole("button", { name: /ещё/i }));
    expect(await screen.findByText("Л-0002/26")).toBeTruthy();
    expect(screen.getByText("Л-0001/26")).toBeTruthy();
    expect(lists(asked)).toHaveLength(2);
  });
});

describe("live", () => {
  test("a changed order moves its row alone; one that left leaves", async () => {
    const rows = [anOrder(1), anOrder(2)];
    let now = rows;
    const { asked } = open({
      "GET /api/work-orders": ({ query }) => {
        const q = query.get("q");
        return { items: now.filter(({ number }) => !q || number === q), next: null };
      },
    });
    await screen.findByText("Л-0002/26");
    const before = lists(asked).length;
    now = [{ ...anOrder(1), sequence: 3, summary: "Полка 600×200" }];
    act(() => {
      emitEvent(happened(anOrder(1)));
      emitEvent(happened(anOrder(2)));
    });
    expect(await screen.findByText("Полка 600×200")).toBeTruthy();
    await waitFor(() => expect(screen.queryByText("Л-0002/26")).toBeNull());
    expect(
      lists(asked)
        .slice(before)
        .map(({ query }) => query.get("q")),
    ).toEqual(["Л-0001/26", "Л-0002/26"]);
  });

  test("an answer older than the row does not turn it back", async () => {
    const fresh = anOrder(1, { sequence: 9, summary: "Новое" });
    let answer = fresh;
    open({ "GET /api/work-orders": () => ({ items: [answer], next: null }) });
    await screen.findByText("Новое");
    answer = anOrder(1, { sequence: 4, summary: "Старое" });
    await act(async () => {
      emitEvent(happened(fresh));
      await new Promise((done) => setTimeout(done, 200));
    });
    expect(screen.getByText("Новое")).toBeTruthy();
  });
});

describe("saved views", () => {
  test("keep the view under a name, come back to it, and can be undone", async () => {
    open({}, { folder: "ready", mine: true });
    await screen.findByRole("grid");
    await userEvent.click(screen.getByRole("button", { name: "Виды" }));
    await userEvent.click(
      await screen.findByRole("menuitem", { name: "Сохранить вид", hidden: true }),
    );
    await userEvent.type(screen.getByLabelText("Название вида"), "Мои готовые{Enter}");
    expect(await screen.findByText("Вид «Мои готовые» сохранён")).toBeTruthy();
    await userEvent.click(screen.getByRole("tab", { name: /Выданы/ }));
    await userEvent.click(screen.getByRole("button", { name: "Виды" }));
    await userEvent.click(
      await screen.findByRole("menuitem", { name: "Мои готовые", hidden: true }),
    );
    expect(shown).toEqual({ folder: "ready", mine: true });
    await userEvent.click(screen.getByRole("button", { name: "Мои готовые" }));
    await userEvent.click(
      await screen.findByRole("menuitem", { name: /Убрать вид/, hidden: true }),
    );
    await userEvent.click(await screen.findByRole("button", { name: "Вернуть", hidden: true }));
    expect(await screen.findByRole("button", { name: "Мои готовые" })).toBeTruthy();
  });
});

test("a list of what waits says so, and leads back", async () => {
  const { asked } = open(
    {
      "GET /api/day/:need": { items: [{ ...anOrder(5), question: null, since: null }], next: null },
    },
    { needs: "tell", office: OFFICE_ID },
  );
  expect(await screen.findByRole("heading", { name: "Клиент не знает, что готово" })).toBeTruthy();
  expect(await screen.findByText("Л-0005/26")).toBeTruthy();
  const list = asked.find(({ path }) => path === "/api/day/tell");
  expect(list?.query.get("office")).toBe(OFFICE_ID);
  await userEvent.click(screen.getByRole("button", { name: "Все папки" }));
  expect(shown).toEqual({ office: OFFICE_ID });
});
