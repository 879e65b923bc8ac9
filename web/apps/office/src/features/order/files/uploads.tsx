/** Files being sent: each by itself, each with its own refusal and its own second try. */
import { useQueryClient } from "@tanstack/react-query";
import { idempotencyKey, keyed, ordersAttach, worthRepeating } from "@vitrazh/api";
import { Button, ErrorNote, Row } from "@vitrazh/ui";
import { useCallback, useState } from "react";
import { persist } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { takeOrder } from "../data.ts";
import s from "./files.module.css";
import { fileFault, kindOf } from "./upload.ts";

interface Upload {
  key: string;
  file: File;
  /** Null while it is on its way. */
  error: unknown;
}

export interface Uploading {
  list: readonly Upload[];
  add: (files: File[]) => void;
  again: (upload: Upload) => void;
  forget: (upload: Upload) => void;
}

export function useUploads(orderId: string): Uploading {
  const cache = useQueryClient();
  const [list, setList] = useState<readonly Upload[]>([]);
  const change = useCallback((key: string, error: unknown) => {
    setList((now) => now.map((one) => (one.key === key ? { ...one, error } : one)));
  }, []);
  const forget = useCallback(({ key }: Upload) => {
    setList((now) => now.filter((one) => one.key !== key));
  }, []);
  const send = useCallback(
    async (upload: Upload) => {
      const { key, file } = upload;
      try {
        const { data } = await persist(() =>
          ordersAttach({
            path: { order_id: orderId },
            query: { name: file.name, kind: kindOf(file) },
            headers: keyed(key),
            body: file,
          }),
        );
        takeOrder(cache, data);
        forget(upload);
      } catch (error) {
        change(key, error);
      }
    },
    [cache, orderId, change, forget],
  );
  const add = useCallback(
    (files: File[]) => {
      const fresh = files.map((file) => ({ key: idempotencyKey(), file, error: fileFault(file) }));
      setList((now) => [...now, ...fresh]);
      for (const upload of fresh) if (upload.error === null) void send(upload);
    },
    [send],
  );
  const again = useCallback(
    (upload: Upload) => {
      change(upload.key, null);
      void send(upload);
    },
    [send, change],
  );
  return { list, add, again, forget };
}

export function Uploads({ uploads }: { uploads: Uploading }) {
  if (uploads.list.length === 0) return null;
  return (
    <ul className={s["list"]}>
      {uploads.list.map((upload) => (
        <li key={upload.key} className={s["upload"]}>
          {upload.error === null ? (
            <p className={s["sending"]} role="status">
              {t("order.files.sending", { name: upload.file.name })}
            </p>
          ) : (
            <>
              <p className={s["text"]}>{upload.file.name}</p>
              <ErrorNote error={upload.error} />
              <Row gap="s">
                {worthRepeating(upload.error) ? (
                  <Button onClick={() => uploads.again(upload)}>{t("order.files.again")}</Button>
                ) : null}
                <Button onClick={() => uploads.forget(upload)}>{t("order.files.forget")}</Button>
              </Row>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
