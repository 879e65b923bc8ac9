/** Finds a client while one types, by a part of anything that people remember of him. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ClientRow, clientsClient, type WorkOrderRow } from "@vitrazh/api";
import { clientsSearchOptions, ordersFolderOptions } from "@vitrazh/api/query";
import { Combobox, type ComboboxOption, ErrorNote } from "@vitrazh/ui";
import { phone } from "@vitrazh/words";
import { useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import type { ChosenClient } from "../model/form.ts";

const PAUSE_MS = 120;
const SHOWN = 8;
const ORDERS_SHOWN = 3;
const LONGEST = 100;
/** Looks like the digits of an order's number, with its letter or without. */
const NUMBER = /^[а-яё]?-?\d{1,5}(\/\d{0,2})?$/i;

interface Props {
  error: string | undefined;
  onChoose: (client: ChosenClient) => void;
  /** Null: this person may not write clients down. */
  onNew: ((typed: string) => void) | null;
}

export function ClientFinder({ error, onChoose, onNew }: Props) {
  const [query, setQuery] = useState("");
  const [wanted] = useDebouncedValue(query.trim().slice(0, LONGEST), PAUSE_MS);
  const clients = useQuery({
    ...clientsSearchOptions({ query: { q: wanted, limit: SHOWN } }),
    enabled: wanted !== "",
    placeholderData: keepPreviousData,
  });
  const orders = useQuery({
    ...ordersFolderOptions({ query: { q: wanted, limit: ORDERS_SHOWN } }),
    enabled: NUMBER.test(wanted),
  });
  const ofOrder = useAction(
    async (_key, order: WorkOrderRow) =>
      (await clientsClient({ path: { client_id: order.client_id } })).data,
    { done: (client) => onChoose(chosen(client)) },
  );
  const found = clients.data?.items ?? [];
  const foundOrders = NUMBER.test(wanted) ? (orders.data?.items ?? []) : [];
  const choose = (id: string) => {
    if (id === "new") return onNew?.(query);
    const row = found.find((one) => one.id === id);
    if (row) return onChoose(chosen(row));
    const order = foundOrders.find((one) => `order:${one.id}` === id);
    if (order) void ofOrder.run(order);
  };
  return (
    <>
      <Combobox
        label={t("order-form.client")}
        hint={t("order-form.client-hint")}
        query={query}
        onQuery={setQuery}
        options={[
          ...found.map(option),
          ...foundOrders.map(orderOption),
          ...(onNew ? [{ id: "new", label: t("order-form.client-new") }] : []),
        ]}
        loading={wanted !== query.trim() || clients.isFetching}
        empty={t("order-form.client-none")}
        error={error}
        onChoose={choose}
        autoFocus
        required
      />
      <ErrorNote error={clients.error ?? ofOrder.error} onRetry={() => void clients.refetch()} />
    </>
  );
}

function chosen({ id, name, phones }: ClientRow | ChosenClient): ChosenClient {
  return { id, name, phones };
}

function option(client: ClientRow): ComboboxOption {
  return { id: client.id, label: client.name, detail: client.phones.map(phone).join(", ") };
}

function orderOption(order: WorkOrderRow): ComboboxOption {
  return {
    id: `order:${order.id}`,
    label: t("order-form.client-of-order", {
      number: order.number,
      name: order.client_name ?? "",
    }),
    detail: order.summary,
  };
}
