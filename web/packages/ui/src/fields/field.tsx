/** What every field has: a label, a hint, and its error in words at its place. */
import { type ReactNode, useId } from "react";
import { cx } from "../cx.ts";
import { t } from "../words.gen.ts";
import s from "./field.module.css";

export interface FieldProps {
  label: ReactNode;
  error?: string | null | undefined;
  hint?: ReactNode;
  required?: boolean;
  className?: string | undefined;
}

/** Ids that tie a control to its label, hint and error. */
export function useFieldIds(error: unknown, hint: unknown) {
  const id = useId();
  const ids = { control: id, label: `${id}l`, hint: `${id}h`, error: `${id}e` };
  const said = [error ? ids.error : "", hint ? ids.hint : ""].filter(Boolean).join(" ");
  return { ...ids, describedBy: said || undefined };
}

interface FrameProps extends FieldProps {
  ids: ReturnType<typeof useFieldIds>;
  /** Right of the label: a count, a key. */
  aside?: ReactNode;
  children: ReactNode;
}

export function FieldFrame({
  label,
  error,
  hint,
  required,
  className,
  ids,
  aside,
  children,
}: FrameProps) {
  return (
    <div className={cx(s["field"], className)}>
      <div className={s["top"]}>
        <label id={ids.label} htmlFor={ids.control} className={s["label"]}>
          {label}
          {required ? <span className={s["required"]}> {t("ui.required")}</span> : null}
        </label>
        {aside}
      </div>
      {children}
      <FieldNotes error={error} hint={hint} ids={ids} />
    </div>
  );
}

/** The error and the hint below a control. */
export function FieldNotes({
  error,
  hint,
  ids,
}: Pick<FieldProps, "error" | "hint"> & { ids: { hint: string; error: string } }) {
  return (
    <>
      {error ? (
        <p id={ids.error} className={s["error"]}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={ids.hint} className={s["hint"]}>
          {hint}
        </p>
      ) : null}
    </>
  );
}
