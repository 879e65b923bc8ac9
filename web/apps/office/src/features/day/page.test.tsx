import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Need, NeedOut } from "@vitrazh/api";
import { expect, test } from "vitest";
import { emitEvent } from "../../shared/live.ts";
import { DESK, draw, OFFICE_ID, refusal, STAFF_ID, sessionWith } from "../../shared/testing.tsx";
import { aDayRow, happened } from "../../shared/testing-rows.ts";
import { DayPage } from "./page.tsx";

const ORDER: Need[] = ["answer", "look", "tell", "late", "due", "issue", "hand-over"];

function aDay(known: Partial<Record<Need, Partial<NeedOut>>>) {
  return {
    needs: ORDER.map((need) => ({ need, count: 0, mine: 0, rows: [], ...known[need] })),
  };
}

const ASKED = aDayRow(7, {
  manager_id: "another",
  question: "Какой держатель?",
  since: "2026-11-24T08:00:00Z",
});
const OWN = aDayRow(8, { question: "Какая кромка?", since: "2026-11-24T08:30:00Z" });

test("what waits is counted, listed and leads to its order and to the whole list", async () => {
  const answer = { count: 6, rows: [ASKED, OWN] };
  const { asked } = draw(<DayPage />, { answers: { "GET /api/day": aDay({ answer }) } });
  const section = await screen.findByRole("region", { name: /Цех ждёт ответа 6/ });
  const [first, second] = within(section).getAllByRole("listitem");
  expect(first?.textContent).toContain("Какая кромка?");
  expect(first?.textContent).toContain("мой");
  expect(second?.textContent).toContain("Какой держатель?");
  const all = within(section).getByRole("link", { name: "Все 6" });
  expect(all.getAttribute("href")).toContain("needs=answer");
  expect(all.getAttribute("href")).toContain(`office=${OFFICE_ID}`);
  expect(
    within(section)
      .getByRole("link", { name: /Л-0008/ })
      .getAttribute("href"),
  ).toContain(`/orders/${OWN.id}`);
  expect(asked.find(({ path }) => path === "/api/day")?.query.get("office")).toBe(OFFICE_ID);
  expect(screen.queryByRole("region", { name: /Опаздывают/ })).toBeNull();
});

test("the desk can look at its own orders, its office and the company", async () => {
  const { asked } = draw(<DayPage />, { answers: { "GET /api/day": aDay({}) } });
  await userEvent.click(await screen.findByRole("button", { name: "Мои" }));
  await waitFor(() => expect(asked.at(-1)?.query.get("mine")).toBe("true"));
  await userEvent.click(screen.getByRole("button", { name: "Вся компания" }));
  await waitFor(() => expect(asked.at(-1)?.query.toString()).toBe(""));
});

test("the director sees the company at once", async () => {
  const director = sessionWith(["orders.read", "feed.read"], {
    roles: ["director"],
    office_id: null,
    staff_id: STAFF_ID,
  });
  const { asked } = draw(<DayPage />, {
    session: director,
    answers: { "GET /api/day": aDay({ late: { count: 1, rows: [aDayRow(1, { late: true })] } }) },
  });
  expect(await screen.findByRole("region", { name: /Опаздывают/ })).toBeTruthy();
  expect(asked[0]?.query.toString()).toBe("");
  expect(screen.queryByRole("button", { name: "Мои" })).toBeNull();
});

test("a calm day is said, with the one thing to do", async () => {
  draw(<DayPage />, { answers: { "GET /api/day": aDay({}) } });
  expect(await screen.findByText(/Никто ничего не ждёт/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Новый заказ" }).getAttribute("href")).toBe(
    "/orders/new",
  );
});

test("an error is said in words and can be tried again", async () => {
  let works = false;
  draw(<DayPage />, {
    answers: { "GET /api/day": () => (works ? aDay({}) : refusal(500, "Ошибка на нашей стороне")) },
  });
  await screen.findByRole("alert");
  works = true;
  await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
  expect(await screen.findByText(/Никто ничего не ждёт/)).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an order that changed flashes", async () => {
  const row = aDayRow(3);
  draw(<DayPage />, { answers: { "GET /api/day": aDay({ due: { count: 1, rows: [row] } }) } });
  const line = (await screen.findByText("Л-0003/26")).closest("li");
  const before = line?.className;
  act(() => emitEvent(happened(row)));
  expect(line?.className).not.toBe(before);
});

test("who sees no orders is told where his work is", async () => {
  draw(<DayPage />, { session: { ...DESK, rights: [] } });
  expect(await screen.findByRole("link", { name: "Открыть планшет" })).toBeTruthy();
});

test("who only pairs tablets comes to them at once", async () => {
  const { path } = draw(<DayPage />, { session: sessionWith(["devices.edit"]) });
  await waitFor(() => expect(path()).toBe("/devices"));
});
