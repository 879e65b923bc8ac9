import { render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { Failure } from "./failure.tsx";

function Broken(): never {
  throw new Error("the database cannot be opened");
}

describe("a screen that cannot be drawn", () => {
  it("says so, and offers to begin again", () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    render(
      <Failure>
        <Broken />
      </Failure>,
    );
    expect(screen.getByRole("alert").textContent).toContain("Сделанное не пропало");
    expect(screen.getByRole("button", { name: "Открыть заново" })).toBeDefined();
  });

  it("is not said of one that can", () => {
    render(<Failure>Очередь</Failure>);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByText("Очередь")).toBeDefined();
  });
});
