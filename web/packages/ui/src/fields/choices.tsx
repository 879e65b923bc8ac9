/** Choosing from a closed list: a drop-down, tiles, a check-box. */
import { type ReactNode, type Ref, useId } from "react";
import { cx } from "../cx.ts";
import { DownIcon } from "../icons.ts";
import { t } from "../words.gen.ts";
import s from "./field.module.css";
import { FieldFrame, FieldNotes, type FieldProps, useFieldIds } from "./field.tsx";

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

interface SelectProps<Value extends string> extends FieldProps {
  value: Value | "";
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
  /** The line that is shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
  hideLabel?: boolean;
  inputRef?: Ref<HTMLSelectElement>;
}

/** The browser's own drop-down: keys, type-ahead and a phone's wheel come with it. */
export function Select<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  disabled,
  hideLabel,
  inputRef,
  ...field
}: SelectProps<Value>) {
  const ids = useFieldIds(field.error, field.hint);
  return (
    <FieldFrame
      {...field}
      className={cx(field.className, hideLabel && s["hidden-label"])}
      ids={ids}
    >
      <div className={s["select"]}>
        <select
          ref={inputRef}
          id={ids.control}
          className={s["control"]}
          value={value}
          disabled={disabled}
          required={field.required}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => onChange(event.currentTarget.value as Value)}
        >
          {placeholder !== undefined || value === "" ? (
            <option value="" disabled={field.required}>
              {placeholder ?? ""}
            </option>
          ) : null}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <DownIcon aria-hidden="true" />
      </div>
    </FieldFrame>
  );
}

interface ChoiceProps<Value extends string> extends FieldProps {
  value: Value | "" | null;
  onChange: (value: Value) => void;
  options: readonly (Option<Value> & { icon?: ReactNode })[];
  disabled?: boolean;
}

/** Few values at a glance, as tiles; arrows go from one to the next. */
export function Choice<Value extends string>({
  label,
  value,
  onChange,
  options,
  error,
  hint,
  required,
  disabled,
  className,
}: ChoiceProps<Value>) {
  const ids = useFieldIds(error, hint);
  return (
    <fieldset
      className={cx(s["field"], className)}
      aria-describedby={ids.describedBy}
      aria-invalid={error ? true : undefined}
      disabled={disabled}
    >
      <legend className={s["label"]}>
        {label}
        {required ? <span className={s["required"]}> {t("ui.required")}</span> : null}
      </legend>
      <div className={s["tiles"]}>
        {options.map((option) => (
          <label key={option.value} className={s["tile"]}>
            <input
              type="radio"
              name={ids.control}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              required={required}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldNotes error={error} hint={hint} ids={ids} />
    </fieldset>
  );
}

interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  error?: string;
  hint?: ReactNode;
  className?: string;
}

export function Checkbox({
  label,
  checked,
  onChange,
  disabled,
  error,
  hint,
  className,
}: CheckboxProps) {
  const id = useId();
  const ids = { hint: `${id}h`, error: `${id}e` };
  return (
    <div className={className}>
      <label className={s["checkbox"]}>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? ids.error : hint ? ids.hint : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldNotes error={error} hint={hint} ids={ids} />
    </div>
  );
}
