import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { faultsOf } from "./axe.ts";

test("a field without a label is found", async () => {
  const { container } = render(<input type="text" />);
  expect(await faultsOf(container)).toEqual([expect.stringContaining("label: <input")]);
});
