/**
 * For tests alone: draws a screen of the office as a person sees it, over a server that answers
 * what the test says. The network is replaced, no module is.
 */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import { client, type Permission, type Scope, type SessionOut } from "@vitrazh/api";
import { UiProvider } from "@vitrazh/ui";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { SessionContext } from "./session.ts";

// A machine that does ten things at once is slow, not wrong.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  /** JSON as it was sent; null where there was none. */
  body: unknown;
}

type Answer = Response | object | Promise<Response | object>;
/** By `GET /api/work-orders/:id`; a function answers by what was asked. */
export type Answers = Record<string, Answer | ((asked: Asked) => Answer)>;

export const STAFF_ID = "01900000-0000-7000-8000-000000000001";
export const OFFICE_ID = "01900000-0000-7000-8000-0000000000aa";

/** A session with these rights; all of them reach everything unless written `[right, scope]`. */
export function sessionWith(
  rights: (Permission | [Permission, Scope])[],
  more: Partial<SessionOut> = {},
): SessionOut {
  return {
    subject: `staff:${STAFF_ID}`,
    staff_id: STAFF_ID,
    name: "Соколова Анна",
    language: "ru",
    roles: ["desk"],
    rights: rights.map((right) =>
      typeof right === "string"
        ? { permission: right, scope: "all" as const }
        : { permission: right[0], scope: right[1] },
    ),
    office_id: OFFICE_ID,
    shop: null,
    device_id: null,
    operator_verified: false,
    ...more,
  };
}

/** A manager of the order desk, as contracts/rights.py makes him. */
export const DESK = sessionWith([
  "profile",
  "offices.read",
  "staff.read",
  "orders.read",
  "feed.read",
  "clients.read",
  "clients.edit",
  "orders.price.read",
  ["orders.edit", "own-office"],
  ["orders.cancel", "own-office"],
  ["orders.issue", "own-office"],
  ["orders.move", "own-office"],
  ["production.answer", "own-office"],
  "production.queue.read",
  "messages.read",
  "messages.edit",
]);

/** A refusal as the server writes it. */
export function refusal(
  status: number,
  title: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ title, code: `test-${status}`, ...more }), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}

function matches(pattern: string, path: string): boolean {
  const want = pattern.split("/");
  const have = path.split("/");
  return (
    want.length === have.length &&
    want.every((part, index) => part.startsWith(":") || part === have[index])
  );
}

/** Answers every request from now on; what nobody foresaw is a 404. Returns what was asked. */
export function serve(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  client.setConfig({ baseUrl: location.origin, fetch: (request) => globalThis.fetch(request) });
  globalThis.fetch = async (input, init) => {
    const absolute = typeof input === "string" ? new URL(input, location.origin) : input;
    const request = new Request(absolute, init);
    const url = new URL(request.url);
    const text = await request.text();
    const one: Asked = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text ? safeJson(text) : null,
    };
    asked.push(one);
    const known = Object.entries(answers).find(([name]) => {
      const [method = "", pattern = ""] = name.split(" ");
      return method === request.method && matches(pattern, url.pathname);
    });
    if (!known) return refusal(404, `${request.method} ${url.pathname}`);
    const answer = await (typeof known[1] === "function" ? known[1](one) : known[1]);
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  return asked;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

interface Scene {
  session?: SessionOut;
  answers?: Answers;
  /** Address of the page; links lead to an empty page that shows where one is. */
  at?: string;
}

/** Draws `node` at an address, with a session, a cache of its own and links that work. */
export function draw(node: ReactNode, { session = DESK, answers = {}, at = "/" }: Scene = {}) {
  const asked = serve({
    "GET /api/staff": { items: [] },
    "GET /api/offices": { items: [] },
    ...answers,
  });
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root = createRootRoute();
  const begin = new URL(at, location.origin).pathname;
  const here = createRoute({ getParentRoute: () => root, path: begin, component: () => node });
  const elsewhere = createRoute({ getParentRoute: () => root, path: "$", component: () => null });
  const router = createRouter({
    routeTree: root.addChildren([here, elsewhere]),
    history: createMemoryHistory({ initialEntries: [at] }),
    defaultPendingMinMs: 0,
  });
  const drawn = render(
    <UiProvider language="ru">
      <QueryClientProvider client={cache}>
        <SessionContext value={session}>
          <RouterProvider router={router as never} />
        </SessionContext>
      </QueryClientProvider>
    </UiProvider>,
  );
  return { ...drawn, asked, cache, router, path: () => router.state.location.href };
}
