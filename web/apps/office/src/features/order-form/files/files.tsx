/** Files of the order: dropped, chosen or pasted; uploaded when the order is saved first. */
import type { AttachmentKind } from "@vitrazh/api";
import { Button, Select } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { t } from "../../../words.gen.ts";
import { useFormDesk } from "../form-state.ts";
import { newKey } from "../model/blanks.ts";
import type { FileForm } from "../model/form.ts";
import { AttachedContext } from "./attached.ts";
import { dropFile, keepFile } from "./store.ts";

const KINDS: AttachmentKind[] = ["drawing", "photo", "template"];
/** The server refuses more; sending it first would only waste the wait. */
const MOST_BYTES = 25 * 1024 * 1024;
const MIB = 1024 * 1024;

interface Props {
  /** Part of each file that is gone already, 0 … 1. */
  progress: Readonly<Record<string, number>>;
  /** What the server said of a file. */
  refused: { file: string; sentence: string } | null;
  /** Files that are uploaded already. */
  done: Readonly<Record<string, string>>;
  onDetach?: (attachmentId: string) => void;
}

export function Files({ progress, refused, done, onDetach }: Props) {
  const { form, change } = useFormDesk();
  const attached = useContext(AttachedContext);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: Iterable<File>) => {
    const added = [...files].map((file) => {
      const key = newKey();
      void keepFile(key, file);
      const photo = file.type.startsWith("image/") && !file.type.includes("svg");
      return { key, name: nameFor(file), bytes: file.size, kind: photo ? "photo" : "drawing" };
    });
    change((now) => ({ ...now, files: [...now.files, ...(added as FileForm[])] }));
  };
  usePastedFiles(take);
  const set = (key: string, next: Partial<FileForm>) =>
    change((now) => ({
      ...now,
      files: now.files.map((one) => (one.key === key ? { ...one, ...next } : one)),
    }));
  const remove = (key: string) => {
    void dropFile(key);
    change((now) => ({ ...now, files: now.files.filter((one) => one.key !== key) }));
  };
  return (
    <section
      className="of-files"
      aria-label={t("order-form.files")}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <h2>{t("order-form.files")}</h2>
      <ul>
        {attached.map((file) => (
          <FileLine key={file.id} name={file.name} about={nameOf("attachment", file.kind)}>
            {onDetach ? (
              <Button
                kind="link"
                aria-label={t("order-form.file-remove", { name: file.name })}
                onClick={() => onDetach(file.id)}
              >
                {t("order-form.take-away")}
              </Button>
            ) : null}
          </FileLine>
        ))}
        {form.files
          .filter((file) => !attached.some((one) => one.id === done[file.key]))
          .map((file) => (
            <FileLine
              key={file.key}
              place={file.key}
              name={file.name}
              about={aboutOf(file, progress[file.key], done[file.key] !== undefined)}
              error={errorOf(file, refused)}
            >
              <Select
                label={t("order-form.file-kind", { name: file.name })}
                hideLabel
                value={file.kind}
                onChange={(kind) => set(file.key, { kind })}
                options={KINDS.map((value) => ({ value, label: nameOf("attachment", value) }))}
              />
              <Button
                kind="link"
                aria-label={t("order-form.file-remove", { name: file.name })}
                onClick={() => remove(file.key)}
              >
                {t("order-form.take-away")}
              </Button>
            </FileLine>
          ))}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("order-form.files-choose")}
        onChange={(event) => {
          take(event.currentTarget.files ?? []);
          event.currentTarget.value = "";
        }}
      />
      <div className="of-adds">
        <Button onClick={() => input.current?.click()}>{t("order-form.files-choose")}</Button>
        <span className="of-muted">{t("order-form.files-hint")}</span>
      </div>
    </section>
  );
}

function FileLine({
  name,
  about,
  error,
  place,
  children,
}: {
  name: string;
  about: string;
  error?: string | undefined;
  place?: string;
  children: ReactNode;
}) {
  return (
    <li className="of-file" {...(place ? { "data-place": `order:files.${place}` } : {})}>
      <span className="of-file-name">{name}</span>
      <span className="of-muted">{about}</span>
      {children}
      {error ? (
        <p className="of-fault" role="alert">
          {error}
        </p>
      ) : null}
    </li>
  );
}

function aboutOf(file: FileForm, part: number | undefined, done: boolean): string {
  if (done) return t("order-form.file-done");
  if (part !== undefined) return t("order-form.file-progress", { percent: Math.round(part * 100) });
  return t("order-form.file-size", { size: (file.bytes / MIB).toFixed(1) });
}

function errorOf(file: FileForm, refused: Props["refused"]): string | undefined {
  if (file.bytes > MOST_BYTES) return t("order-form.file-too-large");
  return refused?.file === file.key ? refused.sentence : undefined;
}

function nameFor(file: File): string {
  return file.name || t("order-form.file-pasted");
}

/** A picture in the clipboard is a file; text goes where it is pasted, as always. */
function usePastedFiles(take: (files: Iterable<File>) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}

/** Whether it is known beforehand that the server would refuse a file. */
export function isTooLarge(file: FileForm): boolean {
  return file.bytes > MOST_BYTES;
}
