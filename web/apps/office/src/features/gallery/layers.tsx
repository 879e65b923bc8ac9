/** Dialogs, the side panel, menus, notices and what stands in the place of content. */
import {
  Button,
  CopyIcon,
  Dialog,
  EmptyState,
  ErrorNote,
  Menu,
  notify,
  PrintIcon,
  RemoveIcon,
  Select,
  SidePanel,
  Skeleton,
} from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { useState } from "react";
import { t } from "../../words.gen.ts";
import s from "./gallery.module.css";
import { Section, Specimen } from "./specimen.tsx";

const REASONS = ["client-refused", "mistake", "duplicate"] as const;
const NOTHING = () => {};

export function Layers() {
  const [open, setOpen] = useState<"dialog" | "panel" | null>(null);
  const [reason, setReason] = useState<(typeof REASONS)[number] | "">("");
  const close = () => setOpen(null);
  const items = [
    { label: t("gallery.repeat"), icon: <CopyIcon aria-hidden="true" />, onClick: NOTHING },
    { label: t("gallery.print"), icon: <PrintIcon aria-hidden="true" />, onClick: NOTHING },
    {
      label: t("gallery.cancel-order"),
      icon: <RemoveIcon aria-hidden="true" />,
      onClick: () => setOpen("dialog"),
      danger: true,
    },
  ];
  return (
    <Section id="layers" title={t("gallery.layers")}>
      <Specimen name={t("gallery.usual")}>
        <div className={s["line"]}>
          <Button onClick={() => setOpen("dialog")}>{t("gallery.dialog")}</Button>
          <Button onClick={() => setOpen("panel")}>{t("gallery.panel")}</Button>
          <Menu label={t("gallery.menu")} items={items} />
          <Menu items={items} />
        </div>
      </Specimen>
      <Dialog
        title={t("gallery.dialog-title")}
        size="s"
        open={open === "dialog"}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t("gallery.keep")}</Button>
            <Button kind="danger" onClick={close}>
              {t("gallery.cancel-order")}
            </Button>
          </>
        }
      >
        <p className={s["first"]}>{t("gallery.dialog-text")}</p>
        <Select
          label={t("gallery.reason")}
          value={reason}
          placeholder={t("gallery.choose")}
          options={REASONS.map((value) => ({ value, label: nameOf("cancel-reason", value) }))}
          onChange={setReason}
        />
      </Dialog>
      <SidePanel
        title={t("gallery.panel-title")}
        open={open === "panel"}
        onClose={close}
        full={<Button kind="link">{t("gallery.panel-full")}</Button>}
      >
        <p className={s["first"]}>{t("gallery.long-piece")}</p>
        <Menu label={t("gallery.menu")} items={items} />
      </SidePanel>
    </Section>
  );
}

export function Messages() {
  const refused = Object.assign(new Error(), {
    name: "Refusal",
    title: t("gallery.refused"),
    fields: [{ message: t("gallery.refused-field") }],
  });
  return (
    <Section id="messages" title={t("gallery.messages")}>
      <Specimen name={t("gallery.usual")}>
        <div className={s["line"]}>
          <Button onClick={() => notify({ text: t("gallery.notice-done") })}>
            {t("gallery.show-done")}
          </Button>
          <Button
            onClick={() =>
              notify({
                text: t("gallery.notice-undo"),
                undo: { run: () => notify({ text: t("gallery.notice-undone"), kind: "info" }) },
              })
            }
          >
            {t("gallery.show-undo")}
          </Button>
          <Button onClick={() => notify({ text: t("gallery.notice-refusal"), kind: "refusal" })}>
            {t("gallery.show-refusal")}
          </Button>
        </div>
      </Specimen>
      <Specimen name={t("gallery.error")}>
        <ErrorNote error={refused} />
        <ErrorNote error={Object.assign(new Error(), { name: "NoAnswer" })} onRetry={NOTHING} />
        <ErrorNote error={new Error()} />
      </Specimen>
      <Specimen name={t("gallery.empty")}>
        <EmptyState
          text={t("gallery.empty-text")}
          action={<Button kind="main">{t("gallery.new-order")}</Button>}
        />
      </Specimen>
      <Specimen name={t("gallery.loading")}>
        <Skeleton rows={5} />
      </Specimen>
    </Section>
  );
}
