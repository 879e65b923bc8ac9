import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { DeviceOut } from "@vitrazh/api";
import { expect, test } from "vitest";
import { type Answers, DESK, draw, refusal, sessionWith } from "../../shared/testing.tsx";
import { DevicesPage } from "./page.tsx";

const ADMIN = sessionWith(["devices.edit", "profile"], { roles: ["admin"] });
const CUTTING: DeviceOut = {
  id: "d1",
  name: "Планшет у стола резки",
  shop: "workshop",
  paired_at: "2026-11-01T08:00:00Z",
  revoked_at: null,
  seen_at: null,
  version: 3,
};

function open(answers: Answers = {}, session = ADMIN) {
  const list = { "GET /api/devices": { items: [CUTTING], next: null } };
  return draw(<DevicesPage />, { session, answers: { ...list, ...answers } });
}

async function choose(name: string) {
  await screen.findByText("Планшет у стола резки");
  await userEvent.click(screen.getByRole("button", { name: "Ещё действия" }));
  await userEvent.click(await screen.findByRole("menuitem", { name, hidden: true }));
}

test("a code is shown with its life, and the tablet that takes it is named", async () => {
  let paired: DeviceOut[] = [];
  const { asked } = open({
    "GET /api/devices": () => ({ items: [CUTTING, ...paired], next: null }),
    "POST /api/devices/pairing-codes": () => ({
      code: "7A2R9CCS",
      shop: "art-shop",
      expires_at: new Date(Date.now() + 600_000).toISOString(),
    }),
  });
  await screen.findByText("Планшет у стола резки");
  await userEvent.click(screen.getByRole("button", { name: "Подключить планшет" }));
  await userEvent.click(screen.getByRole("radio", { name: "Художественный цех" }));
  await userEvent.click(screen.getByRole("button", { name: "Показать код" }));
  await waitFor(() => expect(screen.getByText("7A2R").parentElement?.textContent).toBe("7A2R9CCS"));
  expect(screen.getByText(/Код действует ещё (10:00|9:5\d)/)).toBeTruthy();
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ shop: "art-shop" });
  paired = [{ ...CUTTING, id: "d2", name: "Планшет витражистов", shop: "art-shop" }];
  expect(
    await screen.findByText("«Планшет витражистов» подключён", {}, { timeout: 4_000 }),
  ).toBeTruthy();
});

test("a code that is over says so", async () => {
  open({
    "POST /api/devices/pairing-codes": {
      code: "7A2R9CCS",
      shop: "workshop",
      expires_at: "2020-01-01T00:00:00Z",
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Подключить планшет" }));
  await userEvent.click(screen.getByRole("button", { name: "Показать код" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/больше не действует/);
});

test("renaming sends the version that was seen; another's new name is shown first", async () => {
  const versions: (string | null)[] = [];
  open({
    "GET /api/devices/:id": { ...CUTTING, name: "Планшет у печи", version: 4 },
    "PUT /api/devices/:id": ({ headers }) => {
      versions.push(headers.get("if-match"));
      return versions.length === 1 ? refusal(412, "Уже изменено") : { ...CUTTING, version: 5 };
    },
  });
  await choose("Переименовать");
  const field = screen.getByLabelText("Название");
  await userEvent.clear(field);
  await userEvent.type(field, "Резка");
  await userEvent.click(screen.getByRole("button", { name: "Сохранить" }));
  expect((await screen.findByRole("alert")).textContent).toContain("«Планшет у печи»");
  expect(field).toHaveProperty("value", "Резка");
  await userEvent.click(screen.getByRole("button", { name: "Оставить моё" }));
  await waitFor(() => expect(versions).toEqual(['"3"', '"4"']));
});

test("revoking is asked for, sent once, under a key", async () => {
  const { asked } = open({
    "POST /api/devices/:id/revoke": { ...CUTTING, revoked_at: "2026-11-24T09:00:00Z" },
  });
  await choose("Отключить");
  expect(screen.getByRole("dialog", { name: "Отключить «Планшет у стола резки»?" })).toBeTruthy();
  expect(asked.filter(({ method }) => method === "POST")).toHaveLength(0);
  await userEvent.dblClick(screen.getByRole("button", { name: "Отключить" }));
  expect(await screen.findByText("Планшет «Планшет у стола резки» отключён")).toBeTruthy();
  const sent = asked.filter(({ method }) => method === "POST");
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.get("idempotency-key")).toBeTruthy();
});

test("who may not pair tablets sees none", async () => {
  const { asked } = open({}, DESK);
  expect(await screen.findByText("Планшеты подключает администратор.")).toBeTruthy();
  expect(asked.filter(({ path }) => path === "/api/devices")).toEqual([]);
});
