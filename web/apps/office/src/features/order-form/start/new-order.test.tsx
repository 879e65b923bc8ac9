import { act, cleanup, configure, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { PlaceIn } from "@vitrazh/api";
import { dismissAll } from "@vitrazh/ui";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sessionRegained } from "../../../shared/gate.ts";
import { refusal } from "../../../shared/testing.tsx";
import { anOrder, CLIENT_ID, described, IVANOVA, ORDER_ID, typedIn } from "../testing.ts";
import { HAND_OVER, mirror, open, SIZE, TAKEN, writes } from "../testing-form.tsx";

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => act(dismissAll));

describe("a typical mirror for a known client", () => {
  it("takes the keyboard alone: one number key, one field, Ctrl+Enter", async () => {
    const user = userEvent.setup();
    const { asked, path } = open();
    const presets = await screen.findByRole("region", { name: "Добавить позицию" });
    act(() =>
      within(presets)
        .getByRole("button", { name: /^Зеркало 1|^Зеркало$/ })
        .focus(),
    );

    await user.keyboard("1");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(SIZE)));
    await user.keyboard("800x1200{Control>}{Enter}{/Control}");

    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    expect(writes(asked)).toEqual([
      "POST /api/work-orders",
      `POST /api/work-orders/${ORDER_ID}/hand-over`,
    ]);
    expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
      client_id: CLIENT_ID,
      promised_on: null,
      items: [
        {
          quantity: 1,
          piece: {
            product: "mirror",
            thickness_mm: 4,
            shape: { kind: "rectangle", width_mm: 800, height_mm: 1200 },
          },
        },
      ],
    });
  });

  it("takes at most 6 clicks and 8 fields with a price, and shows the drawing meanwhile", async () => {
    const user = userEvent.setup();
    const { path } = open();
    let clicks = 1; // «Новый заказ» on the client's card
    let fields = 0;
    const click = async (element: HTMLElement) => {
      clicks += 1;
      await user.click(element);
    };
    await click(await screen.findByRole("button", { name: /^Зеркало 1|^Зеркало$/ }));
    await user.type(await screen.findByLabelText(SIZE), "800 на 1200");
    fields += 1;
    expect(await screen.findByRole("img", { name: /800\s×\s1200/ })).toBeTruthy();
    await click(screen.getByLabelText("Цена"));
    await user.keyboard("5 400");
    fields += 1;
    await click(screen.getByRole("button", { name: HAND_OVER }));
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    expect(clicks).toBeLessThanOrEqual(6);
    expect(fields).toBeLessThanOrEqual(8);
  });

  it("finds the client by a part of his phone, then waits for the number key", async () => {
    const user = userEvent.setup();
    open(TAKEN, "/orders/new");
    await user.type(await screen.findByRole("combobox", { name: /Клиент/ }), "12-34");
    expect(
      (await screen.findByRole("option", { name: /Иванова/, hidden: true })).textContent,
    ).toContain("555");
    await user.keyboard("{Enter}");
    expect(await screen.findByText(IVANOVA.name)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.getAttribute("data-preset")).toBe("mirror"));
  });
});

