/** Names of the closed lists of the trade: `nameOf("material", "mirror")`. */
import { t, type Words } from "./words.gen.ts";

type Kinds<Id> = Id extends `${infer Kind}.${string}` ? Kind : never;
export type Kind = Exclude<Kinds<keyof Words>, "shared">;
export type ValueOf<K extends Kind> = keyof Words extends infer Id
  ? Id extends `${K}.${infer Value}`
    ? Value
    : never
  : never;

/** Says a word of the trade in the language that is spoken now. */
export function nameOf<K extends Kind>(kind: K, value: ValueOf<K>): string {
  return t(`${kind}.${value}` as Exclude<keyof Words, `shared.${string}`>);
}
