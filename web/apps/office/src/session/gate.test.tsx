import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { gatewayAllDevices, Refusal } from "@vitrazh/api";
import { UiProvider } from "@vitrazh/ui";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sessionEnded } from "../shared/gate.ts";
import { type Answers, DESK, refusal, serve } from "../shared/testing.tsx";
import { SessionGate } from "./gate.tsx";
import { bePatient } from "./patient.ts";
import { askWho, joinTabs, signOut } from "./store.ts";

const anew = vi.fn();
let leaveTabs = () => {};

beforeEach(() => {
  anew.mockReset();
  leaveTabs = joinTabs(anew);
});
afterEach(() => {
  leaveTabs();
  sessionEnded();
});

async function open(answers: Answers) {
  const asked = serve({
    "DELETE /api/session": () => new Response(null, { status: 204 }),
    ...answers,
  });
  bePatient();
  render(
    <UiProvider language="ru">
      <SessionGate>
        <p>Экран</p>
      </SessionGate>
    </UiProvider>,
  );
  await act(askWho);
  return asked;
}

async function fill(login: string, password: string) {
  const user = userEvent.setup();
  await user.clear(screen.getByLabelText("Логин"));
  await user.type(screen.getByLabelText("Логин"), login);
  await user.type(screen.getByLabelText("Пароль"), password);
  await user.click(screen.getByRole("button", { name: "Войти" }));
}

/** The other tab of the same browser. */
function otherTab(said: object) {
  const tab = new BroadcastChannel("vitrazh-session");
  tab.postMessage(said);
  return tab;
}

const NOBODY = { "GET /api/session": () => refusal(401, "Войдите в систему") };
const ANNA = { "GET /api/session": DESK };

describe("signing in", () => {
  test("nobody sees a screen before the password is right", async () => {
    const asked = await open({
      ...NOBODY,
      "POST /api/session": ({ body }) =>
        (body as { password: string }).password === "верный"
          ? DESK
          : refusal(401, "Неверный логин или пароль"),
    });
    expect(screen.queryByText("Экран")).toBeNull();
    await fill("sokolova", "не тот");
    expect((await screen.findByRole("alert")).textContent).toBe("Неверный логин или пароль");
    expect(screen.getByLabelText("Логин")).toHaveProperty("value", "sokolova");
    expect(screen.getByLabelText("Пароль")).toHaveProperty("value", "");
    await fill("sokolova", "верный");
    expect(await screen.findByText("Экран")).toBeTruthy();
    expect(asked.at(-1)?.body).toEqual({ login: "sokolova", password: "верный" });
  });

  test("too many tries say how long to wait, and the button waits as long", async () => {
    await open({
      ...NOBODY,
      "POST /api/session": () => refusal(429, "Слишком часто", {}, { "retry-after": "240" }),
    });
    await fill("sokolova", "x");
    expect((await screen.findByRole("alert")).textContent).toMatch(/через 4\u00a0мин/);
    expect(screen.getByRole("button", { name: "Войти" })).toHaveProperty("disabled", true);
  });

  test("empty fields are not sent", async () => {
    const asked = await open(NOBODY);
    await userEvent.click(screen.getByRole("button", { name: "Войти" }));
    expect(screen.getByRole("alert").textContent).toBe("Введите логин и пароль");
    expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
  });

  test("no answer is said in words, and asking again helps", async () => {
    let works = false;
    await open({
      "GET /api/session": () => {
        if (!works) throw new TypeError("fetch failed");
        return DESK;
      },
    });
    expect(screen.getByRole("alert").textContent).toMatch(/Нет ответа от сервера/);
    works = true;
    await userEvent.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await screen.findByText("Экран")).toBeTruthy();
  });
});

