/**
 * Who is signed in at this browser, over all its tabs: what one tab does the others hear. A lost
 * session keeps the page as it is; another person never goes on where the first one stopped.
 */
import {
  gatewaySignIn,
  gatewaySignOut,
  gatewayWhoAsks,
  Refusal,
  type SessionOut,
} from "@vitrazh/api";
import { language, setLanguage } from "@vitrazh/words";
import { isLost, sessionEnded, sessionRegained } from "../shared/gate.ts";

export type SessionState =
  | { kind: "asking" }
  | { kind: "failed"; error: unknown }
  | { kind: "out" }
  | { kind: "in"; session: SessionOut };

type Heard = { kind: "signed-out" } | { kind: "signed-in"; subject: string };

const CHANNEL = "vitrazh-session";
let state: SessionState = { kind: "asking" };
/** For whom the page was drawn last, even if he has left since. */
let drawnFor: string | null = null;
const watchers = new Set<() => void>();
let channel: BroadcastChannel | null = null;
/** A page drawn for one person is never drawn on for another: it is loaded anew. */
let startAnew = () => location.assign("/");

function put(next: SessionState): void {
  state = next;
  for (const changed of watchers) changed();
}

export function sessionNow(): SessionState {
  return state;
}

export function onSession(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Asks the server who we are. */
export async function askWho(): Promise<void> {
  try {
    const { data } = await gatewayWhoAsks();
    admit(data);
  } catch (error) {
    const unknown = error instanceof Refusal && error.status === 401;
    put(unknown ? { kind: "out" } : { kind: "failed", error });
  }
}

/** Asks again after a failure. */
export function askAgain(): void {
  put({ kind: "asking" });
  void askWho();
}

/** Throws a Refusal (wrong password, too many tries) or NoAnswer. */
export async function signIn(login: string, password: string): Promise<void> {
  const { data } = await gatewaySignIn({ body: { login: login.trim(), password } });
  channel?.postMessage({ kind: "signed-in", subject: data.subject } satisfies Heard);
  welcome(data);
}

let chosen = false;

/** The language of the sign-in page, chosen by hand: it outweighs the one in the profile. */
export function otherLanguage(): void {
  chosen = true;
  setLanguage(language() === "ru" ? "en" : "ru");
}

function welcome(session: SessionOut): void {
  if (state.kind !== "in" && !chosen) setLanguage(session.language === "en" ? "en" : "ru");
  if (admit(session)) sessionRegained();
}

/** Draws the page for this person; false: it was another's and is loaded anew. */
function admit(session: SessionOut): boolean {
  if (drawnFor !== null && drawnFor !== session.subject) {
    sessionEnded();
    startAnew();
    return false;
  }
  drawnFor = session.subject;
  put({ kind: "in", session });
  return true;
}

/** He goes home: every tab of this browser shows the sign-in. What was typed stays his. */
export async function signOut(): Promise<void> {
  await gatewaySignOut();
  channel?.postMessage({ kind: "signed-out" } satisfies Heard);
  leave();
}

function leave(): void {
  sessionEnded();
  put({ kind: "out" });
}

/** The session says something else of the person: his language. */
export function sessionChanged(session: SessionOut): void {
  if (state.kind === "in" && state.session.subject === session.subject) {
    put({ kind: "in", session });
  }
}

async function hear(said: Heard): Promise<void> {
  if (said.kind === "signed-out") {
    leave();
  } else if (state.kind !== "in") {
    await askWho();
  } else if (state.session.subject !== said.subject) {
    sessionEnded();
    startAnew();
  } else if (isLost()) {
    sessionRegained();
  }
}

/** Begins to listen to the other tabs in a page that was drawn for nobody; returns how to stop. */
export function joinTabs(anew: () => void = startAnew): () => void {
  startAnew = anew;
  drawnFor = null;
  if (typeof BroadcastChannel === "undefined") return () => {};
  const joined = new BroadcastChannel(CHANNEL);
  channel = joined;
  joined.onmessage = (message: MessageEvent<Heard>) => void hear(message.data);
  return () => {
    joined.close();
    if (channel === joined) channel = null;
  };
}
