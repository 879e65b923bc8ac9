import { useQuery } from "@tanstack/react-query";
import { act, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { clientsClientOptions } from "@vitrazh/api/query";
import { dismissAll } from "@vitrazh/ui";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answers, draw, refusal, sessionWith } from "../../shared/testing.tsx";
import { EditCard } from "./card/edit-card.tsx";
import { ClientPage, ClientsPage } from "./page.tsx";

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });

const ID = "01900000-0000-7000-8000-0000000000c1";
const IVANOVA = {
  id: ID,
  version: 3,
  kind: "person" as const,
  name: "Иванова Мария Петровна",
  phones: ["+79215551234"],
  email: "ivanova@example.ru",
  language: "ru" as const,
  channel: "sms" as const,
  office_id: null,
  manager_id: null,
  created_at: "2026-11-20T10:00:00Z",
  changed_at: "2026-11-20T10:00:00Z",
};
const NOTHING = { items: [], next: null };
const CARD: Answers = {
  "GET /api/clients/duplicates": Response.json([]),
  "GET /api/clients/:id": IVANOVA,
  "GET /api/clients/:id/history": {
    items: [
      {
        at: "2026-11-21T10:00:00Z",
        by: "staff:1",
        field: "phones",
        old: ["+79215550000"],
        new: ["+79215551234"],
      },
    ],
    next: null,
  },
  "GET /api/work-orders": NOTHING,
};

beforeEach(() => localStorage.clear());
afterEach(() => act(dismissAll));

describe("the list", () => {
  it("asks for what is typed, and says so when nobody is found", async () => {
    const user = userEvent.setup();
    const { asked } = draw(<ClientsPage />, {
      answers: {
        "GET /api/clients": ({ query }) =>
          query.get("q") === "нет такого" ? NOTHING : { items: [IVANOVA], next: null },
      },
      at: "/clients",
    });
    expect(await screen.findByText(IVANOVA.name)).toBeTruthy();
    await user.type(screen.getByLabelText("Найти клиента"), "нет такого");
    expect(await screen.findByText("Никого не нашли: «нет такого»")).toBeTruthy();
    expect(asked.at(-1)?.query.get("q")).toBe("нет такого");
  });

  it("opens the card by Enter", async () => {
    const user = userEvent.setup();
    const { path } = draw(<ClientsPage />, {
      answers: { "GET /api/clients": { items: [IVANOVA], next: null } },
      at: "/clients",
    });
    const row = (await screen.findByText(IVANOVA.name)).closest("tr");
    act(() => row?.focus());
    await user.keyboard("{Enter}");
    await waitFor(() => expect(path()).toBe(`/clients/${ID}`));
  });

  it("says in words that it could not be read, and tries again", async () => {
    const user = userEvent.setup();
    let broken = true;
    draw(<ClientsPage />, {
      answers: {
        "GET /api/clients": () =>
          broken ? refusal(503, "Сервис временно недоступен") : { items: [IVANOVA], next: null },
      },
      at: "/clients",
    });
    await screen.findByText("Сервис временно недоступен");
    broken = false;
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await screen.findByText(IVANOVA.name)).toBeTruthy();
  });
});

function card(answers: Answers = {}) {
  return draw(<EditCard client={IVANOVA} onClose={() => {}} />, {
    answers: { ...CARD, ...answers },
    at: `/clients/${ID}`,
  });
}

