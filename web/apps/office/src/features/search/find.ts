/** What is looked for as it is typed: number, phone or name; answers to older words are dropped. */
import { useQuery } from "@tanstack/react-query";
import type { ClientRow, WorkOrderRow } from "@vitrazh/api";
import { clientsSearchOptions, ordersFolderOptions } from "@vitrazh/api/query";
import { useEffect, useState } from "react";
import { useMay } from "../../shared/session.ts";
import { otherLayout } from "./layout.ts";

/** So long the typing rests before the server is asked, ms. */
const REST_MS = 100;
const MOST_ORDERS = 5;
const MOST_CLIENTS = 5;
const MOST_SIGNS = 100;
/** Fewer digits than this are a number, more may be a phone. */
const PHONE_DIGITS = 5;
const PHONE = /^[\d\s()+-]+$/;

/** Whether a phone is typed, or its end. */
export function isPhone(text: string): boolean {
  return PHONE.test(text) && text.replace(/\D/g, "").length >= PHONE_DIGITS;
}

/** A phone however it is written becomes its digits; anything else stays as it is. */
export function asked(text: string): string {
  return (isPhone(text) ? text.replace(/\D/g, "") : text.trim()).slice(0, MOST_SIGNS);
}

/** The text once the typing has rested; `now()` takes it at once. */
function useRested(text: string): { rested: string; now: () => void } {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return { rested, now: () => setRested(text) };
}

export interface Found {
  orders: WorkOrderRow[];
  clients: ClientRow[];
  /** What is shown answers older words, or nothing yet. */
  waiting: boolean;
  error: unknown;
  retry: () => void;
  /** Ask at once, without waiting for the typing to rest. */
  hurry: () => void;
}

export function useFound(typed: string): Found {
  const may = useMay();
  const wanted = asked(typed);
  const { rested, now } = useRested(wanted);
  const plain = useBoth(rested, may("orders.read"), may("clients.read"));
  const nothing = plain.settled && !plain.orders.length && !plain.clients.length;
  const turned = nothing ? otherLayout(rested) : null;
  const again = useBoth(turned ?? "", may("orders.read"), may("clients.read"));
  const best = turned ? again : plain;
  return {
    orders: best.orders,
    clients: best.clients,
    waiting: wanted !== rested || !best.settled,
    error: best.error,
    retry: best.retry,
    hurry: now,
  };
}

const NO_ORDERS: WorkOrderRow[] = [];
const NO_CLIENTS: ClientRow[] = [];

function useBoth(text: string, orders: boolean, clients: boolean) {
  const some = text !== "";
  const one = useQuery({
    ...ordersFolderOptions({ query: { q: text, limit: MOST_ORDERS } }),
    enabled: some && orders,
  });
  const two = useQuery({
    ...clientsSearchOptions({ query: { q: text, limit: MOST_CLIENTS } }),
    enabled: some && clients,
  });
  return {
    orders: one.data?.items ?? NO_ORDERS,
    clients: two.data?.items ?? NO_CLIENTS,
    settled: !(one.isLoading || two.isLoading),
    error: one.error ?? two.error,
    retry: () => void Promise.all([one.refetch(), two.refetch()]),
  };
}
