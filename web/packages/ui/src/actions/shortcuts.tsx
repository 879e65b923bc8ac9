/** Keys of the page: one listener for the whole document, so that no click anywhere kills them. */
import { useContext, useEffect, useEffectEvent, useState } from "react";
import { Depth, topDepth } from "../layers/depth.tsx";
import { Dialog } from "../layers/dialog.tsx";
import { t } from "../words.gen.ts";
import { Keys } from "./keys.tsx";
import s from "./shortcuts.module.css";

interface Shortcut {
  keys: string;
  label: string;
  depth: number;
  /** Later drawn is nearer to the eye: of two with the same key it wins. */
  order: number;
  run: (event: KeyboardEvent) => void;
}

const shortcuts: Shortcut[] = [];
let drawn = 0;

/** Places of keys on the keyboard: the same under a Russian and an English layout. */
const CODES: Record<string, string> = {
  "/": "Slash",
  enter: "Enter",
  escape: "Escape",
  up: "ArrowUp",
  down: "ArrowDown",
  left: "ArrowLeft",
  right: "ArrowRight",
  space: "Space",
};

function codeOf(key: string): string {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return CODES[key] ?? key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type=checkbox], [type=radio], [type=button])");
}

/** Whether the event is the shortcut. `?` stands elsewhere in every layout: both ways count. */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const ctrl = event.ctrlKey || event.metaKey;
  // Signs are typed by other keys in every layout; + stands above = in most.
  if (keys === "+" || keys === "-") {
    const typed = event.key === keys || (keys === "+" && event.key === "=");
    return typed && !ctrl && !event.altKey;
  }
  if (ctrl !== parts.includes("ctrl") || event.altKey !== parts.includes("alt")) return false;
  if (key === "?") return event.key === "?" || (event.code === "Slash" && event.shiftKey);
  if (event.shiftKey !== parts.includes("shift")) return false;
  const numpad = key === "enter" && event.code === "NumpadEnter";
  return event.code === codeOf(key) || numpad || (key === "/" && event.key === "/");
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const plain = !(event.ctrlKey || event.metaKey || event.altKey) && event.key !== "Escape";
  if (plain && isTyping(event.target)) return;
  const depth = topDepth();
  const found = shortcuts
    .filter((one) => one.depth >= depth && matches(one.keys, event))
    .reduce<Shortcut | undefined>(
      (best, one) => (best && best.order > one.order ? best : one),
      undefined,
    );
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

interface ShortcutOptions {
  /** What the key does, for the list of keys. */
  label: string;
  when?: boolean;
}

/** Listens for a key while the caller is shown: "n", "/", "ctrl+k", "ctrl+enter". */
export function useShortcut(
  keys: string,
  run: (event: KeyboardEvent) => void,
  { label, when = true }: ShortcutOptions,
): void {
  const depth = useContext(Depth);
  const [order] = useState(() => {
    drawn += 1;
    return drawn;
  });
  const heard = useEffectEvent(run);
  useEffect(() => {
    if (!when) return;
    const one: Shortcut = { keys, label, depth, order, run: (event) => heard(event) };
    if (!shortcuts.length) document.addEventListener("keydown", hear);
    shortcuts.push(one);
    return () => {
      shortcuts.splice(shortcuts.indexOf(one), 1);
      if (!shortcuts.length) document.removeEventListener("keydown", hear);
    };
  }, [keys, label, when, depth, order]);
}

/** The list of keys that work here, on `?`. Stands once in the page. */
export function ShortcutsHelp() {
  const [listed, setListed] = useState<readonly Shortcut[] | null>(null);
  useShortcut("?", () => setListed([...shortcuts]), { label: t("ui.keys-help") });
  const seen = new Map((listed ?? []).map((one) => [one.keys, one.label]));
  return (
    <Dialog title={t("ui.keys")} size="s" open={listed !== null} onClose={() => setListed(null)}>
      <dl className={s["list"]}>
        {[...seen].map(([keys, label]) => (
          <div key={keys} className={s["line"]}>
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
