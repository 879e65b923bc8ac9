import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { path, type Signature, SignaturePad, thinned } from "./signature-pad.tsx";

function draw(points: [number, number][]): void {
  const pad = screen.getByRole("img");
  const [first, ...rest] = points.map(([clientX, clientY]) => ({ clientX, clientY, pointerId: 1 }));
  fireEvent.pointerDown(pad, { ...first, button: 0 });
  for (const point of rest) fireEvent.pointerMove(pad, point);
  fireEvent.pointerUp(pad, { pointerId: 1 });
}

test("a stroke is told in whole px, with the size of the surface", async () => {
  const change = vi.fn<(signature: Signature | null) => void>();
  const { container } = render(<SignaturePad label="Подпись клиента" onChange={change} />);
  vi.spyOn(screen.getByRole("img"), "getBoundingClientRect").mockReturnValue({
    ...new DOMRect(),
    left: 100,
    top: 50,
    width: 400.4,
    height: 150,
  });
  draw([
    [120, 140],
    [180.6, 80],
    [700, 10],
  ]);
  expect(change).toHaveBeenLastCalledWith({
    width: 400,
    height: 150,
    strokes: [
      [
        [20, 90],
        [81, 30],
        [400, 0],
      ],
    ],
  });
  expect(screen.getByRole("img", { name: "Подпись клиента. Подпись есть" })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test("it is cleared by its button", async () => {
  const change = vi.fn();
  render(<SignaturePad label="Подпись" onChange={change} />);
  const clear = screen.getByRole<HTMLButtonElement>("button", { name: "Стереть" });
  expect(clear.disabled).toBe(true);
  draw([
    [10, 10],
    [90, 60],
  ]);
  await userEvent.click(clear);
  expect(change).toHaveBeenLastCalledWith(null);
  expect(screen.getByText("Распишитесь здесь")).toBeTruthy();
});

test("a second finger does not join the stroke; disabled takes none", () => {
  const change = vi.fn();
  const { rerender } = render(<SignaturePad label="Подпись" onChange={change} />);
  const pad = screen.getByRole("img");
  fireEvent.pointerDown(pad, { clientX: 1, clientY: 1, pointerId: 1, button: 0 });
  fireEvent.pointerDown(pad, { clientX: 9, clientY: 9, pointerId: 2, button: 0 });
  fireEvent.pointerMove(pad, { clientX: 50, clientY: 50, pointerId: 2 });
  fireEvent.pointerMove(pad, { clientX: 20, clientY: 1, pointerId: 1 });
  fireEvent.pointerUp(pad, { pointerId: 1 });
  expect(change.mock.lastCall?.[0].strokes).toEqual([
    [
      [1, 1],
      [20, 1],
    ],
  ]);
  change.mockClear();
  rerender(<SignaturePad label="Подпись" onChange={change} disabled />);
  draw([
    [1, 1],
    [50, 50],
  ]);
  expect(change).not.toHaveBeenCalled();
});

test("a long stroke is thinned to what the server takes, and keeps its ends", () => {
  const long = Array.from({ length: 9999 }, (_, at): [number, number] => [at, at]);
  const short = thinned(long);
  expect(short.length).toBeLessThanOrEqual(2000);
  expect([short[0], short.at(-1)]).toEqual([
    [0, 0],
    [9998, 9998],
  ]);
});

test("a dot is a line of two points", () => {
  expect(thinned([[10_000, 5]])).toEqual([
    [10_000, 5],
    [10_000, 5],
  ]);
  expect(thinned([[3, 5]])).toEqual([
    [3, 5],
    [4, 5],
  ]);
});

test("the line goes through its ends", () => {
  expect(
    path([
      [0, 0],
      [10, 0],
      [10, 10],
    ]),
  ).toBe("M0 0Q10 0 10 5L10 10");
});
