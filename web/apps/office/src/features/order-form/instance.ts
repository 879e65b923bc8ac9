/**
 * One form, one draft. A form belongs to its entry in the history: Back and a reload find it again,
 * another tab and another «Новый заказ» begin their own.
 */
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSession } from "../../shared/session.ts";

export const FORM_PREFIX = "order-form:";
const PATIENCE_MS = 400;

/** Instance that this entry of the history shows; «Продолжить» puts another one in its place. */
export function useInstance(): [string, (instance: string) => void] {
  const location = useLocation();
  const entry = location.state.__TSR_key ?? location.state.key ?? "first";
  const [chosen, setChosen] = useState(() => read(entry));
  return [
    chosen,
    (instance) => {
      remember(entry, instance);
      setChosen(instance);
    },
  ];
}

const memory = new Map<string, string>();

function read(entry: string): string {
  const kept = memory.get(entry) ?? fromStorage(entry);
  if (kept) return kept;
  const fresh = crypto.randomUUID();
  remember(entry, fresh);
  return fresh;
}

function remember(entry: string, instance: string): void {
  memory.set(entry, instance);
  try {
    sessionStorage.setItem(FORM_PREFIX + entry, instance);
  } catch {
    // Full or forbidden: known until the page is closed.
  }
}

function fromStorage(entry: string): string | null {
  try {
    return sessionStorage.getItem(FORM_PREFIX + entry);
  } catch {
    return null;
  }
}

/** Whether the same form is open in another tab: a tab that was duplicated has its instance too. */
export function useOpenElsewhere(instance: string): boolean {
  const owner = useSession().subject;
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    setElsewhere(false);
    if (!navigator.locks) return;
    const leaving = new AbortController();
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const late = setTimeout(() => setElsewhere(true), PATIENCE_MS);
    navigator.locks
      .request(`${FORM_PREFIX}${owner}:${instance}`, { signal: leaving.signal }, () => {
        clearTimeout(late);
        setElsewhere(false);
        return held;
      })
      .catch(() => {
        // We left before the other tab did.
      });
    return () => {
      clearTimeout(late);
      release();
      leaving.abort();
    };
  }, [owner, instance]);
  return elsewhere;
}
