/** Files of the order: seen small, taken away, added by choosing, dropping or pasting. */
import { useQueryClient } from "@tanstack/react-query";
import { type AttachmentOut, ordersDetach, type WorkOrderOut } from "@vitrazh/api";
import { AttachIcon, Button, Card, cx, Dialog, ErrorNote, RemoveIcon } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { takeOrder } from "../data.ts";
import { useRefreshOnRefusal } from "../head/verbs.ts";
import { Photo, previewOf } from "../photo.tsx";
import { useRights } from "../rights.ts";
import { Stamp } from "../stamp.tsx";
import { Who } from "../who.tsx";
import s from "./files.module.css";
import { bytesWords } from "./upload.ts";
import { Uploads, useUploads } from "./uploads.tsx";

export function Files({ order }: { order: WorkOrderOut }) {
  const rights = useRights(order);
  const uploads = useUploads(order.id);
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [leaving, setLeaving] = useState<AttachmentOut | null>(null);
  usePaste(rights.attach, uploads.add);

  function drop(event: DragEvent) {
    setOver(false);
    if (!rights.attach || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    uploads.add([...event.dataTransfer.files]);
  }
  function drag(event: DragEvent) {
    if (!rights.attach || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  }

  const empty = order.attachments.length === 0 && uploads.list.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files; the button does the same by keys
    <div
      className={cx(s["drop"], over && s["over"])}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Card title={t("order.files")}>
        {empty ? (
          <p className={s["muted"]}>
            {t(rights.attach ? "order.files.none" : "order.files.none-plain")}
          </p>
        ) : null}
        <ul className={s["list"]}>
          {order.attachments.map((file) => (
            <FileRow
              key={file.id}
              order={order}
              file={file}
              onRemove={rights.attach ? () => setLeaving(file) : null}
            />
          ))}
        </ul>
        <Uploads uploads={uploads} />
        {over ? <p className={s["muted"]}>{t("order.files.drop")}</p> : null}
        {rights.attach ? (
          <>
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label={t("order.files.add")}
              onChange={(event) => {
                uploads.add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = "";
              }}
            />
            <Button
              icon={<AttachIcon aria-hidden="true" />}
              onClick={() => chooser.current?.click()}
            >
              {t("order.files.add")}
            </Button>
          </>
        ) : null}
      </Card>
      {leaving ? (
        <RemoveDialog order={order} file={leaving} onClose={() => setLeaving(null)} />
      ) : null}
    </div>
  );
}

/** Files from the clipboard, unless a field takes what is pasted. */
function usePaste(may: boolean, add: (files: File[]) => void) {
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    if (!may) return;
    const hear = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", hear);
    return () => document.removeEventListener("paste", hear);
  }, [may]);
}

interface FileRowProps {
  order: WorkOrderOut;
  file: AttachmentOut;
  onRemove: (() => void) | null;
}

function FileRow({ order, file, onRemove }: FileRowProps) {
  const rights = useRights(order);
  const shown = file.has_preview && file.kind !== "signature" && rights.seePreviews;
  const address = `/api/work-orders/${order.id}/attachments/${file.id}`;
  return (
    <li className={s["file"]}>
      {shown ? <Photo src={previewOf(order.id, file.id)} name={file.name} /> : null}
      <div className={s["about"]}>
        <a
          className={s["name"]}
          href={address}
          download={file.name}
          aria-label={t("order.files.download", { name: file.name })}
        >
          {file.name}
        </a>
        <div className={s["muted"]}>
          {nameOf("attachment", file.kind)}, {bytesWords(file.bytes)}
        </div>
        <div className={s["muted"]}>
          <Who by={file.added_by} /> <Stamp at={file.added_at} />
        </div>
      </div>
      {onRemove ? (
        <Button
          icon={<RemoveIcon aria-hidden="true" />}
          aria-label={t("order.files.remove", { name: file.name })}
          onClick={onRemove}
        />
      ) : null}
    </li>
  );
}

interface RemoveDialogProps {
  order: WorkOrderOut;
  file: AttachmentOut;
  onClose: () => void;
}

function RemoveDialog({ order, file, onClose }: RemoveDialogProps) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(order.id);
  const action = useAction(
    () =>
      guard(async () => {
        const path = { order_id: order.id, attachment_id: file.id };
        return (await ordersDetach({ path })).data;
      }),
    {
      done: (answer) => {
        takeOrder(cache, answer);
        onClose();
      },
    },
  );
  return (
    <Dialog
      title={t("order.files.remove-title")}
      size="s"
      open={true}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("order.files.keep")}</Button>
          <Button kind="danger" pending={action.pending} onClick={() => void action.run()}>
            {t("order.files.remove-yes")}
          </Button>
        </>
      }
    >
      <p className={s["text"]}>{t("order.files.remove-text", { name: file.name })}</p>
      <ErrorNote error={action.error} />
    </Dialog>
  );
}
