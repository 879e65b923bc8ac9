import { act as rendered, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { database, order, settled, stored } from "../sync/testing.ts";
import { act } from "./act.ts";
import {
  useLink,
  useNeedsPin,
  useNotes,
  useOperator,
  useOrder,
  useQueue,
  useTablet,
  useUndo,
  useUnsent,
} from "./hooks.ts";
import { noteOf } from "./notes.ts";
import { store } from "./store.ts";

afterEach(() => void vi.useRealTimers());

/** A hook and what it says; all hooks read the database of the test. */
const look = <T,>(hook: () => T) => renderHook(hook).result;

describe("the queue", () => {
  it("is in the order of the work, with what was done here at once", async () => {
    await settled([
      order("3", { promised_on: "2999-02-01" }),
      order("2", { urgency: "client-waits", promised_on: "2999-03-01" }),
      order("1", { promised_on: "2000-01-01" }),
    ]);
    const queue = look(useQueue);
    await waitFor(() => expect(queue.current?.map(({ id }) => id)).toEqual(["2", "1", "3"]));
    expect(queue.current?.map(({ late }) => late)).toEqual([false, true, false]);
    await rendered(() => act.start("3", "3-1"));
    await waitFor(() => expect(queue.current?.[2]?.local.pending).toHaveLength(1));
    expect(queue.current?.[2]?.items[0]?.shops[0]?.state).toBe("started");
  });

  it("shows a note at its order", async () => {
    const db = await settled([order("1")]);
    const [queue, notes] = [look(useQueue), look(useNotes)];
    await waitFor(() => expect(queue.current).toHaveLength(1));
    await rendered(() => db.write((tables) => tables.notes.put(noteOf("corrected", order("1")))));
    await waitFor(() => expect(queue.current?.[0]?.local.notes).toHaveLength(1));
    expect(notes.current[0]).toMatchObject({ kind: "corrected", number: "Л-1/26" });
  });
});

describe("one order", () => {
  it("is undefined while it is read, null when it is not here", async () => {
    await settled([order("1")]);
    const [here, missing] = [look(() => useOrder("1")), look(() => useOrder("9"))];
    expect(here.current).toBeUndefined();
    await waitFor(() => expect(here.current?.number).toBe("Л-1/26"));
    await waitFor(() => expect(missing.current).toBeNull());
  });

  it("of which only the row is here is asked for", async () => {
    const db = await settled([]);
    await db.write(({ orders }) => orders.put(stored(order("1"), { whole: false, place: "done" })));
    look(() => useOrder("1"));
    await waitFor(async () =>
      expect(await db.read(({ wanted }) => wanted.all())).toMatchObject([{ id: "1" }]),
    );
  });
});

describe("who holds the tablet", () => {
  it("is known for a quarter of an hour after the last action", async () => {
    await settled([order("1")], null);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const operator = look(useOperator);
    await vi.waitFor(() =>
      expect(operator.current).toMatchObject({ name: "Волков", verified: false }),
    );
    await rendered(() => vi.advanceTimersByTimeAsync(16 * 60_000));
    expect(operator.current).toBeNull();
    await expect(act.start("1", "1-1")).rejects.toThrow();
  });
});

describe("the last step", () => {
  it("can be taken back for ten seconds", async () => {
    await settled([order("1")]);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const undo = look(useUndo);
    await rendered(async () => void (await act.start("1", "1-1")));
    await vi.waitFor(() => expect(undo.current).toMatchObject({ verb: "start", item_id: "1-1" }));
    await rendered(() => vi.advanceTimersByTimeAsync(10_500));
    expect(undo.current).toBeNull();
  });
});

describe("the link", () => {
  it("tells the state, what waits, and a wrong clock", async () => {
    const db = await settled([order("1")]);
    const [link, unsent] = [look(useLink), look(useUnsent)];
    await db.setValue("offset", -3_600_000);
    await db.setValue("link", { state: "lost", since: 1_000 });
    await rendered(() => act.ask("1", { text: "Сторона?" }));
    await waitFor(() =>
      expect(link.current).toEqual({
        state: "lost",
        since: new Date(1_000),
        waiting: 1,
        clock: 60,
      }),
    );
    expect(unsent.current).toMatchObject([{ verb: "ask", text: "Сторона?", verified: true }]);
  });

  it("tells that the tablet is not paired, or out of service", async () => {
    const db = database();
    const [link, tablet] = [look(useLink), look(useTablet)];
    await waitFor(() => expect(tablet.current).toBeNull());
    expect(link.current.state).toBe("unpaired");
    const device = { id: "d", name: "n", shop: "workshop" as const, token: "t", revoked: true };
    await rendered(() => db.setValue("device", device));
    await waitFor(() => expect(link.current.state).toBe("revoked"));
  });

  it("tells whose PIN is waited for", async () => {
    await settled([order("1")]);
    const needs = look(useNeedsPin);
    await act.start("1", "1-1");
    await rendered(() =>
      store.db.write(({ outbox }) => outbox.update(1, { state: "needs-pin", held: Date.now() })),
    );
    await waitFor(() => expect(needs.current).toMatchObject({ name: "Волков", count: 1 }));
  });
});
