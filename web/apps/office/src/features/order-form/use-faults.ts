/** What is wrong with the form: what the screen knows, and what the server refused. */
import type { FieldFault as ServerFault } from "@vitrazh/api";
import { useCallback, useMemo, useState } from "react";
import { type FieldFault, faultsOf } from "./model/content.ts";
import type { ItemForm, OrderForm } from "./model/form.ts";
import { placedFaults } from "./model/places.ts";

/** A refusal stands until what was refused is changed. */
interface Refused extends FieldFault {
  value: unknown;
}

export interface FaultDesk {
  /** Everything that keeps the form from being sent. */
  local: (needItems: boolean) => FieldFault[];
  /** What is shown now: what was refused, what is wrong, and what is missing once it was tried. */
  shown: readonly FieldFault[];
  refuse: (faults: readonly ServerFault[]) => FieldFault[];
  forget: () => void;
  faultAt: (item: string | null, path: string) => FieldFault | undefined;
  faultsIn: (item: string) => number;
}

export function useFaults(form: OrderForm, attempted: boolean, needItems: boolean): FaultDesk {
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const all = useMemo(
    () => [
      ...refused.filter((fault) => fault.value === valueAt(form, fault)),
      ...faultsOf(form, needItems),
    ],
    [form, refused, needItems],
  );
  const shown = useMemo(() => all.filter((fault) => attempted || !fault.empty), [all, attempted]);
  return {
    local: useCallback((need) => faultsOf(form, need), [form]),
    shown,
    refuse: useCallback(
      (faults) => {
        const placed = placedFaults(faults, form);
        setRefused(placed.map((fault) => ({ ...fault, value: valueAt(form, fault) })));
        return placed;
      },
      [form],
    ),
    forget: useCallback(() => setRefused([]), []),
    faultAt: useCallback(
      (item, path) => {
        if (!path.endsWith("*")) return all.find((one) => one.item === item && one.path === path);
        const begin = path.slice(0, -1);
        return shown.find((one) => one.item === item && one.path.startsWith(begin));
      },
      [all, shown],
    ),
    faultsIn: useCallback((item) => shown.filter((one) => one.item === item).length, [shown]),
  };
}

function valueAt(form: OrderForm, { item, path }: FieldFault): unknown {
  const head = path.split(".")[0] ?? "";
  if (item === null) return form[head as keyof OrderForm];
  return form.items.find((one) => one.key === item)?.[head as keyof ItemForm];
}
