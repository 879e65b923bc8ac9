/** One line of text, or several. Too long a text is said so, never cut: nothing typed is lost. */
import type {
  FocusEventHandler,
  HTMLInputTypeAttribute,
  InputHTMLAttributes,
  KeyboardEventHandler,
  ReactNode,
  Ref,
} from "react";
import { cx } from "../cx.ts";
import { t } from "../words.gen.ts";
import s from "./field.module.css";
import { FieldFrame, type FieldProps, useFieldIds } from "./field.tsx";

type Either = HTMLInputElement | HTMLTextAreaElement;

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  multiline?: boolean;
  /** Signs that the server takes; a longer text stays and is marked. */
  maxLength?: number;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  type?: HTMLInputTypeAttribute;
  autoFocus?: boolean;
  autoComplete?: string;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  /** Only readers of the screen need the label: what the field is, is plain from its place. */
  hideLabel?: boolean;
  /** A unit after the value: мм, ₽. */
  suffix?: ReactNode;
  rows?: number;
  inputRef?: Ref<Either>;
  onBlur?: FocusEventHandler<Either>;
  onFocus?: FocusEventHandler<Either>;
  onKeyDown?: KeyboardEventHandler<Either>;
}

/** The count is worth showing from this part of the limit on. */
const NEAR = 0.8;

export function TextField(props: TextFieldProps) {
  const { value, onChange, maxLength, multiline, rows = 3, type = "text", inputRef } = props;
  const over = maxLength !== undefined && value.length > maxLength;
  const fault =
    props.error || (over ? t("ui.too-long", { count: value.length, most: maxLength }) : undefined);
  const ids = useFieldIds(fault, props.hint);
  const shared = {
    id: ids.control,
    value,
    name: props.name,
    placeholder: props.placeholder,
    disabled: props.disabled,
    readOnly: props.readOnly,
    autoComplete: props.autoComplete ?? "off",
    inputMode: props.inputMode,
    required: props.required,
    className: s["control"],
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": ids.describedBy,
    onBlur: props.onBlur,
    onFocus: props.onFocus,
    onKeyDown: props.onKeyDown,
    autoFocus: props.autoFocus,
    // For a dialog around it: React leaves no trace of autoFocus in the page.
    "data-autofocus": props.autoFocus || undefined,
    onChange: (event: { currentTarget: Either }) => onChange(event.currentTarget.value),
  };
  const count = maxLength !== undefined && value.length >= maxLength * NEAR;
  return (
    <FieldFrame
      label={props.label}
      error={fault}
      hint={props.hint}
      {...(props.required ? { required: true } : {})}
      className={cx(props.className, props.hideLabel && s["hidden-label"])}
      ids={ids}
      aside={
        count ? (
          <span className={cx(s["count"], over && s["over"])} aria-hidden="true">
            {t("ui.signs-left", { count: value.length, most: maxLength })}
          </span>
        ) : null
      }
    >
      {multiline ? (
        <textarea {...shared} rows={rows} ref={inputRef as Ref<HTMLTextAreaElement>} />
      ) : (
        <div className={props.suffix ? s["suffixed"] : undefined}>
          <input {...shared} type={type} ref={inputRef as Ref<HTMLInputElement>} />
          {props.suffix ? <span className={s["suffix"]}>{props.suffix}</span> : null}
        </div>
      )}
    </FieldFrame>
  );
}
