/** Light, dark, or as the machine has it: kept in this browser, applied to the whole page. */
import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark" | "auto";

const KEPT = "vitrazh-theme";
const listeners = new Set<() => void>();
let chosen: Theme = read();

function read(): Theme {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === "light" || kept === "dark" ? kept : "auto";
  } catch {
    // Storage may be closed to us: then the machine decides.
    return "auto";
  }
}

function darkMachine(): MediaQueryList | undefined {
  return typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;
}

/** The theme that is shown once "auto" is settled. */
export function shownTheme(): "light" | "dark" {
  if (chosen !== "auto") return chosen;
  return darkMachine()?.matches ? "dark" : "light";
}

function apply(): void {
  if (typeof document !== "undefined") document.documentElement.dataset["theme"] = shownTheme();
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // It holds until the page is closed.
  }
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, () => chosen);
  return { theme, setTheme };
}

apply();
darkMachine()?.addEventListener("change", apply);
