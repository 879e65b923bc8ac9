/** Which place is shown: in the address, so that Back, a reload and a reboot lead to it. */
import { useMemo, useSyncExternalStore } from "react";

export type Place = { name: "queue" | "done" | "link" } | { name: "order"; id: string };

function placeOf(hash: string): Place {
  const [, name = "", id = ""] = hash.replace(/^#/, "").split("/");
  if (name === "order" && id !== "") return { name: "order", id };
  return name === "done" || name === "link" ? { name } : { name: "queue" };
}

function listen(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

/** The place that is shown now. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return useMemo(() => placeOf(hash), [hash]);
}

/** Goes to a place. */
export function go(place: Place): void {
  location.hash = place.name === "order" ? `/order/${place.id}` : `/${place.name}`;
}
