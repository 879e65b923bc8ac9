/** What is heard and felt: one beep for something new, three for a refusal. */

import type { Values } from "./database.ts";
import { follow } from "./live.ts";
import { store } from "./store.ts";
import type { Signal } from "./types.ts";

const listeners = new Set<(signal: Signal) => void>();
const BEEP_S = 0.16;
const LOUD = 0.4;
let sounds: AudioContext | null = null;

/** Calls back when something new comes or is refused; returns how to stop that. */
export function onSignal(listener: (signal: Signal) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function audio(): AudioContext | null {
  if (typeof AudioContext === "undefined") return null;
  sounds ??= new AudioContext();
  return sounds;
}

/** Beeps so many times, if the browser lets us: it does after the first touch. */
export function beep(times: number, pitch: number): void {
  const context = audio();
  if (context?.state !== "running") return;
  for (let each = 0; each < times; each += 1) {
    const at = context.currentTime + each * BEEP_S * 1.6;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(LOUD, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + BEEP_S);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + BEEP_S);
  }
}

function sound({ kind }: Signal): void {
  const bad = kind === "refused" || kind === "cancelled";
  // Before the first touch a browser lets nobody shake it, and complains.
  if (navigator.userActivation?.hasBeenActive)
    navigator.vibrate?.(bad ? [120, 80, 120, 80, 120] : 200);
  if (bad) beep(3, 330);
  else beep(1, 880);
}

/** Listens for what any tab stores; only the tab that is looked at makes a noise. */
export function startSignals(): () => void {
  const unlock = () => void audio()?.resume();
  addEventListener("pointerdown", unlock);
  let last: number | null = null;
  const take = async (now: Values["signal"] | undefined) => {
    const first = last === null;
    if ((now?.n ?? 0) === last) return;
    last = now?.n ?? 0;
    if (!now || first) return; // What was heard before this start.
    for (const listener of listeners) listener(now.signal);
    if (document.visibilityState !== "visible") return;
    if ((await store.db.value("sound")) ?? true) sound(now.signal);
  };
  const stop = follow(
    ["values"],
    (tables) => tables.value("signal"),
    (now) => void take(now),
  );
  return () => {
    removeEventListener("pointerdown", unlock);
    stop();
  };
}
