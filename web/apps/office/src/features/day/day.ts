/** What waits today, for whom: the person's own orders, his office's, or all of them. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Day, DayRow, NeedOut, SessionOut } from "@vitrazh/api";
import { ordersDayOptions } from "@vitrazh/api/query";

export type Reach = "mine" | "office" | "all";

/** Whose orders can be looked at, the widest last; who has no office sees all. */
export function reachesFor(session: SessionOut): Reach[] {
  const own = session.staff_id !== null && session.roles.includes("desk");
  return [
    ...(own ? ["mine" as const] : []),
    ...(session.office_id ? ["office" as const] : []),
    "all",
  ];
}

/** The desk looks at its office, everybody else at the company. */
export function usualReach(session: SessionOut): Reach {
  return session.roles.includes("desk") && session.office_id ? "office" : "all";
}

/** What narrows the lists of the folders in the same way. */
export function narrowed(reach: Reach, session: SessionOut): { office?: string; mine?: boolean } {
  if (reach === "mine") return { mine: true };
  return reach === "office" && session.office_id ? { office: session.office_id } : {};
}

export function useDay(reach: Reach, session: SessionOut) {
  return useQuery({
    ...ordersDayOptions({ query: narrowed(reach, session) }),
    placeholderData: keepPreviousData,
  });
}

/** The same day with the person's own orders first in every list. */
export function ownFirst(day: Day, me: string | null): NeedOut[] {
  const own = (row: DayRow) => (row.manager_id === me ? 0 : 1);
  return day.needs.map((need) => ({
    ...need,
    rows: need.rows.toSorted((a, b) => own(a) - own(b)),
  }));
}
