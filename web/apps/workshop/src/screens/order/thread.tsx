/** Questions to the office and its answers. */
import { moment } from "@vitrazh/words";
import type { ReactNode } from "react";
import { type ShownOrder, useOperators } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

export function Thread({ order }: { order: ShownOrder }): ReactNode {
  const tiles = useOperators();
  if (order.questions.length === 0) return null;
  const nameBy = (id: string | null) =>
    tiles.find((tile) => tile.id === id)?.name ?? t("thread.worker");
  return (
    <section className="thread">
      <h2>{t("thread.title")}</h2>
      <ol>
        {order.questions.map((question) => (
          <li key={question.id}>
            <p>
              <b>{question.text}</b>
              <small>
                {t("thread.asked", {
                  name: nameBy(question.operator_id),
                  at: moment(question.operated_at),
                })}
              </small>
            </p>
            {question.answer_text === null ? (
              <p className="open">{t("thread.open")}</p>
            ) : (
              <p className="answer">
                <b>{question.answer_text}</b>
                {question.answered_at ? (
                  <small>{t("thread.answered", { at: moment(question.answered_at) })}</small>
                ) : null}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
