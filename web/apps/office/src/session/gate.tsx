/** Lets nobody see a screen before he signed in; a session that is lost later is asked for above it. */
import { Button, cx, Dialog, ErrorNote, Skeleton } from "@vitrazh/ui";
import { language } from "@vitrazh/words";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { onGate, timesRefused } from "../shared/gate.ts";
import { SessionContext } from "../shared/session.ts";
import { t } from "../words.gen.ts";
import s from "./gate.module.css";
import { SignInForm } from "./sign-in-form.tsx";
import { askAgain, onSession, otherLanguage, sessionNow } from "./store.ts";

export function SessionGate({ children }: { children: ReactNode }) {
  const state = useSyncExternalStore(onSession, sessionNow);
  switch (state.kind) {
    case "asking":
      return (
        <Door late>
          <Skeleton rows={3} />
        </Door>
      );
    case "failed":
      return (
        <Door>
          <ErrorNote error={state.error} onRetry={askAgain} />
        </Door>
      );
    case "out":
      return (
        <Door title={t("session.title")}>
          <SignInForm />
          <Button kind="link" className={s["language"] ?? ""} onClick={otherLanguage}>
            {t(language() === "ru" ? "office.language-en" : "office.language-ru")}
          </Button>
        </Door>
      );
    case "in":
      return (
        <SessionContext value={state.session}>
          {children}
          <LostSession name={state.session.name ?? ""} />
        </SessionContext>
      );
  }
}

/** The page before the screens: the sign alone, and what is to be done. */
interface DoorProps {
  title?: string;
  /** Seen only if the answer takes its time: a quick one should not flash a page. */
  late?: boolean;
  children: ReactNode;
}

function Door({ title, late = false, children }: DoorProps) {
  useEffect(() => {
    document.title = title ? `${title} · ${t("session.brand")}` : t("session.brand");
  }, [title]);
  return (
    <main className={cx(s["door"], late && s["late"])}>
      <div className={s["pane"]}>
        <p className={s["brand"]}>
          <img src="/logo.svg" alt="" width="40" height="40" />
          {t("session.brand")}
        </p>
        {title ? <h1 className={s["title"]}>{title}</h1> : null}
        {children}
      </div>
    </main>
  );
}

/**
 * The session ended while somebody worked: what he typed stays below, and goes on after it. He may
 * put the dialog away to look at the page; the next thing he wants of the server brings it back.
 */
function LostSession({ name }: { name: string }) {
  const refused = useSyncExternalStore(onGate, timesRefused);
  const [putAway, setPutAway] = useState(0);
  if (refused < putAway) setPutAway(0);
  return (
    <Dialog
      title={t("session.lost")}
      open={refused > putAway}
      onClose={() => setPutAway(refused)}
      size="s"
    >
      <SignInForm lead={t("session.lost-lead", { name })} />
    </Dialog>
  );
}
