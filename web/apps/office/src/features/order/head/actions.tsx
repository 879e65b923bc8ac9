/** What may be done with the order now: one main action by its stage, the rest beside it. */
import { useNavigate } from "@tanstack/react-router";
import type { WorkOrderOut } from "@vitrazh/api";
import {
  Button,
  CopyIcon,
  DoneIcon,
  DownIcon,
  EditIcon,
  Menu,
  type MenuItem,
  PrintIcon,
  RemoveIcon,
  UndoIcon,
  useShortcut,
} from "@vitrazh/ui";
import { t } from "../../../words.gen.ts";
import type { Rights } from "../rights.ts";
import type { useHandOver, useMarkBack } from "./verbs.ts";

export type Asked = "cancel" | "issue" | "reopen";

interface ActionsProps {
  order: WorkOrderOut;
  rights: Rights;
  handOver: ReturnType<typeof useHandOver>;
  markBack: ReturnType<typeof useMarkBack>;
  onAsk: (what: Asked) => void;
  onPrint: () => void;
}

export function Actions({ order, rights, handOver, markBack, onAsk, onPrint }: ActionsProps) {
  const navigate = useNavigate();
  const edits = rights.edit || rights.correct;
  const edit = () => void navigate({ to: "/orders/$orderId/edit", params: { orderId: order.id } });
  const copy = () => void navigate({ to: "/orders/new", search: { copy: order.id } });
  useShortcut("e", edit, { label: t("order.keys.edit"), when: edits });
  useShortcut("p", onPrint, { label: t("order.keys.print") });
  const more: MenuItem[] = [];
  if (rights.reopen) {
    more.push({
      label: t("order.act.reopen"),
      icon: <UndoIcon aria-hidden="true" />,
      onClick: () => onAsk("reopen"),
    });
  }
  if (rights.cancel) {
    more.push({
      label: t("order.act.cancel"),
      icon: <RemoveIcon aria-hidden="true" />,
      danger: true,
      onClick: () => onAsk("cancel"),
    });
  }
  return (
    <>
      <Button icon={<PrintIcon aria-hidden="true" />} onClick={onPrint} keys="p">
        {t("order.act.print")}
      </Button>
      {rights.copy ? (
        <Button icon={<CopyIcon aria-hidden="true" />} onClick={copy}>
          {t("order.act.copy")}
        </Button>
      ) : null}
      {edits ? (
        <Button icon={<EditIcon aria-hidden="true" />} onClick={edit} keys="e">
          {t(rights.edit ? "order.act.edit" : "order.act.correct")}
        </Button>
      ) : null}
      {rights.markBack ? (
        <Button pending={markBack.pending} onClick={() => void markBack.run()}>
          {t("order.act.back")}
        </Button>
      ) : null}
      {more.length ? (
        <Menu label={t("order.more")} icon={<DownIcon aria-hidden="true" />} items={more} />
      ) : null}
      {rights.handOver ? (
        <Button
          kind="main"
          icon={<DoneIcon aria-hidden="true" />}
          pending={handOver.pending}
          disabled={order.items.length === 0}
          onClick={() => void handOver.run(order.content_version)}
        >
          {t("order.act.hand-over")}
        </Button>
      ) : null}
      {rights.issue ? (
        <Button kind="main" icon={<DoneIcon aria-hidden="true" />} onClick={() => onAsk("issue")}>
          {t("order.act.issue")}
        </Button>
      ) : null}
    </>
  );
}
