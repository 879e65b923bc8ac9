/** The order form: a new order, and an order that is edited or corrected. */
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { clientsClientOptions, ordersWorkOrderOptions } from "@vitrazh/api/query";
import { EmptyState, ErrorNote, Page, Skeleton } from "@vitrazh/ui";
import { useMemo } from "react";
import { useMay } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import { EditOrder } from "./edit/edit-order.tsx";
import { useInstance } from "./instance.ts";
import { blankOrder } from "./model/blanks.ts";
import { copyOfOrder } from "./model/from-order.ts";
import { NewOrder } from "./start/new-order.tsx";

export function NewOrderPage() {
  const { client: clientId, copy } = useSearch({ strict: false });
  const [instance, setInstance] = useInstance();
  const may = useMay();
  const client = useQuery({
    ...clientsClientOptions({ path: { client_id: clientId ?? "" } }),
    enabled: clientId !== undefined,
  });
  const copied = useQuery({
    ...ordersWorkOrderOptions({ path: { order_id: copy ?? "" } }),
    enabled: copy !== undefined,
  });
  const begin = useMemo(() => {
    if (copied.data) return copyOfOrder(copied.data);
    if (!client.data) return blankOrder();
    const { id, name, phones } = client.data;
    return blankOrder({ id, name, phones });
  }, [client.data, copied.data]);
  if (!may("orders.edit")) return <Unable text={t("order-form.may-not")} />;
  if (client.isLoading || copied.isLoading) {
    return (
      <Page title={t("order-form.new")}>
        <Skeleton rows={6} />
      </Page>
    );
  }
  return (
    <>
      <ErrorNote error={client.error ?? copied.error} />
      <NewOrder
        key={instance}
        instance={instance}
        onInstance={setInstance}
        begin={begin}
        copyOf={copied.data?.number ?? null}
      />
    </>
  );
}

export function EditOrderPage() {
  const { orderId = "" } = useParams({ strict: false });
  const order = useQuery(ordersWorkOrderOptions({ path: { order_id: orderId } }));
  const may = useMay();
  if (order.data) {
    if (!may("orders.edit", order.data.office_id)) {
      return <Unable text={t("order-form.may-not-edit")} />;
    }
    return <EditOrder key={orderId} order={order.data} />;
  }
  return (
    <Page title={t("order-form.edit")}>
      {order.error ? (
        <ErrorNote error={order.error} onRetry={() => void order.refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Page>
  );
}

function Unable({ text }: { text: string }) {
  return (
    <Page title={t("order-form.new")}>
      <EmptyState text={text} />
    </Page>
  );
}
