/** What the tablet shows: pairing, who is at it, or one of the places, always below the same bar. */
import { language, onLanguage } from "@vitrazh/words";
import { type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { watchPresses } from "../parts/press.tsx";
import { standing, useOperator, useQueue, useTablet, useWakeLock } from "../store/index.ts";
import { t } from "../words.gen.ts";
import { Bar } from "./bar.tsx";
import { DoingProvider, useDoing } from "./doing/doing.tsx";
import { Flash } from "./doing/flash.tsx";
import { UndoStrip } from "./doing/undo.tsx";
import { fetchAhead, LinkScreen, OrderScreen } from "./later.tsx";
import { usePlace } from "./place.ts";
import { DoneScreen, QueueScreen } from "./queue/queue.tsx";
import { Pairing } from "./who/pairing.tsx";
import { Who } from "./who/who.tsx";
import "./styles/index.css";

export function Workshop(): ReactNode {
  const spoken = useSyncExternalStore(onLanguage, language);
  const tablet = useTablet();
  useEffect(watchPresses, []);
  useEffect(fetchAhead, []);
  useEffect(() => {
    document.title = t("shop.title");
    document.documentElement.lang = spoken;
  }, [spoken]);
  if (tablet === undefined) return null;
  if (tablet === null || tablet.revoked) {
    return (
      <div className="shop unpaired" key={spoken}>
        <Pairing revoked={tablet !== null} />
      </div>
    );
  }
  return (
    <DoingProvider key={spoken}>
      <div className="shop">
        <Middle />
        <UndoStrip />
      </div>
      <Flash />
    </DoingProvider>
  );
}

function Middle(): ReactNode {
  const operator = useOperator();
  const { asked, answered } = useDoing();
  const [begun, setBegun] = useState(operator !== null);
  const queue = useQueue();
  useWakeLock(
    queue?.some((order) =>
      order.items.some((item) => standing(order, item)?.state === "started"),
    ) ?? false,
  );
  // At the start somebody says who he is; later the queue stays in sight, and actions ask.
  const asks = asked ? "shop.cancel" : "who.only-look";
  const answer = (resume: boolean) => (asked ? answered(resume) : setBegun(true));
  return (
    <>
      <Bar asking={asked !== null || !begun} />
      {asked || !begun ? (
        <Who skip={t(asks)} onDone={() => answer(true)} onSkip={() => answer(false)} />
      ) : (
        <Suspense fallback={<main className="list" aria-busy="true" />}>
          <Shown />
        </Suspense>
      )}
    </>
  );
}

function Shown(): ReactNode {
  const place = usePlace();
  if (place.name === "order") return <OrderScreen key={place.id} id={place.id} />;
  if (place.name === "done") return <DoneScreen />;
  return place.name === "link" ? <LinkScreen /> : <QueueScreen />;
}
