/** A photograph of the order, small; by a press as large as the window. */
import { Dialog } from "@vitrazh/ui";
import { useState } from "react";
import { t } from "../../words.gen.ts";
import s from "./photo.module.css";

export function previewOf(orderId: string, fileId: string): string {
  return `/api/work-orders/${orderId}/attachments/${fileId}/preview`;
}

interface PhotoProps {
  src: string;
  /** What the picture shows, for those who hear it and as the title of the large one. */
  name: string;
}

export function Photo({ src, name }: PhotoProps) {
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  if (failed) return <p className={s["failed"]}>{t("order.photo.failed")}</p>;
  return (
    <>
      <button
        type="button"
        className={s["thumb"]}
        aria-label={`${t("order.photo.open")}: ${name}`}
        onClick={() => setOpen(true)}
      >
        <img src={src} alt="" loading="lazy" onError={() => setFailed(true)} />
      </button>
      <Dialog title={name} size="l" open={open} onClose={() => setOpen(false)}>
        <img className={s["large"]} src={src} alt={name} />
      </Dialog>
    </>
  );
}
