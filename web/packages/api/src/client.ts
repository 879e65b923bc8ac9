/** The generated client, told how to speak with our gateway. */

import { client } from "./gen/client.gen.ts";
import { asError, NoAnswer } from "./problem.ts";

const PATIENCE_MS = 20_000;
const WITHOUT_BODY = new Set([204, 205, 304]);
let headersNow: () => Record<string, string> = () => ({});

client.setConfig({ baseUrl: "", throwOnError: true });
client.interceptors.request.use((request) => {
  for (const [name, value] of Object.entries(headersNow())) request.headers.set(name, value);
  return request.signal.aborted
    ? request
    : new Request(request, {
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
});
client.interceptors.response.use(whole);
client.interceptors.error.use((error, response) =>
  asError(error, response as Response | undefined),
);

/** An answer that is cut off in its middle is none: nothing is known of the outcome. */
async function whole(answer: Response): Promise<Response> {
  // Chromium gives a body to an answer that may have none; a new answer with it cannot be made.
  if (!answer.body || WITHOUT_BODY.has(answer.status)) return answer;
  try {
    return new Response(await answer.arrayBuffer(), answer);
  } catch (error) {
    throw new NoAnswer(String(error));
  }
}

/** Says what to send with every request: the language, and a tablet's identity. */
export function sendAlways(headers: () => Record<string, string>): void {
  headersNow = headers;
}

export { client };