describe("an old order once more", () => {
  it("is two clicks: «Повторить», «Передать в цех»", async () => {
    const user = userEvent.setup();
    const { asked, path } = open(
      { ...TAKEN, "GET /api/work-orders/:id": anOrder({ stage: "issued", price: "3150.00" }) },
      "/orders/new?copy=01900000-0000-7000-8000-0000000000dd",
    );
    expect(await screen.findByText("Повтор заказа Л-0417/26")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    const placed = asked.find(({ method }) => method === "POST")?.body as PlaceIn;
    expect(placed).toMatchObject({ client_id: CLIENT_ID, promised_on: null });
    expect(placed.items?.[0]).toMatchObject({ id: null, piece: { thickness_mm: 4 } });
    expect(placed.items?.[0]?.piece.holes).toHaveLength(4);
  });
});

describe("once, whatever happens", () => {
  it("a double click places one order", async () => {
    const user = userEvent.setup();
    const { asked, path } = open();
    await mirror(user);
    await user.dblClick(screen.getByRole("button", { name: HAND_OVER }));
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    expect(writes(asked).filter((one) => one === "POST /api/work-orders")).toHaveLength(1);
  });

  it("a lost session asks to sign in and goes on under the same key", async () => {
    const user = userEvent.setup();
    let known = false;
    const { asked, path } = open({
      ...TAKEN,
      "POST /api/work-orders": () => (known ? anOrder() : refusal(401, "Войдите")),
    });
    await mirror(user);
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    await waitFor(() => expect(writes(asked)).toHaveLength(1));
    known = true;
    await act(async () => sessionRegained());
    await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
    const keys = asked
      .filter((one) => one.method === "POST" && one.path === "/api/work-orders")
      .map((one) => one.headers.get("Idempotency-Key"));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it("Back in the middle leaves one order and no unfinished form", async () => {
    const user = userEvent.setup();
    let answer = (_order: object) => {};
    const { asked } = open({
      ...TAKEN,
      "POST /api/work-orders": () => new Promise<object>((done) => (answer = done)),
    });
    await mirror(user);
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    await waitFor(() => expect(writes(asked)).toHaveLength(1));
    cleanup();
    await act(async () => answer(anOrder()));
    await waitFor(() => expect(writes(asked)).toHaveLength(2));
    const drafts = () => Object.keys(localStorage).filter((key) => key.includes("order-form"));
    await waitFor(() => expect(drafts()).toEqual([]));
  });
});

describe("what is wrong is said at its place", () => {
  it("nothing is sent, and the summary leads to the field", async () => {
    const user = userEvent.setup();
    const { asked } = open();
    await mirror(user, "1 200,5");
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    expect(writes(asked)).toEqual([]);
    const link = await screen.findByRole("link", { name: /целые миллиметры/ });
    expect(described(screen.getByLabelText(SIZE))).toMatch(/целые миллиметры/);
    await user.click(link);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(SIZE)));
  });

  it("a refusal of the server opens its item and stands at its hole", async () => {
    const user = userEvent.setup();
    const loc = ["items", 0, "piece", "holes", 2, "x_mm"];
    open({
      ...TAKEN,
      "POST /api/work-orders": refusal(422, "Проверьте заказ", {
        errors: [{ loc, code: "length-out-of-range", message: "Длина — от 1 до 6000 мм" }],
      }),
    });
    await mirror(user);
    await user.click(screen.getByRole("button", { name: "Отверстия" }));
    await user.click(screen.getByRole("button", { name: "Отверстия по углам" }));
    await user.click(screen.getByRole("button", { name: /^1Зеркало/, expanded: true }));
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    const field = await screen.findByLabelText("От краёв");
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.click(await screen.findByRole("link", { name: /1\. Зеркало.*от 1 до 6000/ }));
    expect(described(field)).toContain("Длина — от 1 до 6000 мм");
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, "5");
    expect(described(field)).not.toContain("Длина — от 1 до 6000 мм");
  });

  it("10,000 characters in every field are told, not sent and not lost", async () => {
    const user = userEvent.setup();
    const { asked } = open();
    const long = "я".repeat(10_000);
    await mirror(user, long);
    for (const label of ["Количество", "Толщина", "Фацет", "Цена"]) {
      const field = screen.getByLabelText(label);
      await user.clear(field);
      await user.click(field);
      await user.paste(long);
    }
    await user.click(screen.getByRole("button", { name: HAND_OVER }));
    expect(await screen.findByRole("heading", { name: "Исправьте 5 мест" })).toBeTruthy();
    expect(typedIn(screen.getByLabelText("Количество"))).toBe(long);
    expect(writes(asked)).toEqual([]);
  });
});

describe("items", () => {
  it("are repeated, moved by buttons, and come back when taken away by mistake", async () => {
    const user = userEvent.setup();
    open();
    await mirror(user, "800x1200");
    await user.click(screen.getByRole("button", { name: /^Повторить: Зеркало/ }));
    const size = await screen.findByLabelText(SIZE);
    await user.clear(size);
    await user.click(size);
    await user.paste("300x400");
    const titles = () =>
      within(screen.getByRole("region", { name: "Позиции" }))
        .getAllByRole("button", { name: /^\d+Зеркало/ })
        .map((one) => /\d+\s×\s\d+/.exec(one.textContent ?? "")?.[0].replace(/\s/g, " "));
    expect(titles()).toEqual(["800 × 1200", "300 × 400"]);
    await user.click(screen.getByRole("button", { name: /^Выше: Зеркало 300/ }));
    expect(titles()).toEqual(["300 × 400", "800 × 1200"]);
    await user.click(screen.getByRole("button", { name: /^Убрать: Зеркало 300/ }));
    expect(titles()).toEqual(["800 × 1200"]);
    await user.click(await screen.findByRole("button", { name: "Вернуть", hidden: true }));
    expect(titles()).toEqual(["300 × 400", "800 × 1200"]);
  });
});
