/** A shortcut as keycaps: `Ctrl K`, on a Mac `⌘ K`. */
import { cx } from "../cx.ts";
import s from "./keys.module.css";

const NAMES: Record<string, string> = {
  enter: "Enter",
  escape: "Esc",
  shift: "Shift",
  alt: "Alt",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  space: "Space",
};

function onMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

function nameOf(key: string): string {
  if (key === "ctrl") return onMac() ? "⌘" : "Ctrl";
  return NAMES[key] ?? key.toUpperCase();
}

interface KeysProps {
  keys: string;
  /** A reader of the screen hears the key from its control instead. */
  decorative?: boolean;
  className?: string | undefined;
}

export function Keys({ keys, decorative = false, className }: KeysProps) {
  const caps = keys === "+" ? ["+"] : keys.split("+");
  return (
    <span className={cx(s["keys"], className)} aria-hidden={decorative || undefined}>
      {caps.map((cap) => (
        <kbd key={cap}>{nameOf(cap)}</kbd>
      ))}
    </span>
  );
}
