import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { faultsOf } from "../testing/axe.ts";
import { Card, Page, Row, Stack } from "./layout.tsx";

test("a page names the window, and holds lead, actions and what stands aside", async () => {
  const { container } = render(
    <Page
      title="Мой день"
      lead="вторник"
      actions={<button type="button">Новый заказ</button>}
      aside="рядом"
    >
      <Stack gap="l">
        <Row justify="between">строка</Row>
        <Card title="Опаздывают">карточка</Card>
      </Stack>
    </Page>,
  );
  expect(document.title).toBe("Мой день · Витраж");
  expect(screen.getByRole("heading", { level: 1, name: "Мой день" })).toBeTruthy();
  expect(screen.getByRole("heading", { level: 2, name: "Опаздывают" })).toBeTruthy();
  expect(screen.getByRole("complementary").textContent).toBe("рядом");
  expect(await faultsOf(container)).toEqual([]);
});
