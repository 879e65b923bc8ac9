/** For tests alone: the form of a new order, drawn and half filled. */
import { screen } from "@testing-library/react";
import type userEvent from "@testing-library/user-event";
import { type Answers, type Asked, draw } from "../../shared/testing.tsx";
import { NewOrderPage } from "./page.tsx";
import { anOrder, CLIENT_ID, EVERYDAY } from "./testing.ts";

export const SIZE = "Размер, ширина × высота, мм";
export const HAND_OVER = /Передать в цех/;
export const TAKEN = {
  "POST /api/work-orders": anOrder(),
  "PUT /api/work-orders/:id/price": anOrder({ content_version: 2, price: "5400.00" }),
  "POST /api/work-orders/:id/hand-over": anOrder({ stage: "in-work", content_version: 2 }),
};

export function open(answers: Answers = TAKEN, at = `/orders/new?client=${CLIENT_ID}`) {
  return draw(<NewOrderPage />, { answers: { ...EVERYDAY, ...answers }, at });
}

export const writes = (asked: Asked[]) =>
  asked.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);

export async function mirror(user: ReturnType<typeof userEvent.setup>, size = "800x1200") {
  await user.click(await screen.findByRole("button", { name: /^Зеркало 1|^Зеркало$/ }));
  await user.click(await screen.findByLabelText(SIZE));
  if (size) await user.paste(size);
}
