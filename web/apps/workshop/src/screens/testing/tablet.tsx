/** For tests: a tablet on the table, with orders in its own memory. */

import { configure, render, renderHook, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { QueueOrder } from "@vitrazh/api";
import { expect, vi } from "vitest";
import { type Item, useOperator, useQueue } from "../../store/index.ts";
import { order, settled, VOLKOV } from "../../sync/testing.ts";
import { Workshop } from "../workshop.tsx";

// A machine that does other work beside is slow, not wrong.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 40_000 });

export const PIECE: Item["piece"] = {
  product: "mirror",
  material: "mirror",
  thickness_mm: 4,
  shape: { kind: "rectangle", width_mm: 600, height_mm: 900 },
  edges: (["top", "right", "bottom", "left"] as const).map((side) => ({
    side,
    kind: "polished" as const,
  })),
};

/** An order of one item, three mirrors, that the shop has accepted. */
export function ticket(id: string, changes: Partial<QueueOrder> = {}): QueueOrder {
  const made = order(id, changes);
  const [first] = made.items;
  const items = changes.items ?? (first ? [{ ...first, piece: PIECE }] : []);
  return { ...made, items };
}

/** The same with other facts about its first item in this shop. */
export function worked(made: QueueOrder, here: object, about: Partial<Item> = {}): QueueOrder {
  const [first, ...others] = made.items;
  if (!first) throw new Error("an order has items");
  const shops = first.shops.map((one) => ({ ...one, ...here }));
  return { ...made, items: [{ ...first, ...about, shops }, ...others] };
}

export function fresh(made: QueueOrder): QueueOrder {
  return {
    ...made,
    accepted_revision: null,
    shop: { ...made.shop, state: "received", accepted_at: null },
  };
}

/** The tablet with these orders; Volkov holds it unless `nobody` does. */
export async function tablet(orders: QueueOrder[], { nobody = false } = {}) {
  location.hash = "";
  const db = await settled(orders);
  await db.write(async (tables) => {
    await tables.setValue("link", { state: "live", since: Date.now() });
    await tables.setValue("tiles", [{ id: VOLKOV, name: "Волков Игорь", has_pin: true }]);
    if (nobody) await tables.setValue("operator", null);
  });
  // What the test before this one had stored is forgotten first.
  const read = renderHook(() => ({ operator: useOperator(), queue: useQueue() }));
  await waitFor(() => {
    expect(read.result.current.operator?.id).toBe(nobody ? undefined : VOLKOV);
    expect(read.result.current.queue).toHaveLength(orders.length);
  });
  render(<Workshop />);
  read.unmount();
  return { db, user: userEvent.setup() };
}

/** A button by its name, once it may be pressed. */
export async function button(name: string | RegExp): Promise<HTMLElement> {
  const found = await screen.findByRole("button", { name });
  await waitFor(() => expect(found.getAttribute("aria-disabled")).toBeNull());
  return found;
}
