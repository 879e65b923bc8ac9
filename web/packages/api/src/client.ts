/** The generated client, told how to speak with our gateway. */

import { client } from "./gen/client.gen.ts";
import { asError } from "./problem.ts";

const PATIENCE_MS = 20_000;
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
client.interceptors.error.use((error, response) =>
  asError(error, response as Response | undefined),
);

/** Says what to send with every request: the language, and a tablet's identity. */
export function sendAlways(headers: () => Record<string, string>): void {
  headersNow = headers;
}

export { client };
