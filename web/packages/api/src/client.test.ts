import { afterEach, describe, expect, it, vi } from "vitest";
import {
  gatewaySignOut,
  gatewayWhoAsks,
  NoAnswer,
  ordersPlace,
  Refusal,
  sendAlways,
  worthRepeating,
} from "./index.ts";

afterEach(() => {
  sendAlways(() => ({}));
  vi.unstubAllGlobals();
});

function answering(answer: (request: Request) => Response | Promise<Response>) {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    return answer(request);
  });
  return asked;
}

const here = { baseUrl: "http://vitrazh.test" } as const;

describe("the client", () => {
  it("throws a refusal with the fields and the seconds to wait", async () => {
    const body = {
      title: "Проверьте поля",
      code: "invalid",
      trace_id: "abc",
      errors: [{ loc: ["items", 0, "quantity"], code: "too-few", message: "Не меньше одного" }],
    };
    answering(() => Response.json(body, { status: 422, headers: { "Retry-After": "7" } }));
    const refused = await gatewayWhoAsks(here).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({
      status: 422,
      code: "invalid",
      title: "Проверьте поля",
      retryAfter: 7,
      traceId: "abc",
      fields: [{ loc: ["items", 0, "quantity"], message: "Не меньше одного" }],
    });
    expect(worthRepeating(refused)).toBe(false);
  });

  it("tells an answer that never came from a refusal", async () => {
    answering(() => Promise.reject(new TypeError("Failed to fetch")));
    const silent = await gatewayWhoAsks(here).catch((error: unknown) => error);
    expect(silent).toBeInstanceOf(NoAnswer);
    expect(worthRepeating(silent)).toBe(true);
  });

  it("takes an answer that is cut off in its middle for none", async () => {
    const body = new ReadableStream({
      start: (parts) => {
        parts.enqueue(new TextEncoder().encode('{"id": "018f'));
        parts.error(new TypeError("network error"));
      },
    });
    answering(() => new Response(body, { status: 201 }));
    const cut = await gatewayWhoAsks(here).catch((error: unknown) => error);
    expect(cut).toBeInstanceOf(NoAnswer);
    expect(worthRepeating(cut)).toBe(true);
  });

  it("takes an answer without a body, though Chromium gives it one", async () => {
    answering(() => {
      const bare = new Response(null, { status: 204 });
      Object.defineProperty(bare, "body", { value: new ReadableStream() });
      return bare;
    });
    expect((await gatewaySignOut(here)).response.status).toBe(204);
  });

  it("takes an answer that is no JSON for the server's fault", async () => {
    answering(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    const broken = await gatewayWhoAsks(here).catch((error: unknown) => error);
    expect(broken).toMatchObject({ status: 502, code: "http-502" });
    expect(worthRepeating(broken)).toBe(true);
  });

  it("sends what is sent always, and the key of the action", async () => {
    sendAlways(() => ({ "Accept-Language": "en" }));
    const asked = answering(() => Response.json({}, { status: 201 }));
    await ordersPlace({
      ...here,
      body: { client_id: "018f0000-0000-7000-8000-000000000001" },
      headers: { "Idempotency-Key": "key-1" },
    });
    expect(asked[0]?.headers.get("Accept-Language")).toBe("en");
    expect(asked[0]?.headers.get("Idempotency-Key")).toBe("key-1");
  });
});
