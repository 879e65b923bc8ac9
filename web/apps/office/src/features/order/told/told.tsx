/** Was the client told? Every message, what became of it, and what the desk may do about it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  keyed,
  type MessageOut,
  notificationsNoteCall,
  notificationsSendAgain,
  type WorkOrderOut,
} from "@vitrazh/api";
import { Button, Card, ErrorNote, notify, Pane, PhoneIcon, Row, Skeleton } from "@vitrazh/ui";
import { moment, phone } from "@vitrazh/words";
import type { ReactNode } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { messagesQuery } from "../data.ts";
import { useRefreshOnRefusal } from "../head/verbs.ts";
import { useRights } from "../rights.ts";
import s from "./told.module.css";
import { channelName, reasonWords } from "./words.ts";

const MOVING = new Set<MessageOut["state"]>(["waiting-for-client", "queued", "sending"]);
const WHILE_MOVING_MS = 10_000;

export function Told({ order }: { order: WorkOrderOut }) {
  const rights = useRights(order);
  const messages = useQuery({
    ...messagesQuery(order.id),
    enabled: rights.seeMessages,
    refetchInterval: ({ state }) => (isMoving(order, state.data?.items) ? WHILE_MOVING_MS : false),
  });
  if (!rights.seeMessages || order.revision === 0) return null;
  return (
    <Card title={t("order.told")}>
      {messages.isPending ? <Skeleton rows={1} /> : null}
      {messages.isError ? (
        <ErrorNote error={messages.error} onRetry={() => void messages.refetch()} />
      ) : null}
      {messages.data?.items.length === 0 ? (
        <p className={s["muted"]}>
          {t(order.stage === "in-work" ? "order.told.none" : "order.told.none-sent")}
        </p>
      ) : null}
      <ul className={s["list"]}>
        {messages.data?.items.map((message) => (
          <Message key={message.id} order={order} message={message} may={rights.tellClient} />
        ))}
      </ul>
    </Card>
  );
}

/** That a message is made, waits or is being sent is told by no event. */
function isMoving(order: WorkOrderOut, messages: readonly MessageOut[] | undefined): boolean {
  if (order.stage !== "ready" || !messages) return false;
  return messages.length === 0 || messages.some(({ state }) => MOVING.has(state));
}

/** The state as people say it; what needs the desk carries a pane. */
function stateWords(message: MessageOut): ReactNode {
  const { state } = message;
  switch (state) {
    case "failed":
      return <Pane kind="failed">{t("order.message.failed")}</Pane>;
    case "unknown":
      return <Pane kind="unknown">{t("order.message.unknown")}</Pane>;
    case "call":
      return <Pane kind="call-needed">{t("order.message.call")}</Pane>;
    case "accepted":
    case "delivered":
      return (
        <Pane kind={state === "accepted" ? "told" : "delivered"}>
          {t(`order.message.${state}`, { at: moment(message.told_at ?? message.changed_at) })}
        </Pane>
      );
    case "queued":
      return t("order.message.queued", { at: moment(message.due_at) });
    default:
      return t(`order.message.${state}`);
  }
}

function isFailed({ state }: MessageOut): boolean {
  return state === "failed" || state === "unknown";
}

interface MessageProps {
  order: WorkOrderOut;
  message: MessageOut;
  may: boolean;
}

function Message({ order, message, may }: MessageProps) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(order.id);
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: messagesQuery(order.id).queryKey });
  };
  const path = { message_id: message.id };
  const call = useAction(
    (key: string) =>
      guard(async () => (await notificationsNoteCall({ path, headers: keyed(key) })).data),
    {
      done: () => {
        refresh();
        notify({ text: t("order.told.called"), kind: "done" });
      },
    },
  );
  const resend = useAction(
    (key: string) =>
      guard(async () => (await notificationsSendAgain({ path, headers: keyed(key) })).data),
    {
      done: () => {
        refresh();
        notify({ text: t("order.told.resent"), kind: "done" });
      },
    },
  );
  const acts = may && !message.moot;
  const about = [channelName(message.channel), address(message.address)].filter(Boolean).join(" ");
  return (
    <li className={s["message"]}>
      <div>{stateWords(message)}</div>
      {about ? <div className={s["muted"]}>{about}</div> : null}
      {message.reason ? <div>{reasonWords(message.reason)}</div> : null}
      {message.attempts > 1 ? (
        <div className={s["muted"]}>{t("order.told.attempts", { count: message.attempts })}</div>
      ) : null}
      {message.moot ? <div className={s["muted"]}>{t("order.told.moot")}</div> : null}
      {message.body ? (
        <details className={s["body"]}>
          <summary>{t("order.told.text")}</summary>
          <p>{message.body}</p>
        </details>
      ) : null}
      {acts && (isFailed(message) || message.state === "call") ? (
        <Row gap="s">
          <Button
            icon={<PhoneIcon aria-hidden="true" />}
            pending={call.pending}
            onClick={() => void call.run()}
          >
            {t("order.told.note-call")}
          </Button>
          {isFailed(message) ? (
            <Button pending={resend.pending} onClick={() => void resend.run()}>
              {t("order.told.resend")}
            </Button>
          ) : null}
        </Row>
      ) : null}
      <ErrorNote error={call.error ?? resend.error} />
    </li>
  );
}

function address(text: string | null): string {
  return text?.startsWith("+") ? phone(text) : (text ?? "");
}
