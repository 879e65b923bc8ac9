/** Fields of an item: number, word, closed list, check-box, each with its fault at its place. */
import { Checkbox, Select, TextField } from "@vitrazh/ui";
import { type ReactNode, useState } from "react";
import { t } from "../../../words.gen.ts";
import { placeName, useFormDesk, useItemDesk } from "../form-state.ts";

interface Common {
  /** Path in the item: `size`, `holes.<key>.x`. */
  path: string;
  label: string;
  hint?: ReactNode;
}

/** Anchor of a field: the links of the error summary lead here. */
export function FieldPlace({
  item,
  path,
  className,
  children,
}: {
  item: string | null;
  path: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div data-place={placeName(item, path)} className={className}>
      {children}
    </div>
  );
}

export interface TextProps extends Common {
  value: string;
  onChange: (text: string) => void;
  suffix?: string;
  numeric?: boolean;
  placeholder?: string;
  wide?: boolean;
}

/** While it is being typed a half number is no fault yet: it is told when the field is left. */
export function ItemText({
  path,
  label,
  hint,
  value,
  onChange,
  suffix,
  numeric,
  placeholder,
  wide,
}: TextProps) {
  const { item, faultAt } = useItemDesk();
  const { attempted } = useFormDesk();
  const [typing, setTyping] = useState(false);
  const fault = faultAt(path);
  const quiet = fault && !attempted && (fault.empty || typing);
  return (
    <FieldPlace item={item.key} path={path} className={wide ? "of-wide" : "of-narrow"}>
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        error={quiet ? undefined : fault?.sentence}
        hint={hint}
        suffix={suffix}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(numeric ? { inputMode: "numeric" as const } : {})}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
      />
    </FieldPlace>
  );
}

export function MmField(props: Omit<TextProps, "suffix" | "numeric">) {
  return <ItemText {...props} numeric suffix={t("order-form.mm")} />;
}

interface ListProps<Value extends string> extends Common {
  value: Value | "";
  onChange: (value: Value | "") => void;
  options: readonly { value: Value; label: string }[];
  /** What stands there while nothing is chosen; without it something always is. */
  none?: string;
}

export function ItemSelect<Value extends string>({
  path,
  label,
  hint,
  value,
  onChange,
  options,
  none,
}: ListProps<Value>) {
  const { item, faultAt } = useItemDesk();
  return (
    <FieldPlace item={item.key} path={path} className="of-list">
      <Select
        label={label}
        hint={hint}
        value={value}
        onChange={onChange}
        options={options}
        {...(none === undefined ? {} : { placeholder: none })}
        error={faultAt(path)?.sentence}
      />
    </FieldPlace>
  );
}

export function ItemCheck({
  path,
  label,
  checked,
  onChange,
}: {
  path: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { item, faultAt } = useItemDesk();
  const error = faultAt(path)?.sentence;
  return (
    <FieldPlace item={item.key} path={path}>
      <Checkbox
        label={label}
        checked={checked}
        onChange={onChange}
        {...(error === undefined ? {} : { error })}
      />
    </FieldPlace>
  );
}
