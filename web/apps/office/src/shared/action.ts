/**
 * One action of a person: sent once however often he clicks, under a key made when it begins and
 * kept for every try, so that a lost answer can never do the thing twice.
 */
import { idempotencyKey, Refusal, worthRepeating } from "@vitrazh/api";
import { useCallback, useEffect, useRef, useState } from "react";
import { sessionLost } from "./gate.ts";

/** Pauses before the second and the third try, ms. */
const PAUSES_MS = [400, 1_200];
/** Longer than this nobody waits in silence; the refusal is shown instead, s. */
const LONGEST_WAIT_S = 5;

export interface Action<Args extends unknown[], Result> {
  /** Begins, unless it runs already. Resolves with the result, or undefined if it failed. */
  run: (...args: Args) => Promise<Result | undefined>;
  pending: boolean;
  /** A Refusal or NoAnswer, in words by `<ErrorNote>`; null while all is well. */
  error: unknown;
  /** Sends the same again under the same key; null when that would not help. */
  again: (() => Promise<Result | undefined>) | null;
  /** Forgets the error. */
  reset: () => void;
}

interface Attempt<Args> {
  key: string;
  args: Args;
}

function same(one: unknown[], other: unknown[]): boolean {
  if (one.length !== other.length) return false;
  return one.every(
    (value, index) =>
      Object.is(value, other[index]) ||
      (!(value instanceof Blob) && JSON.stringify(value) === JSON.stringify(other[index])),
  );
}

function pauseAfter(error: unknown, tries: number): number | null {
  const usual = PAUSES_MS[tries];
  if (usual === undefined || !worthRepeating(error)) return null;
  const asked = error instanceof Refusal ? (error.retryAfter ?? 0) : 0;
  return asked > LONGEST_WAIT_S ? null : Math.max(usual, asked * 1_000);
}

/** Tries until it is done or refused; a lost session waits for the sign-in and goes on. */
export async function persist<Result>(send: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; ) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) {
        await sessionLost();
        continue;
      }
      const pause = pauseAfter(error, tries);
      if (pause === null) throw error;
      tries += 1;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

export function useAction<Args extends unknown[], Result>(
  act: (key: string, ...args: Args) => Promise<Result>,
  { done }: { done?: (result: Result, ...args: Args) => void } = {},
): Action<Args, Result> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  /** The last attempt whose outcome nobody knows. */
  const open = useRef<Attempt<Args> | null>(null);
  const latest = useRef({ act, done });
  useEffect(() => {
    latest.current = { act, done };
  });

  const run = useCallback(async (...args: Args): Promise<Result | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    const before = open.current;
    const key = before && same(before.args, args) ? before.key : idempotencyKey();
    open.current = { key, args };
    setPending(true);
    setError(null);
    try {
      const result = await persist(() => latest.current.act(key, ...args));
      open.current = null;
      latest.current.done?.(result, ...args);
      return result;
    } catch (fault) {
      if (!worthRepeating(fault)) open.current = null;
      setError(fault ?? new Error("unknown"));
      return undefined;
    } finally {
      running.current = false;
      setPending(false);
    }
  }, []);

  const again = useCallback(async () => {
    return open.current ? run(...open.current.args) : undefined;
  }, [run]);
  const reset = useCallback(() => setError(null), []);
  return { run, pending, error, again: worthRepeating(error) ? again : null, reset };
}
