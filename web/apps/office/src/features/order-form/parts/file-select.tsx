/** Which file of the order a piece is made by: uploaded already, or chosen just now. */
import { useContext } from "react";
import { t } from "../../../words.gen.ts";
import { AttachedContext } from "../files/attached.ts";
import { useFormDesk } from "../form-state.ts";
import { ItemSelect } from "./fields.tsx";

interface Props {
  path: string;
  label: string;
  value: string;
  onChange: (reference: string) => void;
}

export function FileSelect({ path, label, value, onChange }: Props) {
  const { form } = useFormDesk();
  const attached = useContext(AttachedContext);
  const options = [
    ...attached.map((file) => ({ value: file.id, label: file.name })),
    ...form.files.map((file) => ({ value: file.key, label: file.name })),
  ];
  const hint = options.length ? undefined : t("order-form.files-first");
  return (
    <ItemSelect
      path={path}
      label={label}
      hint={hint}
      none={t("order-form.no-file")}
      value={value}
      onChange={onChange}
      options={options}
    />
  );
}
