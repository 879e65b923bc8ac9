/** How the link to the company stands: always in sight, said aloud at most every five seconds. */
import { Pane, type PaneKind } from "@vitrazh/ui";
import { moment } from "@vitrazh/words";
import { useEffect, useRef, useState } from "react";
import { type Link, useLinkSince } from "../shared/live.ts";
import { t } from "../words.gen.ts";
import s from "./bar.module.css";

const SAID_EVERY_MS = 5_000;
const SHAPES: Record<Link["state"], PaneKind> = {
  live: "completed",
  connecting: "received",
  "bus-lost": "unknown",
  lost: "failed",
};

function inWords({ state, since }: Link): string {
  const at = moment(new Date(since).toISOString());
  if (state === "live") return t("shell.live");
  if (state === "connecting") return t("shell.connecting");
  return state === "lost" ? t("shell.lost", { at }) : t("shell.bus-lost", { at });
}

export function LinkBadge() {
  const link = useLinkSince();
  const words = inWords(link);
  return (
    <div className={s["link"]} data-link={link.state}>
      <span title={t(`shell.${link.state}-hint`)}>
        <Pane kind={SHAPES[link.state]}>{words}</Pane>
      </span>
      <Said words={words} />
    </div>
  );
}

/** For readers of the screen: what changed, but never a stutter of a weak link. */
function Said({ words }: { words: string }) {
  const [said, setSaid] = useState("");
  const last = useRef({ words, at: 0 });
  useEffect(() => {
    if (last.current.words === words) return;
    const wait = Math.max(0, last.current.at + SAID_EVERY_MS - Date.now());
    const timer = setTimeout(() => {
      last.current = { words, at: Date.now() };
      setSaid(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <span role="status" className={s["said"]}>
      {said}
    </span>
  );
}
