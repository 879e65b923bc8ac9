import type { FeedEvent, FeedReader } from "@vitrazh/api";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Hearing, type Said, type Surroundings, takePart } from "./leader.ts";

/** A browser with tabs: one lock given in turn, one channel, feeds that the test speaks for. */
function browserWithTabs() {
  const queue: { take: () => void }[] = [];
  const hearers = new Set<(said: Said) => void>();
  const feeds: (FeedReader & { woken: number; stopped: boolean })[] = [];
  let held: object | null = null;

  function next(): void {
    const first = queue.shift();
    held = first ?? null;
    first?.take();
  }

  const around: Surroundings = {
    join: (hear) => {
      hearers.add(hear);
      return {
        post: (said) => {
          for (const other of hearers) if (other !== hear) other(said);
        },
        close: () => hearers.delete(hear),
      };
    },
    lead: (until, take) => {
      const ticket = { take };
      queue.push(ticket);
      if (!held) next();
      void until.then(() => {
        if (held === ticket) next();
        else queue.splice(queue.indexOf(ticket), 1);
      });
    },
    open: (reader) => {
      const feed = { ...reader, woken: 0, stopped: false };
      feeds.push(feed);
      return {
        stop: () => {
          feed.stopped = true;
        },
        wake: () => {
          feed.woken += 1;
        },
      };
    },
  };
  return { around, feeds };
}

function ears() {
  return {
    event: vi.fn(),
    snapshot: vi.fn(async () => {}),
    link: vi.fn(),
    signedOut: vi.fn(),
  } satisfies Hearing;
}

const event = (id: string) => ({ id, subject: id }) as FeedEvent;
afterEach(() => vi.restoreAllMocks());

describe("one stream a browser", () => {
  test("the first tab reads, and every tab hears", async () => {
    const { around, feeds } = browserWithTabs();
    const one = ears();
    const two = ears();
    takePart(around, one);
    takePart(around, two);
    expect(feeds).toHaveLength(1);
    expect(feeds[0]?.cursor).toBeNull();
    await feeds[0]?.snapshot("c1");
    feeds[0]?.state("live");
    await feeds[0]?.apply(event("a"), "c2");
    for (const tab of [one, two]) {
      expect(tab.snapshot).toHaveBeenCalledTimes(1);
      expect(tab.event).toHaveBeenCalledWith(event("a"));
      expect(tab.link).toHaveBeenLastCalledWith("live", expect.any(Number));
    }
  });

  test("when the reading tab closes, another goes on from the same place", async () => {
    const { around, feeds } = browserWithTabs();
    const first = takePart(around, ears());
    const two = ears();
    takePart(around, two);
    await feeds[0]?.snapshot("c1");
    await feeds[0]?.apply(event("a"), "c2");
    await feeds[0]?.beat?.("c3");
    first.stop();
    await vi.waitFor(() => expect(feeds).toHaveLength(2));
    expect(feeds[0]?.stopped).toBe(true);
    expect(feeds[1]?.cursor).toBe("c3");
    await feeds[1]?.apply(event("b"), "c4");
    expect(two.event).toHaveBeenLastCalledWith(event("b"));
    expect(two.snapshot).toHaveBeenCalledTimes(1);
  });

  test("a tab that opens later hears at once how the link stands", () => {
    const { around, feeds } = browserWithTabs();
    takePart(around, ears());
    vi.spyOn(Date, "now").mockReturnValue(5_000);
    feeds[0]?.state("lost");
    vi.spyOn(Date, "now").mockReturnValue(9_000);
    feeds[0]?.state("lost");
    const late = ears();
    takePart(around, late);
    expect(late.link).toHaveBeenCalledWith("lost", 5_000);
  });

  test("a waking tab wakes the one that reads", () => {
    const { around, feeds } = browserWithTabs();
    const one = takePart(around, ears());
    const two = takePart(around, ears());
    one.wake();
    two.wake();
    expect(feeds[0]?.woken).toBe(2);
  });

  test("the end of the session is heard in every tab; a stopped tab hears nothing", () => {
    const { around, feeds } = browserWithTabs();
    const one = ears();
    const two = ears();
    takePart(around, one);
    takePart(around, two).stop();
    feeds[0]?.signedOut();
    expect(one.signedOut).toHaveBeenCalledTimes(1);
    expect(two.signedOut).not.toHaveBeenCalled();
  });
});
