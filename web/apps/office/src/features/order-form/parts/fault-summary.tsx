/** All faults on top of the form, each a link to its field. */
import type { Ref } from "react";
import { t } from "../../../words.gen.ts";
import { useFormDesk } from "../form-state.ts";
import type { FieldFault } from "../model/content.ts";
import type { OrderForm } from "../model/form.ts";
import { fieldOfForm } from "../model/naming.ts";
import { sentPath } from "../model/places.ts";
import { titleOf } from "../model/summary.ts";
import { focusField } from "./places.ts";

const SHOWN = 12;

interface Props {
  ref: Ref<HTMLDivElement>;
  faults: readonly FieldFault[];
  form: OrderForm;
  visible: boolean;
}

export function FaultSummary({ ref, faults, form, visible }: Props) {
  const { setOpen } = useFormDesk();
  if (!visible || faults.length === 0) return null;
  const placeOf = ({ item: key, path }: FieldFault) => {
    const index = form.items.findIndex((item) => item.key === key);
    const item = form.items[index];
    if (!item) return "";
    return `${index + 1}. ${titleOf(item)}, ${fieldOfForm(sentPath(path, item)).toLowerCase()}: `;
  };
  return (
    <div ref={ref} className="of-summary" role="alert" tabIndex={-1}>
      <h2>{t("order-form.faults", { count: faults.length })}</h2>
      <ul>
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.item}:${fault.path}:${fault.sentence}`}>
            <a
              href={`#${fault.path}`}
              onClick={(event) => {
                event.preventDefault();
                if (fault.item) setOpen(fault.item);
                focusField(fault.item, fault.path);
              }}
            >
              {placeOf(fault)}
              {fault.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
