/** The two languages of the screens: which one is spoken, and how a message is put together. */
import { setupI18n } from "@lingui/core";

export type Language = "ru" | "en";
export type Compiled = Record<string, string | unknown[]>;
export type Value = string | number;

const KEPT = "vitrazh_language";
const i18n = setupI18n();
i18n.load({ ru: {}, en: {} });
i18n.activate("ru");

/** Adds compiled messages; every package's `words.gen.ts` calls it when it is loaded. */
export function add(language: Language, messages: Compiled): void {
  i18n.load(language, messages as Parameters<typeof i18n.load>[1]);
}

/** Puts a message together in the language that is spoken now. */
export function say(id: string, values?: Record<string, Value>): string {
  return i18n._(id, values);
}

/** Language that is spoken now. */
export function language(): Language {
  return i18n.locale === "en" ? "en" : "ru";
}

/** Speaks another language from now on, and remembers it for the server's texts too. */
export function setLanguage(wanted: Language): void {
  if (typeof document !== "undefined") {
    document.documentElement.lang = wanted;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it; the Cookie Store is not everywhere
    document.cookie = `${KEPT}=${wanted}; path=/; max-age=31536000; samesite=lax`;
  }
  i18n.activate(wanted);
}

/** Calls back after each change of language; returns how to stop that. */
export function onLanguage(changed: () => void): () => void {
  return i18n.on("change", changed);
}

/** The language that was chosen before, else the browser's, else Russian. */
export function keptLanguage(): Language {
  const kept = /(?:^|; )vitrazh_language=(ru|en)/.exec(document.cookie)?.[1];
  if (kept === "ru" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "ru";
}
