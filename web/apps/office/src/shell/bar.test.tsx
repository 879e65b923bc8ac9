import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { language, setLanguage } from "@vitrazh/words";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { setLink } from "../shared/live.ts";
import { DESK, draw, sessionWith } from "../shared/testing.tsx";
import { Bar } from "./bar.tsx";
import { sideDoors } from "./side-doors.ts";

beforeEach(() => {
  setLink("connecting");
  setLink("live");
});
afterEach(() => {
  setLanguage("ru");
  document.head.innerHTML = "";
});

const search = vi.fn();
const sections = async () =>
  within(await screen.findByRole("navigation", { name: "Разделы" }))
    .getAllByRole("link")
    .map(({ textContent }) => textContent);

describe("the bar", () => {
  test("leads the desk to its screens and marks where it is", async () => {
    draw(<Bar onSearch={search} />, { at: "/orders" });
    expect(await sections()).toEqual(["Мой день", "Заказы", "Клиенты", "Доска"]);
    const here = screen.getByRole("link", { name: "Заказы" });
    expect(here.getAttribute("aria-current")).toBe("page");
    expect(screen.getByRole("link", { name: "Новый заказ" }).getAttribute("href")).toBe(
      "/orders/new",
    );
    await userEvent.click(screen.getByRole("button", { name: /Найти/ }));
    expect(search).toHaveBeenCalled();
  });

  test("shows the administrator tablets alone", async () => {
    draw(<Bar onSearch={null} />, { session: sessionWith(["devices.edit", "profile"]) });
    expect(await sections()).toEqual(["Планшеты"]);
    expect(screen.queryByRole("link", { name: "Новый заказ" })).toBeNull();
    expect(screen.queryByRole("button", { name: /Найти/ })).toBeNull();
  });

  test("unfolds its menu on a phone and says so", async () => {
    draw(<Bar onSearch={search} />);
    const fold = await screen.findByRole("button", { name: "Меню" });
    expect(fold.getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(fold);
    expect(fold.getAttribute("aria-expanded")).toBe("true");
  });
});

describe("the link", () => {
  test("is always in sight, in words, with the moment it was lost", async () => {
    draw(<Bar onSearch={search} />);
    expect(await screen.findByText("На связи")).toBeTruthy();
    const at = new Date();
    at.setHours(14, 5, 0, 0);
    act(() => setLink("bus-lost", at.getTime()));
    expect(screen.getAllByText(/События не доходят с .*14:05/).length).toBeGreaterThan(0);
    act(() => setLink("lost", at.getTime()));
    expect(screen.getAllByText(/Нет связи с .*14:05/).length).toBeGreaterThan(0);
  });

  test("is said aloud at most every five seconds", async () => {
    draw(<Bar onSearch={search} />);
    await screen.findByText("На связи");
    const said = () =>
      screen.getAllByRole("status").find((one) => one.closest("[data-link]"))?.textContent;
    vi.useFakeTimers();
    try {
      act(() => setLink("lost"));
      act(() => void vi.advanceTimersByTime(0));
      expect(said()).toMatch(/Нет связи/);
      act(() => setLink("live"));
      act(() => void vi.advanceTimersByTime(4_000));
      expect(said()).toMatch(/Нет связи/);
      act(() => void vi.advanceTimersByTime(1_500));
      expect(said()).toBe("На связи");
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("the person's menu", () => {
  test("changes the language at once and in the profile", async () => {
    const { asked } = draw(<Bar onSearch={search} />, {
      answers: { "PUT /api/profile/language": { ...DESK, language: "en" } },
    });
    await userEvent.click(await screen.findByRole("button", { name: "Соколова Анна" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "English", hidden: true }));
    expect(language()).toBe("en");
    expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({ language: "en" });
  });

  test("sets the theme and shows which", async () => {
    draw(<Bar onSearch={search} />);
    await userEvent.click(await screen.findByRole("button", { name: "Соколова Анна" }));
    await userEvent.click(
      await screen.findByRole("menuitem", { name: /Тёмная тема/, hidden: true }),
    );
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    await userEvent.click(screen.getByRole("button", { name: "Соколова Анна" }));
    const dark = await screen.findByRole("menuitem", { name: /Тёмная тема/, hidden: true });
    expect(within(dark).getByLabelText("выбрано")).toBeTruthy();
  });

  test("has the side doors of this installation, and no doors that are none", () => {
    document.head.innerHTML = `<meta name="vitrazh-links" content='
      {"mail":"http://mail.test/","sms":"javascript:alert(1)","traces":7,"other":"http://x.test/"}'>`;
    expect(sideDoors()).toEqual([{ name: "mail", address: "http://mail.test/" }]);
    document.head.innerHTML = '<meta name="vitrazh-links" content="__LINKS__">';
    expect(sideDoors()).toEqual([]);
  });
});
