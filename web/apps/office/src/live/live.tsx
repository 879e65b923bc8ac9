/** Keeps the screens live while somebody is signed in: the stream, the cache, the state of the link. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { isLost, onGate, sessionLost } from "../shared/gate.ts";
import { emitEvent, setLink } from "../shared/live.ts";
import { useMay } from "../shared/session.ts";
import { browser } from "./browser.ts";
import { refresher, snapshot } from "./cache.ts";
import { type Surroundings, takePart } from "./leader.ts";

/** A page that was out of sight so long looks at everything anew, ms. */
const LONG_AWAY_MS = 60_000;

/** Draws nothing. While the session is lost nothing is read; afterwards it begins anew. */
export function Live({ around = browser }: { around?: Surroundings }) {
  const queries = useQueryClient();
  const lost = useSyncExternalStore(onGate, isLost);
  const reads = useMay()("feed.read");

  useEffect(() => {
    if (!reads || lost) return;
    const refresh = refresher(queries);
    const stream = takePart(around, {
      event: (event) => {
        emitEvent(event);
        refresh.take(event);
      },
      snapshot: () => snapshot(queries),
      link: setLink,
      signedOut: () => {
        setLink("lost");
        void sessionLost();
      },
    });
    let hiddenAt = 0;
    function wake() {
      stream.wake();
    }
    function seen() {
      if (document.visibilityState === "hidden") {
        hiddenAt = Date.now();
        return;
      }
      stream.wake();
      if (hiddenAt && Date.now() - hiddenAt > LONG_AWAY_MS) void queries.invalidateQueries();
    }
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", seen);
      stream.stop();
    };
  }, [around, queries, reads, lost]);
  return null;
}
