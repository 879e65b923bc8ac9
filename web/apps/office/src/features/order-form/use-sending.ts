/** Sends the form of an instance: once however often it is asked, also when the page was left. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useMay } from "../../shared/session.ts";
import { dropFile, fileOf } from "./files/store.ts";
import { upload } from "./files/upload.ts";
import type { KeptForm } from "./form-state.ts";
import type { OrderForm } from "./model/form.ts";
import { type Desk, FileFault, type Goal, type Step, send } from "./sending/send.ts";
import type { Sending } from "./sending/state.ts";

interface Run {
  goal: Goal;
  work: Promise<Sending>;
  /** How far it has come. */
  sending: Sending;
}

/** Sendings under way, by instance: Back and forth again finds the one that runs. */
const running = new Map<string, Run>();
/** Instances whose page is open. */
const open = new Map<string, number>();

export interface SendState {
  step: Step | null;
  goal: Goal | null;
  error: unknown;
  /** Part of each file that is gone, 0 … 1. */
  progress: Readonly<Record<string, number>>;
}

interface Options {
  instance: string;
  kept: KeptForm;
  note: (sending: Sending) => void;
  /** The page is still there when it is done. */
  done: (goal: Goal, sending: Sending) => void;
  failed: (error: unknown, goal: Goal) => void;
  /** The page was left meanwhile. */
  doneAway: (goal: Goal, sending: Sending) => void;
}

const IDLE: SendState = { step: null, goal: null, error: null, progress: {} };

export function useSending(options: Options) {
  const { instance } = options;
  const [state, setState] = useState<SendState>(IDLE);
  const prices = useMay()("orders.price.read");
  const cache = useQueryClient();
  const latest = useRef(options);
  const here = useRef(true);
  useEffect(() => {
    latest.current = options;
  });

  const follow = useCallback(
    async (run: Run) => {
      const { goal } = run;
      try {
        const sending = await run.work;
        // What the order was before is known to be old; lists are told by the feed too.
        await cache.invalidateQueries({ refetchType: here.current ? "active" : "none" });
        if (here.current) {
          setState(IDLE);
          latest.current.done(goal, sending);
        } else if (!open.get(instance)) latest.current.doneAway(goal, sending);
      } catch (error) {
        if (!here.current) return;
        latest.current.note(run.sending);
        setState((now) => ({ ...now, step: null, error }));
        latest.current.failed(error, goal);
      }
    },
    [cache, instance],
  );

  const run = useCallback(
    (goal: Goal, kept: KeptForm = latest.current.kept) => {
      if (running.has(instance)) return;
      const desk: Desk = {
        prices,
        note: (sending) => {
          begun.sending = sending;
          latest.current.note(sending);
        },
        progress: (step) => setState((now) => ({ ...now, step })),
        upload: (orderId, key) =>
          uploadOf(kept.form, orderId, key, (part) =>
            setState((now) => ({ ...now, progress: { ...now.progress, [key]: part } })),
          ),
      };
      setState({ step: kept.sending.order ? "content" : "place", goal, error: null, progress: {} });
      const begun: Run = { goal, sending: kept.sending, work: Promise.resolve(kept.sending) };
      begun.work = send(goal, kept.form, kept.sending, desk).finally(() =>
        running.delete(instance),
      );
      running.set(instance, begun);
      void follow(begun);
    },
    [instance, prices, follow],
  );

  useEffect(() => {
    here.current = true;
    open.set(instance, (open.get(instance) ?? 0) + 1);
    const under = running.get(instance);
    if (under) {
      setState({ ...IDLE, step: "place", goal: under.goal });
      void follow(under);
    }
    return () => {
      here.current = false;
      open.set(instance, (open.get(instance) ?? 1) - 1);
    };
  }, [instance, follow]);

  return {
    ...state,
    pending: state.step !== null,
    run,
    reset: useCallback(() => setState(IDLE), []),
    fileRefused: state.error instanceof FileFault ? state.error : null,
  };
}

async function uploadOf(
  form: OrderForm,
  orderId: string,
  key: string,
  onProgress: (part: number) => void,
) {
  const about = form.files.find((one) => one.key === key);
  const file = await fileOf(key);
  if (!about || !file) throw new FileLost();
  const order = await upload({
    orderId,
    file,
    name: about.name,
    kind: about.kind,
    key,
    onProgress,
  });
  await dropFile(key);
  return order;
}

/** The browser has not kept the bytes of a chosen file: it has to be chosen again. */
export class FileLost extends Error {
  override readonly name = "FileLost";
}
