import { useQuery } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import type { FeedReader } from "@vitrazh/api";
import { beforeEach, expect, test, vi } from "vitest";
import { isLost, sessionEnded, sessionRegained } from "../shared/gate.ts";
import { useLink, useOnEvent } from "../shared/live.ts";
import { DESK, draw, sessionWith } from "../shared/testing.tsx";
import { anOrder, happened } from "../shared/testing-rows.ts";
import type { Surroundings } from "./leader.ts";
import { Live } from "./live.tsx";

const feeds: (FeedReader & { wake: () => void; stop: () => void })[] = [];
const around: Surroundings = {
  join: () => ({ post: () => {}, close: () => {} }),
  lead: (_until, take) => take(),
  open: (reader) => {
    const feed = { ...reader, wake: vi.fn(), stop: vi.fn() };
    feeds.push(feed);
    return feed;
  },
};
const order = anOrder(1);

beforeEach(() => {
  feeds.length = 0;
  sessionEnded();
});

function Screen({ fetched, heard }: { fetched: () => number; heard: (id: string) => void }) {
  const link = useLink();
  useOnEvent((event) => heard(event.subject));
  const { data } = useQuery({ queryKey: [{ _id: "ordersCounts" }], queryFn: fetched });
  return (
    <p>
      {link} {data}
    </p>
  );
}

function open(session = DESK) {
  let times = 0;
  const heard = vi.fn();
  const fetched = vi.fn(() => {
    times += 1;
    return times;
  });
  draw(
    <>
      <Live around={around} />
      <Screen fetched={fetched} heard={heard} />
    </>,
    { session },
  );
  return { fetched, heard };
}

test("hello brings everything anew, an event what it touches, and the link is told", async () => {
  const { heard } = open();
  expect(await screen.findByText(/ 1$/)).toBeTruthy();
  await act(async () => {
    await feeds[0]?.snapshot("c1");
    feeds[0]?.state("live");
  });
  expect(await screen.findByText("live 2")).toBeTruthy();
  act(() => void feeds[0]?.apply(happened(order), "c2"));
  expect(heard).toHaveBeenCalledWith(order.id);
  expect(await screen.findByText("live 3")).toBeTruthy();
  act(() => feeds[0]?.state("lost"));
  expect(await screen.findByText("lost 3")).toBeTruthy();
});

test("when the session is lost nothing is read until the person is back", async () => {
  open();
  await waitFor(() => expect(feeds).toHaveLength(1));
  act(() => feeds[0]?.signedOut());
  expect(isLost()).toBe(true);
  await waitFor(() => expect(feeds[0]?.stop).toHaveBeenCalled());
  expect(feeds).toHaveLength(1);
  act(() => sessionRegained());
  await waitFor(() => expect(feeds).toHaveLength(2));
});

test("the network's return wakes the stream", async () => {
  open();
  await waitFor(() => expect(feeds).toHaveLength(1));
  window.dispatchEvent(new Event("online"));
  expect(feeds[0]?.wake).toHaveBeenCalledTimes(1);
});

test("who may not read the feed opens none", async () => {
  open(sessionWith(["orders.read"]));
  expect(await screen.findByText(/ 1$/)).toBeTruthy();
  expect(feeds).toEqual([]);
});
