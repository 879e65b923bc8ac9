/**
 * What is being typed, kept in this browser per person and tab: it outlives a reload, a lost
 * session, a closed tab (the next tab that opens the form takes it over). Where nothing can be
 * kept, the form goes on without.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "./session.ts";
import { isOpen, tabId } from "./tab.ts";

const PREFIX = "vitrazh:draft:";
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

interface Kept<Value> {
  at: number;
  value: Value;
}

const watchers = new Set<() => void>();
let told = false;

/** Calls back once when the browser refuses to keep drafts (its storage is full or forbidden). */
export function onNotKept(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Where this tab keeps the draft; other tabs keep theirs of the same name beside it. */
function placeOf(owner: string, name: string): string {
  return `${PREFIX}${owner}:${name}#${tabId()}`;
}

/** Takes over what a closed tab left of the same name, the newest first. */
function inherit(place: string): void {
  try {
    if (localStorage.getItem(place)) return;
    const name = place.slice(0, place.lastIndexOf("#") + 1);
    const left = Object.keys(localStorage)
      .filter((key) => key.startsWith(name) && !isOpen(key.slice(name.length)))
      .map((key) => ({ key, at: read(key)?.at ?? 0 }))
      .sort((one, other) => other.at - one.at)[0];
    const text = left ? localStorage.getItem(left.key) : null;
    if (!left || !text) return;
    localStorage.setItem(place, text);
    localStorage.removeItem(left.key);
  } catch {
    // The storage is closed to us, or full: what is left stays where it is.
  }
}

function read<Value>(place: string): Kept<Value> | null {
  try {
    const text = localStorage.getItem(place);
    if (!text) return null;
    const kept = JSON.parse(text) as Kept<Value>;
    if (Date.now() - kept.at <= KEPT_DAYS * DAY_MS) return kept;
    localStorage.removeItem(place);
  } catch {
    // Unreadable or forbidden: as good as nothing kept.
  }
  return null;
}

function write(place: string, value: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), value }));
    told = false;
  } catch {
    if (told) return;
    told = true;
    for (const tell of watchers) tell();
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept there.
  }
}

export interface DraftHandle {
  /** When what is shown was kept before this form opened, ms since 1970; null = it began empty. */
  restoredAt: number | null;
  /** The draft is done with: it was saved, or thrown away. The form begins anew. */
  clear: () => void;
}

type SetDraft<Value> = (next: Value | ((now: Value) => Value)) => void;

/** State under a name of this person: `const [form, setForm, { clear }] = useDraft("order", EMPTY)`. */
export function useDraft<Value>(
  name: string,
  initial: Value,
): [Value, SetDraft<Value>, DraftHandle] {
  const owner = useSession().subject;
  const place = placeOf(owner, name);
  const first = useRef(initial);
  const [state, setState] = useState(() => begin<Value>(place, initial));
  const now = useRef(state);
  useEffect(() => {
    first.current = initial;
  });
  if (state.place !== place) {
    const other = begin<Value>(place, initial);
    now.current = other;
    setState(other);
  }

  const set = useCallback<SetDraft<Value>>(
    (next) => {
      const before = now.current.value;
      const value = typeof next === "function" ? (next as (now: Value) => Value)(before) : next;
      now.current = { ...now.current, value };
      write(place, value);
      setState(now.current);
    },
    [place],
  );
  const clear = useCallback(() => {
    forget(place);
    now.current = { place, value: first.current, restoredAt: null };
    setState(now.current);
  }, [place]);
  return [state.value, set, { restoredAt: state.restoredAt, clear }];
}

function begin<Value>(place: string, initial: Value) {
  inherit(place);
  const kept = read<Value>(place);
  return { place, value: kept ? kept.value : initial, restoredAt: kept?.at ?? null };
}

export interface KeptDraft<Value> {
  name: string;
  /** When it was last changed, ms since 1970. */
  at: number;
  value: Value;
  /** Another tab has it open: it goes on there. */
  elsewhere: boolean;
}

/** Drafts of this person whose name begins so, in whatever tab they were typed; newest first. */
export function keptDrafts<Value>(owner: string, prefix: string): KeptDraft<Value>[] {
  const begin = `${PREFIX}${owner}:`;
  const found: KeptDraft<Value>[] = [];
  try {
    for (const place of Object.keys(localStorage)) {
      const kept = place.startsWith(begin + prefix) ? read<Value>(place) : null;
      if (!kept) continue;
      const cut = place.lastIndexOf("#");
      const tab = place.slice(cut + 1);
      const elsewhere = tab !== tabId() && isOpen(tab);
      found.push({ name: place.slice(begin.length, cut), elsewhere, ...kept });
    }
  } catch {
    // Forbidden: nothing was kept.
  }
  return found.sort((one, other) => other.at - one.at);
}

/** Throws a draft away, unless another tab has it open. */
export function dropDraft(owner: string, name: string): void {
  const begin = `${PREFIX}${owner}:${name}#`;
  try {
    for (const place of Object.keys(localStorage)) {
      const tab = place.slice(begin.length);
      if (place.startsWith(begin) && (tab === tabId() || !isOpen(tab))) forget(place);
    }
  } catch {
    // Forbidden: nothing was kept.
  }
}
