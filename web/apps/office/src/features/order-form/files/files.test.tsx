import { act, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { dismissAll } from "@vitrazh/ui";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Answers, draw } from "../../../shared/testing.tsx";
import { NewOrderPage } from "../page.tsx";
import { anOrder, CLIENT_ID, EVERYDAY, ORDER_ID } from "../testing.ts";

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });

interface Sent {
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** The browser's own upload, answered by the test. */
function uploads(answer: (sent: Sent) => { status: number; body: object }): Sent[] {
  const all: Sent[] = [];
  class Request {
    upload: { onprogress: ((event: object) => void) | null } = { onprogress: null };
    onload = () => {};
    onerror = () => {};
    status = 0;
    response: object = {};
    sent: Sent = { url: "", headers: {}, body: null };
    open(_method: string, url: string) {
      this.sent.url = url;
    }
    setRequestHeader(name: string, value: string) {
      this.sent.headers[name] = value;
    }
    getResponseHeader() {
      return null;
    }
    send(body: unknown) {
      this.sent.body = body;
      all.push(this.sent);
      const { status, body: response } = answer(this.sent);
      this.status = status;
      this.response = response;
      queueMicrotask(() => this.onload());
    }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
  return all;
}

function open(answers: Answers = {}) {
  return draw(<NewOrderPage />, {
    answers: {
      ...EVERYDAY,
      "POST /api/work-orders": anOrder(),
      "POST /api/work-orders/:id/hand-over": anOrder({ stage: "in-work" }),
      ...answers,
    },
    at: `/orders/new?client=${CLIENT_ID}`,
  });
}

async function mirror(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole("button", { name: /^Зеркало 1|^Зеркало$/ }));
  await user.click(await screen.findByLabelText(/Размер/));
  await user.paste("800x1200");
}

function file(name: string, type: string, bytes = 8): File {
  const made = new File(["glass"], name, { type });
  Object.defineProperty(made, "size", { value: bytes });
  return made;
}

const drop = async (...files: File[]) =>
  fireEvent.drop(await screen.findByRole("region", { name: "Файлы" }), { dataTransfer: { files } });

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  act(dismissAll);
});

it("a dropped photo of a telephone goes up after the first save, before the hand-over", async () => {
  const user = userEvent.setup();
  const sent = uploads(() => ({
    status: 201,
    body: anOrder({ attachments: [{ id: "a1", name: "IMG_1.heic" }] as never }),
  }));
  const { path, asked } = open();
  await mirror(user);
  await drop(file("IMG_1.heic", "image/heic"));
  expect(await screen.findByText("IMG_1.heic")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Передать в цех/ }));
  await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.url).toBe(`/api/work-orders/${ORDER_ID}/attachments?name=IMG_1.heic&kind=photo`);
  expect(sent[0]?.headers["Idempotency-Key"]).toBeTruthy();
  expect(asked.at(-1)?.path).not.toBe("/api/work-orders");
});

it("a photo of 40 MB is refused where it stands, and nothing is sent", async () => {
  const user = userEvent.setup();
  const sent = uploads(() => ({ status: 201, body: anOrder() }));
  const { asked } = open();
  await mirror(user);
  await drop(file("large.jpg", "image/jpeg", 40 * 1024 * 1024));
  await user.click(screen.getByRole("button", { name: /Передать в цех/ }));
  expect(await screen.findByText(/больше 25/)).toBeTruthy();
  expect(asked.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(sent).toEqual([]);
});

it("the server's words about a file stand at the file; without it the order goes on", async () => {
  const user = userEvent.setup();
  const words = "Такой файл не принимаем: нужны JPEG, PNG, WebP, HEIC, PDF, SVG, DXF или CDR";
  uploads(() => ({
    status: 422,
    body: { title: words, code: "file-kind-refused", errors: [{ loc: ["file"], message: words }] },
  }));
  const { path, asked } = open();
  await mirror(user);
  await drop(file("virus.exe", "application/x-msdownload"));
  await user.click(screen.getByRole("button", { name: /Передать в цех/ }));
  expect((await screen.findByText(words)).closest("li")?.textContent).toContain("virus.exe");
  await user.click(screen.getByRole("button", { name: "Убрать файл virus.exe" }));
  await user.click(screen.getByRole("button", { name: /Передать в цех/ }));
  await waitFor(() => expect(path()).toBe(`/orders/${ORDER_ID}`));
  const writes = asked.filter(({ method }) => method !== "GET").map(({ path: to }) => to);
  expect(writes).toEqual(["/api/work-orders", `/api/work-orders/${ORDER_ID}/hand-over`]);
});

it("a pasted picture is a file, pasted text is text", async () => {
  const user = userEvent.setup();
  open();
  await mirror(user);
  fireEvent.paste(document.body, { clipboardData: { files: [file("", "image/png")] } });
  expect(await screen.findByText("вставка.png")).toBeTruthy();
});
