/** Requests that a lost session interrupts wait for the sign-in and are then sent again. */
import { client } from "@vitrazh/api";
import { sessionLost } from "../shared/gate.ts";
import { sessionNow } from "./store.ts";

const PATIENCE_MS = 20_000;
/** Signing in and out is refused by itself: nothing waits for it. */
const OWN_PATH = "/api/session";

/** Only whoever asked may give up; that the first try took its time is no reason to. */
function stillWanted(signal: AbortSignal): boolean {
  return !signal.aborted || (signal.reason as Error | undefined)?.name === "TimeoutError";
}

/** Fetches; a 401 in the middle of somebody's session waits until he is back. */
export async function patientFetch(request: Request): Promise<Response> {
  let spare = request.clone();
  let answer = await fetch(request);
  while (
    answer.status === 401 &&
    new URL(request.url).pathname !== OWN_PATH &&
    sessionNow().kind === "in"
  ) {
    await sessionLost();
    if (!stillWanted(request.signal)) throw request.signal.reason;
    const again = spare;
    spare = again.clone();
    answer = await fetch(new Request(again, { signal: AbortSignal.timeout(PATIENCE_MS) }));
  }
  return answer;
}

/** Lets every request of the generated client be patient. */
export function bePatient(): void {
  client.setConfig({ fetch: (request) => patientFetch(request as Request) });
}
