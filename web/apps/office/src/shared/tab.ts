/**
 * Which tab of the browser this is, and whether another one still stands: a form that is open in
 * two tabs is two forms, and the draft of a closed one is found by the next.
 */

const NAME = "vitrazh:tab";
const BEAT_MS = 2_000;
/** Browsers let a tab out of sight beat once a minute only. */
const DEAD_MS = 75_000;

let own: string | null = null;

function kept(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function beat(id: string): void {
  try {
    localStorage.setItem(`${NAME}:${id}`, String(Date.now()));
  } catch {
    // Storage is full or closed to us: then no draft is kept either.
  }
}

/** Whether a tab stands, as far as one can tell. */
export function isOpen(id: string): boolean {
  const last = Number(kept(() => localStorage, `${NAME}:${id}`) ?? 0);
  return Date.now() - last < DEAD_MS;
}

/** This tab's id; a reload keeps it, a duplicated tab gets its own. */
export function tabId(): string {
  if (own) return own;
  const before = kept(() => sessionStorage, NAME);
  const id = before && !isOpen(before) ? before : crypto.randomUUID();
  own = id;
  try {
    sessionStorage.setItem(NAME, id);
  } catch {
    // A reload will be another tab.
  }
  beat(id);
  const heart = setInterval(() => beat(id), BEAT_MS);
  addEventListener("pagehide", () => {
    clearInterval(heart);
    try {
      localStorage.removeItem(`${NAME}:${id}`);
    } catch {
      // It will be taken for dead a little later.
    }
  });
  // Back from the browser's own store of pages: the tab stands again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) beat(id);
  });
  return id;
}

/** For tests alone: this is another tab from now on. */
export function becomeTab(id: string | null): void {
  own = id;
  if (id) beat(id);
}
