/** Words that stand in a drawing: a key with its values, said in some language. */
import type { Value } from "@vitrazh/words/i18n";
import { num } from "./numbers.ts";
import { t, type Words } from "./words.gen.ts";

export type DrawingWord = Extract<keyof Words, `drawing.${string}`>;
export type Say = (id: DrawingWord, values?: Record<string, Value>) => string;

/** Says it in the language of the screen. */
export const spoken: Say = (id, values) =>
  (t as (id: DrawingWord, values?: Record<string, Value>) => string)(id, values);

/** A length as it stands beside its line: `410,5`. */
export function lengthText(say: Say, value: number): string {
  return num(value).replace(".", say("drawing.point"));
}
