/**
 * The lost session: whoever is refused with 401 waits here until the same person has signed in
 * again. If somebody else signs in, the page starts anew and nobody who waits goes on.
 */

let waiting: (() => void)[] = [];
/** How often we were told so since it was lost; 0 = it is not. */
let refusals = 0;
const watchers = new Set<() => void>();

/** Whether the session is lost. */
export function isLost(): boolean {
  return refusals > 0;
}

/** Grows with every refusal, so that a dialog that was put away comes back; 0 = not lost. */
export function timesRefused(): number {
  return refusals;
}

/** Calls back when the session is lost or regained; returns how to stop that. */
export function onGate(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function tell(): void {
  for (const changed of watchers) changed();
}

/** The server does not know us any more: the dialog opens; resolves when we are known again. */
export function sessionLost(): Promise<void> {
  refusals += 1;
  tell();
  return new Promise((goOn) => {
    waiting.push(goOn);
  });
}

/** The same person is back: everything that waited goes on. */
export function sessionRegained(): void {
  const all = waiting;
  waiting = [];
  refusals = 0;
  tell();
  for (const goOn of all) goOn();
}

/** He signed out, or somebody else came: what waited is forgotten and never sent. */
export function sessionEnded(): void {
  waiting = [];
  refusals = 0;
  tell();
}