describe("a lost session", () => {
  const lostOnce = () => {
    let known = false;
    return {
      answers: {
        ...ANNA,
        "GET /api/devices": () => (known ? { items: [] } : refusal(401, "Войдите в систему")),
      },
      know: () => {
        known = true;
      },
    };
  };

  test("is asked for above the page, and what was interrupted goes on", async () => {
    const { answers, know } = lostOnce();
    await open({
      ...answers,
      "POST /api/session": () => {
        know();
        return DESK;
      },
    });
    const wanted = gatewayAllDevices();
    await screen.findByRole("dialog", { name: "Войдите ещё раз" });
    expect(screen.getByText("Экран")).toBeTruthy();
    expect(screen.getByText(/войдите как Соколова Анна/)).toBeTruthy();
    await fill("sokolova", "верный");
    expect((await wanted).data).toEqual({ items: [] });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(anew).not.toHaveBeenCalled();
  });

  test("another person never goes on where the first one stopped", async () => {
    const { answers, know } = lostOnce();
    const asked = await open({
      ...answers,
      "POST /api/session": () => {
        know();
        return { ...DESK, subject: "staff:other" };
      },
    });
    const went = vi.fn();
    void gatewayAllDevices().then(went, went);
    await screen.findByRole("dialog");
    await fill("morozova", "верный");
    await waitFor(() => expect(anew).toHaveBeenCalledTimes(1));
    expect(went).not.toHaveBeenCalled();
    expect(asked.filter(({ path }) => path === "/api/devices")).toHaveLength(1);
  });

  test("the dialog may be put away and comes back with the next refusal", async () => {
    const { answers } = lostOnce();
    await open(answers);
    void gatewayAllDevices();
    await screen.findByRole("dialog");
    await userEvent.click(screen.getByRole("button", { name: "Закрыть" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    void gatewayAllDevices();
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });

  test("a wrong password in the dialog is a refusal, not another wait", async () => {
    const { answers } = lostOnce();
    await open({
      ...answers,
      "POST /api/session": () => refusal(401, "Неверный логин или пароль"),
    });
    void gatewayAllDevices();
    await screen.findByRole("dialog");
    await fill("sokolova", "x");
    expect((await screen.findByRole("alert")).textContent).toBe("Неверный логин или пароль");
  });

  test("another tab that signed the same person in lets this one go on", async () => {
    const { answers, know } = lostOnce();
    await open(answers);
    const wanted = gatewayAllDevices();
    await screen.findByRole("dialog");
    know();
    const tab = otherTab({ kind: "signed-in", subject: DESK.subject });
    expect((await wanted).data).toEqual({ items: [] });
    tab.close();
  });
});

describe("two tabs", () => {
  test("signing out in one signs out the other, nothing that waited is sent", async () => {
    await open(ANNA);
    const tab = otherTab({ kind: "signed-out" });
    expect(await screen.findByRole("heading", { name: "Вход" })).toBeTruthy();
    tab.close();
  });

  test("whoever comes after a sign-out begins anew, the same person where he was", async () => {
    let next = DESK;
    await open({ ...ANNA, "POST /api/session": () => next });
    await act(signOut);
    await fill("sokolova", "верный");
    expect(await screen.findByText("Экран")).toBeTruthy();
    expect(anew).not.toHaveBeenCalled();
    await act(signOut);
    next = { ...DESK, subject: "staff:other" };
    await fill("morozova", "верный");
    await waitFor(() => expect(anew).toHaveBeenCalledTimes(1));
    expect(screen.queryByText("Экран")).toBeNull();
  });

  test("this tab tells the others that it signed out", async () => {
    await open(ANNA);
    const heard = vi.fn();
    const tab = new BroadcastChannel("vitrazh-session");
    tab.onmessage = (message) => heard(message.data);
    await act(signOut);
    await waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: "signed-out" }));
    expect(screen.getByRole("heading", { name: "Вход" })).toBeTruthy();
    tab.close();
  });

  test("another person in another tab starts this one anew", async () => {
    await open(ANNA);
    const tab = otherTab({ kind: "signed-in", subject: "staff:other" });
    await waitFor(() => expect(anew).toHaveBeenCalledTimes(1));
    tab.close();
  });
});

test("a refusal in a page where nobody is signed in is a refusal", async () => {
  await open(NOBODY);
  await expect(gatewayAllDevices()).rejects.toBeInstanceOf(Refusal);
});
