import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type Asked, draw, refusal } from "../../../shared/testing.tsx";
import { OrderById } from "../page.tsx";
import { anOrder, ORDER_ID, pageAnswers, VOLKOV_ID } from "../testing.ts";

const PUT = "PUT /api/work-orders/:id/price";

async function edit(answer: (asked: Asked) => object | Response) {
  const drawn = draw(<OrderById id={ORDER_ID} />, {
    answers: { ...pageAnswers(anOrder()), [PUT]: answer },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Изменить цену/ }));
  const field = screen.getByLabelText<HTMLInputElement>(/Цена в рублях/);
  return { ...drawn, user, field };
}

describe("the price", () => {
  it("is kept by Enter, as people write it, against the version that was seen", async () => {
    const { user, field, asked } = await edit(() => anOrder({ price: "5400.50", sequence: 6 }));
    expect(field.value).toBe("8037");
    await user.clear(field);
    await user.type(field, "5 400,50{Enter}");
    expect(await screen.findByRole("button", { name: /Изменить цену: 5.400,50/ })).toBeTruthy();
    const sent = asked.find((one) => one.method === "PUT");
    expect(sent?.body).toEqual({ price: "5400.50" });
    expect(sent?.headers.get("if-match")).toBe('"2"');
  });

  it("is left alone by Esc", async () => {
    const { user, field, asked } = await edit(() => anOrder());
    await user.type(field, "99{Escape}");
    expect(await screen.findByRole("button", { name: /8.037,00/ })).toBeTruthy();
    expect(asked.some((one) => one.method === "PUT")).toBe(false);
  });

  it("says what is wrong with a text that is no price, and keeps it", async () => {
    const { user, field, asked } = await edit(() => anOrder());
    await user.clear(field);
    await user.type(field, "восемь{Enter}");
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(field.value).toBe("восемь");
    expect(asked.some((one) => one.method === "PUT")).toBe(false);
  });

  it("shows who set another meanwhile: mine goes against the new version", async () => {
    const current = anOrder({ price: "9000.00", content_version: 3, sequence: 6 });
    const history = {
      items: [
        {
          at: "2026-11-24T08:00:00Z",
          actor: `staff:${VOLKOV_ID}`,
          operator: null,
          action: "workorders.set-price",
          old: null,
          new: null,
        },
      ],
      next: null,
    };
    const sent: string[] = [];
    draw(<OrderById id={ORDER_ID} />, {
      answers: {
        ...pageAnswers(anOrder()),
        "GET /api/work-orders/:id/history": history,
        [PUT]: ({ headers }) => {
          sent.push(headers.get("if-match") ?? "");
          return sent.length === 1
            ? refusal(412, "Заказ изменили", { current })
            : anOrder({ price: "5400.00", content_version: 4, sequence: 7 });
        },
      },
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: /Изменить цену/ }));
    const field = screen.getByLabelText(/Цена в рублях/);
    await user.clear(field);
    await user.type(field, "5400{Enter}");
    const note = await screen.findByRole("alert");
    expect(await within(note).findByText(/Волков Игорь за это время/)).toBeTruthy();
    expect(within(note).getByText(/стало 9.000,00/)).toBeTruthy();
    await user.click(within(note).getByRole("button", { name: "Оставить мою" }));
    expect(await screen.findByRole("button", { name: /5.400,00/ })).toBeTruthy();
    expect(sent).toEqual(['"2"', '"3"']);
  });

  it("or theirs stands", async () => {
    const current = anOrder({ price: "9000.00", content_version: 3, sequence: 6 });
    const { user, field } = await edit(() => refusal(412, "Заказ изменили", { current }));
    await user.type(field, "1{Enter}");
    await user.click(await screen.findByRole("button", { name: "Взять её" }));
    expect(await screen.findByRole("button", { name: /9.000,00/ })).toBeTruthy();
  });

  it("goes back alone when the server refuses it", async () => {
    const { user, field, cache } = await edit(() => refusal(409, "Заказ закрыт"));
    await user.type(field, "1{Enter}");
    expect(await screen.findByText("Заказ закрыт")).toBeTruthy();
    const key = [{ _id: "ordersWorkOrder" }];
    const [kept] = cache.getQueriesData<{ price: string }>({ queryKey: key });
    expect(kept?.[1]?.price).toBe("8037.00");
  });
});
