/** Refusals of the server as one kind of error: what to say, at which field, and what may help. */

/** One field that was refused: where it stands in the body, and the sentence to show. */
export interface FieldFault {
  loc: (string | number)[];
  code: string;
  message: string;
}

/** An answer that says no (RFC 9457). `title` is a sentence in the reader's language. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fields: readonly FieldFault[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | null;
  readonly traceId: string | null;
  /** The whole body: `current` of a stale edit, `shown` and `changes` of a superseded revision. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>, retryAfter: number | null = null) {
    const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : null);
    const title = text("title") ?? `HTTP ${status}`;
    super(title);
    this.status = status;
    this.code = text("code") ?? `http-${status}`;
    this.title = title;
    this.fields = Array.isArray(body["errors"]) ? (body["errors"] as FieldFault[]) : [];
    this.traceId = text("trace_id");
    this.retryAfter = retryAfter;
    this.body = body;
  }
}

/** No answer came: no network, no server, or it took too long. Nothing is known of the outcome. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Whether sending the same again, under the same key, may help. */
export function worthRepeating(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  return error instanceof Refusal && (error.status >= 500 || error.status === 429);
}

/** Turns what the generated client throws into a Refusal or NoAnswer. */
export function asError(error: unknown, response: Response | undefined): Error {
  if (error instanceof Refusal || error instanceof NoAnswer) return error;
  if (!response) return new NoAnswer(error instanceof Error ? error.message : String(error));
  const body =
    error !== null && typeof error === "object" && !(error instanceof Error) ? error : {};
  const seconds = Number(response.headers.get("retry-after"));
  return new Refusal(
    response.status,
    body as Record<string, unknown>,
    Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  );
}
