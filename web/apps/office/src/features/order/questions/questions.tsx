/** What the shops asked: open questions on top, each with its answer field; the rest folded. */
import type { QuestionOut, WorkOrderOut } from "@vitrazh/api";
import { Button } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { useDraft } from "../../../shared/drafts.ts";
import { t } from "../../../words.gen.ts";
import { itemName } from "../items/piece-words.ts";
import { Photo, previewOf } from "../photo.tsx";
import { useRights } from "../rights.ts";
import { Stamp } from "../stamp.tsx";
import { Who } from "../who.tsx";
import { AnswerForm, answerDraft } from "./answer.tsx";
import s from "./questions.module.css";

interface QuestionsProps {
  order: WorkOrderOut;
  questions: readonly QuestionOut[];
}

/** An issued or cancelled order waits for no answer any more. */
function isOpen(order: WorkOrderOut, question: QuestionOut): boolean {
  return question.answered_at === null && order.stage === "in-work";
}

export function OpenQuestions({ order, questions }: QuestionsProps) {
  const rights = useRights(order);
  const open = questions.filter((one) => isOpen(order, one));
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="order-open-questions" className={s["open"]}>
      <h2 id="order-open-questions" className={s["title"]}>
        {t("order.question.open")}
      </h2>
      {open.map((question, index) => (
        <article key={question.id} className={s["question"]}>
          <Asked order={order} question={question} />
          {rights.answer ? (
            <AnswerForm orderId={order.id} questionId={question.id} first={index === 0} />
          ) : (
            <p className={s["muted"]}>{t("order.question.only-office")}</p>
          )}
        </article>
      ))}
    </section>
  );
}

export function ClosedQuestions({ order, questions }: QuestionsProps) {
  const closed = questions.filter((one) => !isOpen(order, one));
  if (closed.length === 0) return null;
  return (
    <details className={s["closed"]}>
      <summary>{t("order.question.closed", { count: closed.length })}</summary>
      {closed.map((question) => (
        <article key={question.id} className={s["question"]}>
          <Asked order={order} question={question} />
          <Answered question={question} />
        </article>
      ))}
    </details>
  );
}

function Asked({ order, question }: { order: WorkOrderOut; question: QuestionOut }) {
  const rights = useRights(order);
  const item = order.items.find((one) => one.id === question.item_id);
  const about = item
    ? `${t("order.question.about", { position: item.position })}: ${itemName(item)}`
    : t("order.question.about-order");
  const shop = nameOf("shop", question.shop);
  return (
    <div className={s["asked"]}>
      {question.photo_id && rights.seePreviews ? (
        <Photo src={previewOf(order.id, question.photo_id)} name={t("order.photo")} />
      ) : null}
      <div className={s["words"]}>
        <p className={s["by"]}>
          <strong>{t("order.question.asks", { shop })}</strong>{" "}
          <Who
            operatorId={question.operator_id}
            by={question.asked_by}
            verified={question.operator_verified}
          />{" "}
          <Stamp at={question.asked_at} tablet={question.operated_at} />
        </p>
        <p className={s["text"]}>{question.text}</p>
        <p className={s["muted"]}>{about}</p>
      </div>
    </div>
  );
}

function Answered({ question }: { question: QuestionOut }) {
  if (question.answered_at === null) {
    return <p className={s["muted"]}>{t("order.question.unanswered")}</p>;
  }
  return (
    <div className={s["answer"]}>
      <p className={s["by"]}>
        <strong>{t("order.question.answered")}</strong> <Who by={question.answered_by} />{" "}
        <Stamp at={question.answered_at} />
      </p>
      <p className={s["text"]}>{question.answer_text}</p>
      <Unsent questionId={question.id} />
    </div>
  );
}

/** An answer that was being typed when a colleague's came: it is shown, not thrown away. */
function Unsent({ questionId }: { questionId: string }) {
  const [text, , draft] = useDraft(answerDraft(questionId), "");
  if (!text.trim()) return null;
  return (
    <div className={s["unsent"]}>
      <p className={s["muted"]}>{t("order.question.unsent")}</p>
      <p className={s["text"]}>{text}</p>
      <Button onClick={draft.clear}>{t("order.question.forget")}</Button>
    </div>
  );
}
