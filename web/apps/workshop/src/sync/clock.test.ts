// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { act } from "../store/act.ts";
import { clockOffset, learn, minutesWrong, righted } from "./clock.ts";
import { drain, FakeServer, notes, order, settled } from "./testing.ts";

const DAY_MS = 86_400_000;

describe("a tablet whose clock is a day ahead", () => {
  it("says so, and gets its action through with the server's time", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("1"));
    const real = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(real + DAY_MS);
    learn(new Date(real).toISOString());
    expect(minutesWrong(await db.value("offset"))).toBe(1440);
    await db.setValue("operator", {
      id: "v",
      name: "В",
      session: null,
      opened: Date.now(),
      used: Date.now(),
    });
    await act.start("1", "1-1");
    await db.write(({ outbox }) =>
      outbox.update(1, { operated_at: new Date(real + DAY_MS).toISOString() }),
    );
    server.refuses = ({ body }) =>
      Date.parse(String(body["operated_at"])) > real + 300_000
        ? { status: 422, code: "tap-from-future" }
        : "well";
    await drain();
    expect(server.done).toHaveLength(1);
    expect(Date.parse(String(server.done[0]?.body["operated_at"]))).toBe(real);
    expect(await notes()).toEqual([]);
  });
});

describe("a clock that is right enough", () => {
  it("corrects nothing: what is refused for its time is noted", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    learn(new Date(Date.now() + 20_000).toISOString());
    server.refuses = () => ({ status: 422, code: "tap-too-old" });
    await act.start("1", "1-1");
    await drain();
    expect(server.asked).toHaveLength(1);
    expect(await notes()).toMatchObject([{ kind: "refused", code: "tap-too-old", verb: "start" }]);
  });

  it("is not learnt from rubbish, and a warning needs more than five minutes", async () => {
    await settled([]);
    learn("2026-11-24T09:00:00Z");
    const before = clockOffset();
    learn("yesterday");
    learn(null);
    expect(clockOffset()).toBe(before);
    expect(minutesWrong(undefined)).toBeNull();
    expect(minutesWrong(299_000)).toBeNull();
    expect(minutesWrong(-301_000)).toBe(5);
    learn(new Date().toISOString());
    expect(righted("2026-11-24T09:00:00Z")).toBeNull();
  });
});
