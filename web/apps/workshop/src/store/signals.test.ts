import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { settled } from "../sync/testing.ts";
import { tell } from "./keep.ts";
import { onSignal, startSignals } from "./signals.ts";
import { store } from "./store.ts";

const say = (kind: "new" | "refused") =>
  store.db.write((tables) => tell(tables, [{ kind, id: "1" }]));

const start = vi.fn();
let stop: () => void;

beforeEach(async () => {
  start.mockClear();
  const node = { connect: (next: unknown) => next, gain: {}, frequency: {} };
  Object.assign(node.gain, { setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() });
  vi.stubGlobal(
    "AudioContext",
    class {
      state = "running";
      currentTime = 0;
      resume = vi.fn();
      createGain = () => node;
      createOscillator = () => ({ ...node, start, stop: vi.fn() });
    },
  );
  await settled([]);
  await say("new");
  const read = vi.spyOn(store.db, "read");
  stop = startSignals();
  await vi.waitFor(() => expect(read.mock.settledResults[0]?.type).toBe("fulfilled"));
  dispatchEvent(new Event("pointerdown"));
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe("what is heard", () => {
  it("is one beep for a new order and three for a refusal, nothing of before the start", async () => {
    const heard = vi.fn();
    const leave = onSignal(heard);
    expect(heard).not.toHaveBeenCalled();
    await say("new");
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(1));
    await say("refused");
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(4));
    expect(heard.mock.calls.map(([{ kind }]) => kind)).toEqual(["new", "refused"]);
    leave();
  });

  it("is nothing when the sound is off, and still told", async () => {
    const heard = vi.fn();
    const leave = onSignal(heard);
    await store.db.setValue("sound", false);
    await say("refused");
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
    expect(start).not.toHaveBeenCalled();
    leave();
  });
});
