/** The card of a client: how to reach him, what he ordered, what was changed on the card. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ClientsClientOut } from "@vitrazh/api";
import { clientsClientOptions } from "@vitrazh/api/query";
import { asButton, Button, ErrorNote, Page, Skeleton, useShortcut } from "@vitrazh/ui";
import { nameOf, phone } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { useOfficeName, useStaffName } from "../../../shared/names.ts";
import { useMay } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import { CardHistory } from "./card-history.tsx";
import { ClientOrders } from "./client-orders.tsx";
import { EditCard } from "./edit-card.tsx";
import "../clients.css";

export function ClientPage() {
  const { clientId = "" } = useParams({ strict: false });
  const client = useQuery(clientsClientOptions({ path: { client_id: clientId } }));
  if (client.data) return <Known key={clientId} client={client.data} />;
  return (
    <Page title={t("clients.one")}>
      {client.error ? (
        <ErrorNote error={client.error} onRetry={() => void client.refetch()} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Page>
  );
}

function Known({ client }: { client: ClientsClientOut }) {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const mayEdit = may("clients.edit");
  useShortcut("e", () => setEditing(true), {
    label: t("clients.edit"),
    when: mayEdit && !editing,
  });
  return (
    <Page
      title={client.name}
      lead={nameOf("client-kind", client.kind)}
      actions={
        <>
          {mayEdit && !editing ? (
            <Button onClick={() => setEditing(true)}>{t("clients.edit")}</Button>
          ) : null}
          {may("orders.edit") ? (
            <Link to="/orders/new" search={{ client: client.id }} className={asButton("main")}>
              {t("clients.new-order")}
            </Link>
          ) : null}
        </>
      }
    >
      {editing ? (
        <EditCard client={client} onClose={() => setEditing(false)} />
      ) : (
        <Contacts client={client} />
      )}
      {may("orders.read") ? <ClientOrders clientId={client.id} /> : null}
      <CardHistory clientId={client.id} version={client.version} />
    </Page>
  );
}

function Contacts({ client }: { client: ClientsClientOut }) {
  const office = useOfficeName();
  const staff = useStaffName();
  return (
    <dl className="cl-card">
      <Fact name={t("clients.phones")}>
        {client.phones.length ? (
          <ul>
            {client.phones.map((number) => (
              <li key={number}>
                <a href={`tel:${number}`}>{phone(number)}</a>
              </li>
            ))}
          </ul>
        ) : (
          "–"
        )}
      </Fact>
      <Fact name={t("clients.email")}>
        {client.email ? <a href={`mailto:${client.email}`}>{client.email}</a> : "–"}
      </Fact>
      <Fact name={t("clients.channel")}>{nameOf("contact-channel", client.channel)}</Fact>
      <Fact name={t("clients.language")}>{t(`client-card.language.${client.language}`)}</Fact>
      {client.office_id ? <Fact name={t("clients.office")}>{office(client.office_id)}</Fact> : null}
      {client.manager_id ? (
        <Fact name={t("clients.manager")}>{staff(client.manager_id)}</Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
