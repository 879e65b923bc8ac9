/** A red frame around everything when something was refused: seen from across the shop. */
import { type ReactNode, useEffect, useState } from "react";
import { onSignal } from "../../store/index.ts";

const SHOWN_MS = 1500;

export function Flash(): ReactNode {
  const [times, setTimes] = useState(0);
  const [on, setOn] = useState(false);
  useEffect(
    () =>
      onSignal(({ kind }) => {
        if (kind !== "refused" && kind !== "cancelled") return;
        setTimes((before) => before + 1);
        setOn(true);
      }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each signal is shown for its own time
  useEffect(() => {
    if (!on) return undefined;
    const timer = setTimeout(() => setOn(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [on, times]);
  return on ? <div key={times} className="flash" data-testid="flash" aria-hidden="true" /> : null;
}
