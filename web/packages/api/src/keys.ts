/** Idempotency keys: made once when an action begins, sent again with every try of it. */

/** A new key for one action. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}

/** Headers of a POST that creates or moves something. */
export function keyed(key: string): { "Idempotency-Key": string } {
  return { "Idempotency-Key": key };
}

/** Headers of an edit: the version that was on the screen. */
export function ifMatch(version: number): { "If-Match": string } {
  return { "If-Match": `"${version}"` };
}
