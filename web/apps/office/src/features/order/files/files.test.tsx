import { fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DESK, draw, refusal } from "../../../shared/testing.tsx";
import { anOrder } from "../testing.ts";
import { Files } from "./files.tsx";
import { bytesWords, MOST_BYTES } from "./upload.ts";

const PHOTO = {
  id: "01900000-0000-7000-8000-000000000f01",
  kind: "photo",
  name: "прихожая.jpg",
  media_type: "image/jpeg",
  bytes: 25_600,
  sha256: "",
  has_preview: true,
  added_at: "2026-11-24T07:00:00Z",
  added_by: DESK.subject,
} as const;
const POST = "POST /api/work-orders/:id/attachments";

function open(more = {}, order = anOrder({ attachments: [PHOTO] })) {
  return draw(<Files order={order} />, { answers: more });
}

function big(name: string): File {
  const file = new File(["x"], name, { type: "image/jpeg" });
  Object.defineProperty(file, "size", { value: 40 * 1024 * 1024 });
  return file;
}

describe("files of an order", () => {
  it("are seen small and taken away under their name", async () => {
    open();
    const link = await screen.findByRole("link", { name: "Скачать прихожая.jpg" });
    expect(link.getAttribute("download")).toBe("прихожая.jpg");
    const photo = screen.getByRole("button", { name: "Открыть фото крупно: прихожая.jpg" });
    expect(photo.querySelector("img")?.getAttribute("src")).toMatch(/\/preview$/);
  });

  it("are added with their kind under one key", async () => {
    const { asked } = open({ [POST]: anOrder() });
    const chooser = await screen.findByLabelText("Добавить файл", { selector: "input" });
    await userEvent.upload(chooser, new File(["x"], "эскиз.dxf"));
    await waitFor(() => expect(asked.some((one) => one.method === "POST")).toBe(true));
    const sent = asked.find((one) => one.method === "POST");
    expect(sent?.query.get("name")).toBe("эскиз.dxf");
    expect(sent?.query.get("kind")).toBe("drawing");
    expect(sent?.headers.get("idempotency-key")).toBeTruthy();
  });

  it("of 40 MB are refused in words before anything is sent", async () => {
    const { asked } = open({ [POST]: anOrder() });
    const chooser = await screen.findByLabelText("Добавить файл", { selector: "input" });
    await userEvent.upload(chooser, big("камера.jpg"));
    expect(await screen.findByText(/камера\.jpg: 40.МБ, а принимаем до 25 МБ/)).toBeTruthy();
    expect(asked.some((one) => one.method === "POST")).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: "Убрать из списка" }));
    expect(screen.queryByText(/камера\.jpg/)).toBeNull();
  });

  it("are taken from the clipboard; the server's refusal stands beside the name", async () => {
    open({ [POST]: refusal(422, "Такой файл не принимаем") });
    await screen.findByRole("link", { name: /прихожая/ });
    const files = [new File(["x"], "вирус.exe")];
    fireEvent.paste(document, { clipboardData: { files } });
    expect(await screen.findByText("Такой файл не принимаем")).toBeTruthy();
    expect(screen.getByText("вирус.exe")).toBeTruthy();
  });

  it("leave only after they were asked for once more", async () => {
    const { asked } = open({ "DELETE /api/work-orders/:id/attachments/:file": anOrder() });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Убрать прихожая.jpg" }));
    expect(asked.some((one) => one.method === "DELETE")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Убрать файл" }));
    await waitFor(() => expect(asked.some((one) => one.method === "DELETE")).toBe(true));
  });

  it("cannot be added to a closed order", async () => {
    open({}, anOrder({ stage: "issued", attachments: [PHOTO] }));
    expect(await screen.findByRole("link", { name: /прихожая/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Добавить файл" })).toBeNull();
    expect(screen.queryByRole("button", { name: /Убрать/ })).toBeNull();
  });
});

it("sizes are said as people say them", () => {
  expect(bytesWords(300)).toBe("1\u00a0КБ");
  expect(bytesWords(MOST_BYTES)).toBe("25\u00a0МБ");
});
