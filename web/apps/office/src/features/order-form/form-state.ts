/** The form of one instance: what is typed, how far its sending came, what is wrong with it. */
import { createContext, useCallback, useContext } from "react";
import type { FieldFault } from "./model/content.ts";
import type { ItemForm, OrderForm } from "./model/form.ts";
import type { Sending } from "./sending/state.ts";

/** What is kept of an unfinished form in this browser. */
export interface KeptForm {
  form: OrderForm;
  sending: Sending;
}

export interface FormDesk {
  form: OrderForm;
  change: (next: (form: OrderForm) => OrderForm) => void;
  changeItem: (
    key: string,
    next: Partial<ItemForm> | ((item: ItemForm) => Partial<ItemForm>),
  ) => void;
  /** Item that is open; null = none. */
  open: string | null;
  setOpen: (key: string | null) => void;
  /** Somebody wanted to send: missing things are told from now on. */
  attempted: boolean;
  /** Sentence at a field: what the server refused, what the screen knows to be wrong. */
  faultAt: (item: string | null, path: string) => FieldFault | undefined;
  /** Number of faults in an item that are shown now. */
  faultsIn: (item: string) => number;
}

export const FormContext = createContext<FormDesk | null>(null);

export function useFormDesk(): FormDesk {
  const desk = useContext(FormContext);
  if (!desk) throw new Error("fields stand inside a form");
  return desk;
}

/** Fields of one item, whichever list they stand in. */
export const ItemContext = createContext<ItemForm | null>(null);

export interface ItemDesk {
  item: ItemForm;
  set: (next: Partial<ItemForm> | ((item: ItemForm) => Partial<ItemForm>)) => void;
  faultAt: (path: string) => FieldFault | undefined;
}

export function useItemDesk(): ItemDesk {
  const item = useContext(ItemContext);
  const { changeItem, faultAt } = useFormDesk();
  if (!item) throw new Error("the field of an item stands inside an item");
  const { key } = item;
  return {
    item,
    set: useCallback((next) => changeItem(key, next), [changeItem, key]),
    faultAt: useCallback((path) => faultAt(key, path), [faultAt, key]),
  };
}

/** Where a field stands on the page, so that an error's link finds it. */
export function placeName(item: string | null, path: string): string {
  return `${item ?? "order"}:${path}`;
}
