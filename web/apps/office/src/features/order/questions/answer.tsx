/**
 * The desk's answer: kept while it is typed, sent once. It stays in its field until the
 * server has it: an answer that vanished and came back would be worse than one that waits.
 */
import { useQueryClient } from "@tanstack/react-query";
import { keyed, ordersAnswer } from "@vitrazh/api";
import { Button, ErrorNote, notify, SendIcon, TextField, useShortcut } from "@vitrazh/ui";
import { type FormEvent, type KeyboardEvent, useRef } from "react";
import { useAction } from "../../../shared/action.ts";
import { useDraft } from "../../../shared/drafts.ts";
import { t } from "../../../words.gen.ts";
import { takeHandOff } from "../data.ts";
import { useRefreshOnRefusal } from "../head/verbs.ts";
import s from "./questions.module.css";

const MOST = 1000;

/** Under which name an answer is kept while it is typed. */
export function answerDraft(questionId: string): string {
  return `answer:${questionId}`;
}

interface AnswerFormProps {
  orderId: string;
  questionId: string;
  /** The first open question is reached by a key. */
  first: boolean;
}

export function AnswerForm({ orderId, questionId, first }: AnswerFormProps) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(orderId);
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [text, setText, draft] = useDraft(answerDraft(questionId), "");
  const action = useAction(
    (once: string, said: string) =>
      guard(async () => {
        const body = { question_id: questionId, text: said };
        const path = { order_id: orderId };
        return (await ordersAnswer({ path, body, headers: keyed(once) })).data;
      }),
    {
      done: (answer) => {
        draft.clear();
        takeHandOff(cache, answer);
        notify({ text: t("order.done.answered"), kind: "done" });
      },
    },
  );
  useShortcut("q", () => field.current?.focus(), { label: t("order.keys.answer"), when: first });

  function send() {
    const said = text.trim();
    if (said && said.length <= MOST) void action.run(said);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    send();
  }
  function hear(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <form className={s["answer-form"]} onSubmit={submit}>
      <TextField
        label={t("order.question.answer")}
        hint={draft.restoredAt === null ? t("order.question.hint") : t("order.question.kept")}
        value={text}
        onChange={setText}
        onKeyDown={hear}
        inputRef={field}
        multiline
        rows={2}
        maxLength={MOST}
      />
      <Button
        type="submit"
        kind="main"
        icon={<SendIcon aria-hidden="true" />}
        pending={action.pending}
        disabled={!text.trim()}
      >
        {t("order.question.send")}
      </Button>
      <ErrorNote
        error={action.error}
        onRetry={action.again ? () => void action.again?.() : undefined}
      />
    </form>
  );
}
