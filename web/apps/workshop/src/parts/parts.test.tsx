import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as photos from "../store/photo.ts";
import { GUARD_MS, useGuard } from "./guard.ts";
import { PhotoField } from "./photo-field.tsx";
import { Press, watchPresses } from "./press.tsx";
import { Two } from "./two.tsx";

vi.mock("../store/photo.ts", { spy: true });

describe("a press", () => {
  it("is seen from the first touch to the last", () => {
    const stop = watchPresses();
    render(<Press>Начать</Press>);
    const button = screen.getByRole("button", { name: "Начать" });
    fireEvent.pointerDown(button);
    expect(button.hasAttribute("data-pressed")).toBe(true);
    fireEvent.pointerUp(button);
    expect(button.hasAttribute("data-pressed")).toBe(false);
    stop();
    fireEvent.pointerDown(button);
    expect(button.hasAttribute("data-pressed")).toBe(false);
  });

  it("that is off does nothing and says so", () => {
    const run = vi.fn();
    render(
      <Press off onClick={run}>
        Начать
      </Press>,
    );
    const button = screen.getByRole("button", { name: "Начать" });
    fireEvent.click(button);
    expect(run).not.toHaveBeenCalled();
    expect(button.ariaDisabled).toBe("true");
  });
});

describe("the guard", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is up after every change of meaning, for as long as a double tap lasts", () => {
    const { result, rerender } = renderHook(({ what }) => useGuard(what), {
      initialProps: { what: "start" },
    });
    expect(result.current).toBe(true);
    act(() => vi.advanceTimersByTime(GUARD_MS - 1));
    expect(result.current).toBe(true);
    act(() => vi.advanceTimersByTime(1));
    expect(result.current).toBe(false);
    rerender({ what: "finish" });
    expect(result.current).toBe(true);
  });

  it("keeps the same action from running twice at once", () => {
    const run = vi.fn(() => new Promise(() => {}));
    const main = { key: "a", label: "Начать", run };
    render(<Two meaning="a" stage={null} side={null} main={main} />);
    act(() => vi.advanceTimersByTime(GUARD_MS));
    fireEvent.click(screen.getByRole("button"));
    fireEvent.click(screen.getByRole("button"));
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("a picture", () => {
  afterEach(() => vi.resetAllMocks());
  const file = new File(["x"], "снимок.heic", { type: "image/heic" });
  const faults = {
    heic: /HEIC/,
    "not-a-picture": /Это не снимок/,
    "too-big": /слишком большой/,
    "storage-full": /нет места/,
  } as const;

  it.each(Object.entries(faults))("refused as %s is refused in words", async (code, words) => {
    const onPhoto = vi.fn();
    vi.mocked(photos.addPhoto).mockRejectedValueOnce(
      new photos.PhotoRefused(code as photos.PhotoFault),
    );
    render(<PhotoField photo={null} onPhoto={onPhoto} />);
    await userEvent.upload(screen.getByLabelText("Снять фото"), file);
    expect((await screen.findByRole("alert")).textContent).toMatch(words);
    expect(onPhoto).not.toHaveBeenCalled();
  });

  it("is kept, and its id handed on", async () => {
    const onPhoto = vi.fn();
    vi.mocked(photos.addPhoto).mockResolvedValueOnce("p1");
    render(<PhotoField photo={null} onPhoto={onPhoto} />);
    await userEvent.upload(screen.getByLabelText("Снять фото"), file);
    expect(onPhoto).toHaveBeenLastCalledWith("p1");
  });
});
