/** Who sits here and what he may do. The gateway and the services decide again by themselves. */
import type { Permission, SessionOut } from "@vitrazh/api";
import { createContext, useCallback, useContext } from "react";

/** Set by the session's gate around every screen; a test sets its own. */
export const SessionContext = createContext<SessionOut | null>(null);

/** The person at this browser. Screens are only drawn when somebody is signed in. */
export function useSession(): SessionOut {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no screen is drawn before somebody signed in");
  return session;
}

/** Whether a session allows something: anywhere, or on a thing of that office. */
export function allows(session: SessionOut, permission: Permission, office?: string): boolean {
  return session.rights.some(
    (right) =>
      right.permission === permission &&
      (right.scope !== "own-office" || office === undefined || office === session.office_id),
  );
}

export type May = (permission: Permission, office?: string) => boolean;

/** What the person may do: `may("orders.edit", order.office_id)`; no office = anywhere at all. */
export function useMay(): May {
  const session = useSession();
  return useCallback((permission, office) => allows(session, permission, office), [session]);
}
