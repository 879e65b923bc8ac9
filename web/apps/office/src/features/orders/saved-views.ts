/** Views that a person gave a name; kept in this browser, shared by their link. */
import { useCallback, useState } from "react";
import { useSession } from "../../shared/session.ts";
import { type OrdersView, readView } from "./view.ts";

export interface SavedView {
  name: string;
  view: OrdersView;
}

const MOST = 20;

function read(place: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept
      .filter((one) => typeof one?.name === "string" && one.name)
      .map(({ name, view }) => ({ name, view: readView(view ?? {}) }));
  } catch {
    return [];
  }
}

export function useSavedViews() {
  const place = `vitrazh:views:${useSession().subject}`;
  const [views, setViews] = useState(() => read(place));

  const put = useCallback(
    (change: (now: SavedView[]) => SavedView[]) => {
      // Read again: another tab may have saved one meanwhile.
      const next = change(read(place)).slice(-MOST);
      setViews(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
        return true;
      } catch {
        return false;
      }
    },
    [place],
  );

  return {
    views,
    /** A view of the same name is replaced. False: the browser keeps nothing. */
    save: (name: string, view: OrdersView) =>
      put((now) => [...now.filter((one) => one.name !== name), { name, view }]),
    remove: (name: string) => put((now) => now.filter((one) => one.name !== name)),
  };
}

/** Whether two views are one. */
export function sameView(one: OrdersView, other: OrdersView): boolean {
  const text = (view: OrdersView) => JSON.stringify(Object.entries(readView({ ...view })).sort());
  return text(one) === text(other);
}
