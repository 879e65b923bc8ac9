/** What a correction will change in the shops, before it is sent. */
import type { ContentIn } from "@vitrazh/api";
import { Button, Dialog } from "@vitrazh/ui";
import { t } from "../../../words.gen.ts";
import type { KeptForm } from "../form-state.ts";
import { compareContents } from "../model/compare.ts";
import { contentOf } from "../model/content.ts";
import { ChangeTable } from "./change-table.tsx";
import { useNames } from "./use-names.ts";

interface Props {
  kept: KeptForm;
  pending: boolean;
  onSend: () => void;
  onClose: () => void;
}

export function ConfirmCorrection({ kept, pending, onSend, onClose }: Props) {
  const names = useNames(kept.form.client);
  const old = JSON.parse(kept.sending.sent ?? "{}") as ContentIn;
  const now = contentOf(kept.form, kept.form.client?.id ?? "", (reference) => reference);
  const lines = compareContents(old, now, names);
  const files = kept.form.files.length;
  return (
    <Dialog
      title={t("order-form.correct-title")}
      open
      size="l"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("order-form.go-on-editing")}</Button>
          <Button kind="main" pending={pending} onClick={onSend} data-autofocus>
            {t("order-form.goal.correct")}
          </Button>
        </>
      }
    >
      <ChangeTable caption={t("order-form.correct-caption")} lines={lines} />
      {files ? <p>{t("order-form.correct-files", { count: files })}</p> : null}
      <p className="of-muted">{t("order-form.correct-note")}</p>
    </Dialog>
  );
}
