/** Through which shops a piece goes, in words. */
import type { Shop } from "@vitrazh/api";
import { nameOf } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";

export function routeWords(route: readonly Shop[]): string {
  const [first, second] = route.map((shop) => nameOf("shop", shop));
  if (!first) return "";
  return second ? t("order.item.then", { first, second: second.toLocaleLowerCase() }) : first;
}
