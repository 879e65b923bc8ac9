/** The tablet's page: its data starts, then its screens. */
import { useEffect } from "react";
import { Failure } from "./failure.tsx";
import { Screens } from "./screens/index.tsx";
import { startSignals } from "./store/signals.ts";
import { store } from "./store/store.ts";
import { startTablet } from "./sync/tablet.ts";

export function App() {
  useEffect(() => {
    const stops = [startTablet(store.db), startSignals()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <Failure>
      <Screens />
    </Failure>
  );
}
