import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NoAnswer, Refusal } from "@vitrazh/api";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as operator from "../../store/operator.ts";
import * as identity from "../../sync/identity.ts";
import { database } from "../../sync/testing.ts";
import { button, tablet, ticket } from "../testing/tablet.tsx";
import { Workshop } from "../workshop.tsx";
import { codeOf } from "./pairing.tsx";

vi.mock("../../store/operator.ts", { spy: true });
vi.mock("../../sync/identity.ts", { spy: true });
afterEach(() => vi.resetAllMocks());

const refusal = (code: string, title: string, wait: number | null = null) =>
  new Refusal(422, { code, title }, wait);

async function typePin(user: ReturnType<typeof userEvent.setup>, pin: string) {
  await user.click(await button(/Волков Игорь/));
  for (const digit of pin) await user.click(await button(digit));
}

describe("the PIN", () => {
  it("is said to be wrong in words, and typed anew", async () => {
    const { user } = await tablet([ticket("1")], { nobody: true });
    vi.mocked(operator.signIn).mockRejectedValueOnce(refusal("pin-refused", "Неверный ПИН"));
    await typePin(user, "1111");
    await user.click(await button("Войти"));
    expect(await screen.findByText("Неверный ПИН")).toBeTruthy();
    expect(screen.getByRole("img", { name: "Введено 0 цифр" })).toBeTruthy();
  });

  it("waits out the lock, and says how long", async () => {
    const { user } = await tablet([ticket("1")], { nobody: true });
    vi.mocked(operator.signIn).mockRejectedValueOnce(refusal("guessed-too-often", "нет", 90));
    await typePin(user, "1111");
    await user.click(await button("Войти"));
    expect(await screen.findByText(/можно снова через 1 мин \d\d с/i)).toBeTruthy();
    expect(screen.getByRole("button", { name: "1" }).ariaDisabled).toBe("true");
  });

  it("without an answer lets the worker go on unverified", async () => {
    const { user } = await tablet([ticket("1")], { nobody: true });
    vi.mocked(operator.signIn).mockRejectedValueOnce(new NoAnswer("нет"));
    await typePin(user, "1111");
    await user.click(await button("Войти"));
    await user.click(await button("Без проверки"));
    expect(await screen.findByRole("button", { name: /Сменить работника: Волков/ })).toBeTruthy();
    expect(screen.getByText("без проверки")).toBeTruthy();
  });

  it("needs four digits, and takes six at most", async () => {
    const { user } = await tablet([ticket("1")], { nobody: true });
    await typePin(user, "123");
    expect(screen.getByRole("button", { name: "Войти" }).ariaDisabled).toBe("true");
    for (const digit of "4567") await user.click(await button(digit));
    expect(screen.getByRole("img", { name: "Введено 6 цифр" })).toBeTruthy();
  });
});

describe("pairing", () => {
  it("reads a code however it is written", () => {
    expect(codeOf(" zn-km dufe9 ")).toBe("ZNKMDUFE");
    expect(codeOf("O0I1")).toBe("");
  });

  it("takes the code by keys, then a name, and says a refusal", async () => {
    database();
    render(<Workshop />);
    const user = userEvent.setup();
    for (const sign of "ABCD2345") await user.click(await button(sign));
    expect(screen.getByRole("button", { name: "Подключить" }).ariaDisabled).toBe("true");
    await user.type(screen.getByLabelText("Как называть этот планшет"), "стол");
    vi.mocked(identity.pair).mockRejectedValueOnce(refusal("pairing-refused", "Код не подходит"));
    await user.click(await button("Подключить"));
    expect(await screen.findByText("Код не подходит")).toBeTruthy();
    expect(identity.pair).toHaveBeenCalledWith("ABCD2345", "стол");
    await waitFor(() =>
      expect(screen.getByLabelText("Код подключения")).toHaveProperty("value", ""),
    );
  });
});
