import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { Tabs } from "./tabs.tsx";

function Folders() {
  const [value, setValue] = useState("all");
  const tabs = [
    { value: "all", label: "Все", count: 148 },
    { value: "late", label: "Опаздывают", count: 3 },
    { value: "ready", label: "Готовы" },
  ];
  return (
    <Tabs label="Папки" value={value} onChange={setValue} tabs={tabs}>
      Папка {value}
    </Tabs>
  );
}

test("the panel belongs to the chosen tab", async () => {
  const { container } = render(<Folders />);
  await userEvent.click(screen.getByRole("tab", { name: "Опаздывают 3" }));
  expect(screen.getByRole("tabpanel", { name: "Опаздывают 3" }).textContent).toBe("Папка late");
  expect(screen.getByRole("tab", { selected: true }).textContent).toBe("Опаздывают 3");
  expect(await faultsOf(container)).toEqual([]);
});

test("arrows go round, Home and End to the ends; Tab leaves the row of tabs", async () => {
  render(<Folders />);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowLeft}");
  expect(document.activeElement?.textContent).toBe("Готовы");
  await userEvent.keyboard("{ArrowRight}");
  expect(document.activeElement?.textContent).toBe("Все 148");
  await userEvent.keyboard("{End}");
  expect(screen.getByRole("tabpanel").textContent).toBe("Папка ready");
  await userEvent.tab();
  expect(document.activeElement).toBe(document.body);
});
