import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { DESK, draw, refusal, sessionWith } from "../../../shared/testing.tsx";
import { OrderById } from "../page.tsx";
import { aHandOff, anOrder, aQuestion, ORDER_ID, pageAnswers, QUESTION_ID } from "../testing.ts";

const POST = "POST /api/work-orders/:id/answer";
const PHOTO = "01900000-0000-7000-8000-000000000f01";

function open(questions = [aQuestion()], more = {}, session = DESK) {
  return draw(<OrderById id={ORDER_ID} />, {
    session,
    answers: { ...pageAnswers(anOrder(), aHandOff({ questions })), ...more },
  });
}

beforeEach(() => localStorage.clear());

describe("questions of the shop", () => {
  it("stand on top while they wait: who asked, of what, with the photo", async () => {
    open([aQuestion({ operator_verified: false, photo_id: PHOTO })]);
    const waiting = await screen.findByRole("region", { name: "Ждут ответа" });
    expect(within(waiting).getByText("Фаска с лица?")).toBeTruthy();
    expect(within(waiting).getByText("О позиции 1: Зеркало 800×1200")).toBeTruthy();
    expect(await within(waiting).findByText(/Волков Игорь/)).toBeTruthy();
    expect(within(waiting).getByText("без PIN")).toBeTruthy();
    const photo = within(waiting).getByRole("button", { name: /Открыть фото крупно/ });
    expect(photo.querySelector("img")?.getAttribute("src")).toContain(`${PHOTO}/preview`);
    await userEvent.click(photo);
    expect(await screen.findByRole("img", { name: "Фото к вопросу" })).toBeTruthy();
  });

  it("are answered by Ctrl+Enter and fold away", async () => {
    const answered = aQuestion({
      answered_at: "2026-11-24T08:00:00Z",
      answered_by: DESK.subject,
      answer_text: "С лица",
    });
    const { asked } = open([aQuestion()], {
      [POST]: aHandOff({ sequence: 9, questions: [answered] }),
    });
    const user = userEvent.setup();
    await user.type(
      await screen.findByLabelText("Ответ цеху"),
      "С лица{Control>}{Enter}{/Control}",
    );
    expect(await screen.findByText("Вопросы с ответами (1)")).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Ждут ответа" })).toBeNull();
    const sent = asked.find((one) => one.path.endsWith("/answer"));
    expect(sent?.body).toEqual({ question_id: QUESTION_ID, text: "С лица" });
  });

  it("keep an answer that was begun, through a refusal and through leaving the page", async () => {
    const { unmount } = open([aQuestion()], { [POST]: refusal(409, "На вопрос уже ответили") });
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Ответ цеху"), "С лица");
    await user.click(screen.getByRole("button", { name: "Ответить" }));
    expect(await screen.findByText("На вопрос уже ответили")).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Ответ цеху").value).toBe("С лица");
    unmount();
    open();
    const field = await screen.findByLabelText<HTMLTextAreaElement>("Ответ цеху");
    expect(field.value).toBe("С лица");
    expect(screen.getByText(/Начатый ответ сохранён/)).toBeTruthy();
  });

  it("show an answer that a colleague's overtook", async () => {
    const answered = aQuestion({
      answered_at: "2026-11-24T08:00:00Z",
      answered_by: DESK.subject,
      answer_text: "С тыла",
    });
    const { unmount } = open([aQuestion()]);
    await userEvent.type(await screen.findByLabelText("Ответ цеху"), "С лица");
    unmount();
    open([answered]);
    expect(await screen.findByText("С лица")).toBeTruthy();
    await userEvent.click(screen.getByText(/Вопросы с ответами/));
    await userEvent.click(screen.getByRole("button", { name: "Убрать мой ответ" }));
    expect(screen.queryByText("С лица")).toBeNull();
  });

  it("are reached by a key", async () => {
    open();
    const field = await screen.findByLabelText("Ответ цеху");
    await userEvent.keyboard("q");
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it("are answered by the office of the order alone", async () => {
    open([aQuestion()], {}, sessionWith(["orders.read", "offices.read", "staff.read"]));
    expect(await screen.findByText(/Отвечает офис, который принял заказ/)).toBeTruthy();
    expect(screen.queryByLabelText("Ответ цеху")).toBeNull();
  });
});
