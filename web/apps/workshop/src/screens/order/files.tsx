/** Photos and drawings of the order, as far as a tablet can show them. */
import type { Attachment } from "@vitrazh/api";
import { nameOf } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { Press } from "../../parts/press.tsx";
import { pictureUrl, type ShownOrder } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

export interface FilesProps {
  order: ShownOrder;
  onOpen: (file: Attachment) => void;
}

export function Files({ order, onOpen }: FilesProps): ReactNode {
  if (order.attachments.length === 0) return null;
  return (
    <section className="files">
      <h2>{t("files.title")}</h2>
      <ul>
        {order.attachments.map((file) => (
          <li key={file.id}>
            <File file={file} order={order} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function File({ file, order, onOpen }: FilesProps & { file: Attachment }): ReactNode {
  const [broken, setBroken] = useState(false);
  const kind = nameOf("attachment", file.kind);
  if (!file.media_type.startsWith("image/")) return <p>{t("files.no-preview", { kind })}</p>;
  if (broken) {
    return (
      <p>
        {kind}. {t("files.broken")}
      </p>
    );
  }
  return (
    <Press className="picture" aria-label={t("files.open", { kind })} onClick={() => onOpen(file)}>
      <img
        src={pictureUrl(order.id, file.id)}
        alt=""
        loading="lazy"
        onError={() => setBroken(true)}
      />
      <span>{kind}</span>
    </Press>
  );
}
