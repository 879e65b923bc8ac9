import { act, configure, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { dismissAll } from "@vitrazh/ui";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { refusal } from "../../../shared/testing.tsx";
import { described, IVANOVA, typedIn } from "../testing.ts";
import { open, TAKEN } from "../testing-form.tsx";

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => act(dismissAll));

describe("a new client", () => {
  it("is warned of when he is known, and taken by one click", async () => {
    const user = userEvent.setup();
    open(
      {
        ...TAKEN,
        "GET /api/clients": { items: [], next: null },
        "GET /api/clients/duplicates": Response.json([
          { client: IVANOVA, likeness: [{ kind: "phone", score: 100, text: "тот же телефон" }] },
        ]),
      },
      "/orders/new",
    );
    await user.type(await screen.findByRole("combobox", { name: /Клиент/ }), "8 921 555-12-34");
    await user.click(await screen.findByRole("option", { name: "Новый клиент", hidden: true }));
    expect(typedIn(await screen.findByLabelText("Телефон"))).toBe("8 921 555-12-34");
    await user.click(await screen.findByRole("button", { name: `Взять его: ${IVANOVA.name}` }));
    expect(await screen.findByText(IVANOVA.name)).toBeTruthy();
    expect(screen.queryByLabelText("Телефон")).toBeNull();
  });

  it("is refused at the very phone, and what was typed stays", async () => {
    const user = userEvent.setup();
    const message = "Такого номера не бывает: проверьте код и число цифр";
    open(
      {
        ...TAKEN,
        "GET /api/clients": { items: [], next: null },
        "POST /api/clients": refusal(422, "Проверьте карточку", {
          errors: [{ loc: ["phones", 0], code: "phone-impossible", message }],
        }),
      },
      "/orders/new",
    );
    await user.type(await screen.findByRole("combobox", { name: /Клиент/ }), "Новикова");
    await user.click(await screen.findByRole("option", { name: "Новый клиент", hidden: true }));
    await user.type(await screen.findByLabelText("Телефон"), "8 000");
    await user.click(screen.getByRole("button", { name: "Записать клиента" }));
    await waitFor(() => expect(described(screen.getByLabelText("Телефон"))).toContain(message));
    expect(typedIn(screen.getByLabelText(/Имя или название/))).toBe("Новикова");
  });
});
