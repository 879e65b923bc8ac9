/** What one asks of an order first: whose, by when, where, how much. */
import { Link } from "@tanstack/react-router";
import type { WorkOrderOut } from "@vitrazh/api";
import { nameOf, phone, promised } from "@vitrazh/words";
import type { ReactNode } from "react";
import { useOfficeName, useStaffName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { type Rights, useRights } from "../rights.ts";
import s from "./head.module.css";
import { Price } from "./price.tsx";

export function Facts({ order }: { order: WorkOrderOut }) {
  const rights = useRights(order);
  const officeName = useOfficeName();
  const staffName = useStaffName();
  const unknown = t("order.fact.unknown");
  const office = officeName(order.office_id) || unknown;
  const pickup = officeName(order.pickup_office_id) || unknown;
  return (
    <dl className={s["facts"]}>
      <Fact label={t("order.fact.client")} wide>
        <ClientFact order={order} rights={rights} />
      </Fact>
      <Fact label={t("order.fact.promised")}>
        <span className={order.late ? s["late"] : undefined}>
          {promised(order.promised_on, order.late)}
        </span>
      </Fact>
      <Fact label={t("order.fact.urgency")}>{nameOf("urgency", order.urgency)}</Fact>
      {office === pickup ? null : <Fact label={t("order.fact.office")}>{office}</Fact>}
      <Fact label={t("order.fact.pickup")}>{pickup}</Fact>
      <Fact label={t("order.fact.manager")}>{staffName(order.manager_id) || unknown}</Fact>
      {rights.seePrice ? (
        <Fact label={t("order.fact.price")}>
          <Price order={order} may={rights.setPrice} />
        </Fact>
      ) : null}
    </dl>
  );
}

interface FactProps {
  label: string;
  wide?: boolean;
  children: ReactNode;
}

function Fact({ label, wide = false, children }: FactProps) {
  return (
    <div className={wide ? s["wide"] : s["fact"]}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ClientFact({ order, rights }: { order: WorkOrderOut; rights: Rights }) {
  const { client } = order;
  if (!rights.openClient) {
    return <span className={s["muted"]}>{t("order.fact.client-hidden")}</span>;
  }
  const name = client.name ?? t("order.fact.client-unknown");
  return (
    <>
      <Link to="/clients/$clientId" params={{ clientId: client.id }} className={s["client"]}>
        {name}
      </Link>
      {(client.phones ?? []).map((number) => (
        <a key={number} href={`tel:${number}`} className={s["phone"]}>
          {phone(number)}
        </a>
      ))}
    </>
  );
}