describe("the card", () => {
  it("can be rung from, and leads to a new order", async () => {
    draw(<ClientPage />, { answers: CARD, at: `/clients/${ID}` });
    const phone = await screen.findByRole("link", { name: /921/ });
    expect(phone.getAttribute("href")).toBe("tel:+79215551234");
    const order = screen.getByRole("link", { name: "Новый заказ" });
    expect(order.getAttribute("href")).toBe(`/orders/new?client=${ID}`);
    expect(await screen.findByText("Заказов ещё не было")).toBeTruthy();
    expect((await screen.findByText(/Телефоны:/)).textContent).toMatch(/555.00.00.*555.12.34/);
  });

  it("is corrected over the version that was opened", async () => {
    const user = userEvent.setup();
    const { asked } = card({ "PUT /api/clients/:id": { ...IVANOVA, version: 4 } });
    const name = await screen.findByLabelText(/Имя или название/);
    await user.type(name, " младшая");
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() => expect(asked.some(({ method }) => method === "PUT")).toBe(true));
    const put = asked.find(({ method }) => method === "PUT");
    expect(put?.headers.get("if-match")).toBe('"3"');
    expect(put?.body).toMatchObject({
      name: "Иванова Мария Петровна младшая",
      phones: ["+7 921 555-12-34"],
      channel: "sms",
    });
  });

  it("is refused at the very field, however the empty lines stand", async () => {
    const user = userEvent.setup();
    const message = "Такого номера не бывает: проверьте код и число цифр";
    card({
      "PUT /api/clients/:id": refusal(422, "Проверьте карточку", {
        errors: [{ loc: ["phones", 1], code: "phone-impossible", message }],
      }),
    });
    await user.click(await screen.findByRole("button", { name: "Ещё телефон" }));
    await user.click(screen.getByRole("button", { name: "Ещё телефон" }));
    await user.type(screen.getByLabelText("Телефон 3"), "8 000");
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    const told = await screen.findByText(message);
    expect(screen.getByLabelText("Телефон 3").getAttribute("aria-describedby")).toContain(told.id);
  });

  it("warns of a likely duplicate, but not of itself", async () => {
    const other = { ...IVANOVA, id: "01900000-0000-7000-8000-0000000000c2", name: "Иванова М. П." };
    const { asked } = card({
      "GET /api/clients/duplicates": Response.json([
        { client: other, likeness: [{ kind: "phone", score: 100, text: "тот же телефон" }] },
      ]),
    });
    expect(await screen.findByText("Иванова М. П.")).toBeTruthy();
    const hint = asked.find(({ path }) => path === "/api/clients/duplicates");
    expect(hint?.query.get("but")).toBe(ID);
  });
});

/** The card as the page shows it: as it stands in the cache. */
function Current() {
  const { data } = useQuery(clientsClientOptions({ path: { client_id: ID } }));
  return data ? <EditCard client={data} onClose={() => {}} /> : null;
}

describe("a stale card", () => {
  it("shows both, and mine goes over theirs when I say so", async () => {
    const user = userEvent.setup();
    const theirs = { ...IVANOVA, version: 4, phones: ["+79110000001"] };
    let now = IVANOVA;
    const { asked } = draw(<Current />, {
      answers: {
        ...CARD,
        "GET /api/clients/:id": () => now,
        "PUT /api/clients/:id": ({ headers }) =>
          headers.get("if-match") === '"4"'
            ? { ...theirs, version: 5 }
            : refusal(412, "Пока вы правили, запись изменили", { code: "stale-edit" }),
      },
      at: `/clients/${ID}`,
    });
    await user.type(await screen.findByLabelText(/Имя или название/), " мл.");
    now = theirs;
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    const note = await screen.findByRole("alert", { name: /карточку изменили/ });
    expect(within(note).getByRole("row", { name: /Телефоны/ }).textContent).toContain("000");
    await user.click(within(note).getByRole("button", { name: "Оставить мою" }));
    await user.click(screen.getByRole("button", { name: "Сохранить" }));
    await waitFor(() =>
      expect(
        asked
          .filter(({ method }) => method === "PUT")
          .at(-1)
          ?.headers.get("if-match"),
      ).toBe('"4"'),
    );
  });
});

it("whoever may only read sees no button to change", async () => {
  draw(<ClientPage />, {
    session: sessionWith(["clients.read", "orders.read"]),
    answers: CARD,
    at: `/clients/${ID}`,
  });
  await screen.findByRole("link", { name: /921/ });
  expect(screen.queryByRole("button", { name: "Исправить" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Новый заказ" })).toBeNull();
});
