import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { allows, SessionContext, useMay, useSession } from "./session.ts";
import { DESK, OFFICE_ID } from "./testing.tsx";

test("a right of the own office ends at its door", () => {
  expect(allows(DESK, "orders.edit")).toBe(true);
  expect(allows(DESK, "orders.edit", OFFICE_ID)).toBe(true);
  expect(allows(DESK, "orders.edit", "another")).toBe(false);
  expect(allows(DESK, "orders.read", "another")).toBe(true);
  expect(allows(DESK, "devices.edit")).toBe(false);
});

test("screens ask the session around them, and there is one", () => {
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <SessionContext value={DESK}>{children}</SessionContext>
  );
  expect(renderHook(() => useSession().name, { wrapper }).result.current).toBe("Соколова Анна");
  expect(renderHook(() => useMay()("clients.edit"), { wrapper }).result.current).toBe(true);
});
