import { Refusal, type WorkOrderOut } from "@vitrazh/api";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Asked, refusal, serve } from "../../../shared/testing.tsx";
import { blankOrder } from "../model/blanks.ts";
import type { OrderForm } from "../model/form.ts";
import { itemOf } from "../model/presets.ts";
import { type Desk, FileFault, send } from "./send.ts";
import { type Sending, UNSENT } from "./state.ts";

const ORDER_ID = "01900000-0000-7000-8000-00000000000f";

let kept: Sending;
let uploads: string[];

function desk(more: Partial<Desk> = {}): Desk {
  return {
    prices: true,
    note: (sending) => {
      kept = sending;
    },
    progress: () => {},
    upload: async (_order, key) => {
      uploads.push(key);
      return anOrder({ attachments: [{ id: `at-${key}` }] as WorkOrderOut["attachments"] });
    },
    ...more,
  };
}

function anOrder(more: Partial<WorkOrderOut> = {}): WorkOrderOut {
  return {
    id: ORDER_ID,
    number: "Л-0417/26",
    content_version: 1,
    price: null,
    items: [{ id: "item-1" }],
    attachments: [],
    ...more,
  } as unknown as WorkOrderOut;
}

function aForm(more: Partial<OrderForm> = {}): OrderForm {
  const mirror = { ...itemOf("mirror"), size: "800x1200" };
  return { ...blankOrder({ id: "c1", name: "Иванова", phones: [] }), items: [mirror], ...more };
}

const said = (asked: Asked[]) => asked.map(({ method, path }) => `${method} ${path.slice(16)}`);
const keyOf = (one: Asked | undefined) => one?.headers.get("Idempotency-Key");

beforeEach(() => {
  kept = UNSENT;
  uploads = [];
});

describe("a new order", () => {
  it("is placed, priced and handed over, each step once under its own key", async () => {
    const asked = serve({
      "POST /api/work-orders": anOrder(),
      "PUT /api/work-orders/:id/price": anOrder({ content_version: 2, price: "5400.00" }),
      "POST /api/work-orders/:id/hand-over": anOrder({ content_version: 2, price: "5400.00" }),
    });

    await send("hand-over", aForm({ price: "5 400" }), UNSENT, desk());

    expect(said(asked)).toEqual(["POST ", `PUT /${ORDER_ID}/price`, `POST /${ORDER_ID}/hand-over`]);
    expect(asked[1]?.body).toEqual({ price: "5400.00" });
    expect(asked[2]?.headers.get("if-match")).toBe('"2"');
    expect(keyOf(asked[0])).not.toBe(keyOf(asked[2]));
  });

  it("goes on where it stopped, and what was done is not done again", async () => {
    serve({
      "POST /api/work-orders": anOrder(),
      "POST /api/work-orders/:id/hand-over": refusal(409, "Нельзя"),
    });
    const form = aForm();
    await expect(send("hand-over", form, UNSENT, desk())).rejects.toThrow("Нельзя");

    const again = serve({ "POST /api/work-orders/:id/hand-over": anOrder() });
    await send("hand-over", form, kept, desk());

    expect(said(again)).toEqual([`POST /${ORDER_ID}/hand-over`]);
  });

  it("asks again under the same key with the same body when no answer came, then edits", async () => {
    vi.useFakeTimers();
    const lost = serve({
      "POST /api/work-orders": () => Promise.reject(new TypeError("network")),
    });
    const form = aForm();
    const first = send("save", form, UNSENT, desk());
    first.catch(() => {});
    await vi.runAllTimersAsync();
    await expect(first).rejects.toThrow();
    vi.useRealTimers();
    const item = form.items[0];
    if (!item) throw new Error("the form has an item");
    const changed = { ...form, items: [{ ...item, size: "900x1200" }] };

    const asked = serve({
      "POST /api/work-orders": anOrder(),
      "PUT /api/work-orders/:id": anOrder({ content_version: 2 }),
    });
    await send("save", changed, kept, desk());

    expect(said(asked)).toEqual(["POST ", `PUT /${ORDER_ID}`]);
    expect(keyOf(asked[0])).toBe(keyOf(lost[0]));
    expect(asked[0]?.body).toEqual(lost[0]?.body);
    expect(asked[1]?.body).toMatchObject({
      items: [{ id: "item-1", piece: { shape: { width_mm: 900 } } }],
    });
  });

  it("takes a new key after a refusal: nothing was made", async () => {
    const first = serve({ "POST /api/work-orders": refusal(422, "Неверно") });
    await expect(send("save", aForm(), UNSENT, desk())).rejects.toBeInstanceOf(Refusal);
    const second = serve({ "POST /api/work-orders": anOrder() });
    await send("save", aForm(), kept, desk());
    expect(keyOf(second[0])).not.toBe(keyOf(first[0]));
  });

  it("sends nothing that the server has already", async () => {
    const asked = serve({ "POST /api/work-orders": anOrder() });
    const form = aForm();
    await send("save", form, UNSENT, desk());
    await send("save", form, kept, desk());
    expect(said(asked)).toEqual(["POST "]);
  });
});

describe("files", () => {
  it("go up after the first save, then the item is told which it is made by", async () => {
    const file = { key: "f1", name: "эскиз.pdf", bytes: 10, kind: "drawing" as const };
    const form = aForm({ files: [file] });
    const [item] = form.items;
    if (!item) throw new Error("the form has an item");
    item.drawing = "f1";
    const asked = serve({
      "POST /api/work-orders": anOrder(),
      "PUT /api/work-orders/:id": anOrder({ content_version: 2 }),
    });

    await send("save", form, UNSENT, desk());

    expect(uploads).toEqual(["f1"]);
    expect(asked[0]?.body).toMatchObject({ items: [{ piece: { drawing_id: null } }] });
    expect(asked[1]?.body).toMatchObject({ items: [{ piece: { drawing_id: "at-f1" } }] });
  });

  it("that are refused stop before the hand-over; the others are not sent twice", async () => {
    serve({ "POST /api/work-orders": anOrder() });
    const file = (key: string) => ({ key, name: key, bytes: 1, kind: "photo" as const });
    const form = aForm({ files: [file("good"), file("bad")] });
    const upload: Desk["upload"] = async (order, key) => {
      if (key === "bad") throw new Refusal(422, { title: "Такой файл не принимаем" });
      return desk().upload(order, key);
    };
    const stopped = send("hand-over", form, UNSENT, desk({ upload }));
    await expect(stopped).rejects.toBeInstanceOf(FileFault);

    const asked = serve({ "POST /api/work-orders/:id/hand-over": anOrder() });
    await send("hand-over", { ...form, files: [file("good")] }, kept, desk());

    expect(uploads).toEqual(["good"]);
    expect(said(asked)).toEqual([`POST /${ORDER_ID}/hand-over`]);
  });
});
