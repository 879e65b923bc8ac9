import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Answers, DESK, draw, sessionWith } from "../../shared/testing.tsx";
import { anOrder } from "../../shared/testing-rows.ts";
import { asked as wanted } from "./find.ts";
import { otherLayout } from "./layout.ts";
import { Palette } from "./palette.tsx";

const closed = vi.fn();
beforeEach(() => closed.mockReset());

const IVANOVA = {
  id: "c1",
  kind: "person",
  name: "Иванова Мария",
  phones: ["+79215551234"],
  email: null,
  language: "ru",
  channel: "sms",
  office_id: null,
};

function open(answers: Answers = {}, session = DESK) {
  return draw(<Palette onClose={closed} />, {
    session,
    answers: {
      "GET /api/work-orders": { items: [anOrder(417)], next: null },
      "GET /api/clients": { items: [IVANOVA], next: null },
      ...answers,
    },
  });
}
const field = () => screen.findByRole("combobox", { name: "Что найти" });
const group = (name: string) => screen.findByRole("group", { name });

describe("finding", () => {
  test("orders and clients stand in groups, the first is what Enter opens", async () => {
    const { path } = open();
    await userEvent.type(await field(), "иванова");
    expect(within(await group("Заказы")).getByRole("option").textContent).toContain("Л-0417/26");
    expect(within(await group("Клиенты")).getByRole("option").textContent).toContain("921");
    await userEvent.keyboard("{Enter}");
    expect(path()).toBe(`/orders/${anOrder(417).id}`);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test("Enter before the answer opens what is found then, asked at once", async () => {
    const { path, asked } = open({ "GET /api/clients": { items: [], next: null } });
    await userEvent.type(await field(), "417{Enter}");
    await waitFor(() => expect(path()).toBe(`/orders/${anOrder(417).id}`));
    expect(asked.filter(({ path: at }) => at === "/api/work-orders")).toHaveLength(1);
  });

  test("an answer to older words is never shown", async () => {
    let answerOld = (_: object) => {};
    open({
      "GET /api/work-orders": ({ query }) =>
        query.get("q") === "41"
          ? new Promise<object>((done) => {
              answerOld = done;
            })
          : { items: [anOrder(417)], next: null },
      "GET /api/clients": { items: [], next: null },
    });
    const input = await field();
    await userEvent.type(input, "41");
    await waitFor(() => expect(input.getAttribute("aria-busy")).toBe("true"));
    await new Promise((done) => setTimeout(done, 150));
    await userEvent.type(input, "7");
    await group("Заказы");
    answerOld({ items: [anOrder(411), anOrder(412)], next: null });
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.queryByText("Л-0411/26")).toBeNull();
    expect(screen.getByText("Л-0417/26")).toBeTruthy();
  });

  test("arrows go round, Ctrl+Enter takes a new order for the client", async () => {
    const { path } = open();
    await userEvent.type(await field(), "ива");
    await group("Клиенты");
    await userEvent.keyboard("{ArrowDown}{Control>}{Enter}{/Control}");
    expect(path()).toBe("/orders/new?client=c1");
  });

  test("nothing found is one sentence that helps", async () => {
    const nothing = { items: [], next: null };
    open({ "GET /api/work-orders": nothing, "GET /api/clients": nothing });
    await userEvent.type(await field(), "щщщ");
    expect(await screen.findByText(/Ничего не нашлось/)).toBeTruthy();
  });

  test("words of the wrong keyboard layout are found all the same", async () => {
    open({
      "GET /api/work-orders": { items: [], next: null },
      "GET /api/clients": ({ query }) => ({
        items: query.get("q") === "иванова" ? [IVANOVA] : [],
        next: null,
      }),
    });
    await userEvent.type(await field(), "bdfyjdf");
    expect(await screen.findByText("Иванова Мария")).toBeTruthy();
  });

  test("Esc closes", async () => {
    open();
    await userEvent.type(await field(), "{Escape}");
    expect(closed).toHaveBeenCalledTimes(1);
  });
});

describe("commands", () => {
  test("all of them before anything is typed; the fitting ones after", async () => {
    const { path } = open();
    const commands = await group("Команды");
    expect(within(commands).getByRole("option", { name: "Новый заказ" })).toBeTruthy();
    expect(within(commands).queryByRole("option", { name: "Открыть планшеты" })).toBeNull();
    const nothing = within(commands).getAllByRole("option").length;
    await userEvent.type(await field(), "дос");
    await waitFor(() => expect(screen.getAllByRole("option").length).toBeLessThan(nothing));
    await userEvent.click(screen.getByRole("option", { name: "Открыть доску" }));
    expect(path()).toBe("/board");
  });

  test("who may only pair tablets is offered that", async () => {
    open({}, sessionWith(["devices.edit"]));
    expect(await screen.findByRole("option", { name: "Открыть планшеты" })).toBeTruthy();
    expect(screen.queryByRole("option", { name: "Новый заказ" })).toBeNull();
  });
});

test("what is asked: phones by digits, the rest as typed", () => {
  expect(wanted("8 (921) 555-12-34")).toBe("89215551234");
  expect(wanted(" Л-0417/26 ")).toBe("Л-0417/26");
  expect(wanted("417")).toBe("417");
  expect(otherLayout("bdfyjd")).toBe("иванов");
  expect(otherLayout("иванов")).toBeNull();
});

test("what was typed before the palette stood there is taken over, Enter too", async () => {
  const early = { take: () => ({ text: "417", enter: true }) };
  const { path } = draw(<Palette early={early} onClose={closed} />, {
    answers: {
      "GET /api/work-orders": { items: [anOrder(417)], next: null },
      "GET /api/clients": { items: [], next: null },
    },
  });
  await waitFor(() => expect(path()).toBe(`/orders/${anOrder(417).id}`));
});
