import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useOfficeName, useStaffName } from "./names.ts";
import { draw } from "./testing.tsx";

function Names({ office, people }: { office: string; people: (string | null)[] }) {
  const officeName = useOfficeName();
  const staffName = useStaffName();
  return <p>{[officeName(office), ...people.map(staffName)].join("|")}</p>;
}

test("names stand behind ids, over all pages of the list", async () => {
  const answers = {
    "GET /api/offices": { items: [{ id: "o1", name: "Ленина" }], next: null },
    "GET /api/staff": ({ query }: { query: URLSearchParams }) =>
      query.get("cursor") === "two"
        ? { items: [{ id: "s2", name: "Волков Игорь" }], next: null }
        : { items: [{ id: "s1", name: "Соколова Анна" }], next: "two" },
  };
  draw(<Names office="o1" people={["s1", "staff:s2", "device:d", "system:orders", "", null]} />, {
    answers,
  });
  expect(
    await screen.findByText("Ленина|Соколова Анна|Волков Игорь|Планшет|Система||"),
  ).toBeTruthy();
});
