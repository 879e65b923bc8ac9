/** What the palette offers, in groups: orders, clients, commands. */
import { useNavigate } from "@tanstack/react-router";
import type { ClientRow, WorkOrderRow } from "@vitrazh/api";
import { phone } from "@vitrazh/words";
import type { ReactNode } from "react";
import { PromisedOn, Standing } from "../../shared/order-bits.tsx";
import { useMay } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import { fitting, useCommands } from "./commands.ts";
import { type Found, isPhone, useFound } from "./find.ts";
import s from "./palette.module.css";

export interface Choice {
  id: string;
  shown: ReactNode;
  run: () => void;
  /** What Ctrl+Enter does instead. */
  other?: () => void;
}

export interface Group {
  title: string;
  choices: Choice[];
}

const FEW_COMMANDS = 4;

export function useChoices(typed: string): { groups: Group[]; found: Found } {
  const navigate = useNavigate();
  const may = useMay();
  const found = useFound(typed);
  const commands = fitting(useCommands(), typed);
  const looks = typed.trim() !== "";

  const order = (row: WorkOrderRow): Choice => ({
    id: row.id,
    shown: <OrderLine row={row} />,
    run: () => void navigate({ to: "/orders/$orderId", params: { orderId: row.id } }),
  });
  const client = (row: ClientRow): Choice => ({
    id: row.id,
    shown: <ClientLine row={row} />,
    run: () => void navigate({ to: "/clients/$clientId", params: { clientId: row.id } }),
    ...(may("orders.edit")
      ? { other: () => void navigate({ to: "/orders/new", search: { client: row.id } }) }
      : {}),
  });
  const command = ({ id, label, run }: (typeof commands)[number]): Choice => ({
    id: `command-${id}`,
    shown: <span className={s["main"]}>{label}</span>,
    run,
  });

  const orders = { title: t("search.orders"), choices: looks ? found.orders.map(order) : [] };
  const clients = { title: t("search.clients"), choices: looks ? found.clients.map(client) : [] };
  const groups = [
    // Who rings is looked for by his phone: he comes before all that he has ordered.
    ...(isPhone(typed) ? [clients, orders] : [orders, clients]),
    {
      title: t("search.commands"),
      choices: (looks ? commands.slice(0, FEW_COMMANDS) : commands).map(command),
    },
  ].filter(({ choices }) => choices.length);
  return { groups, found };
}

function OrderLine({ row }: { row: WorkOrderRow }) {
  return (
    <>
      <span className={s["main"]}>
        <b className={s["number"]}>{row.number}</b> {row.client_name}
      </span>
      <span className={s["detail"]}>{row.summary}</span>
      <span className={s["side"]}>
        <Standing row={row} />
        {row.stage === "in-work" ? (
          <span className={s["promised"]}>
            <PromisedOn row={row} />
          </span>
        ) : null}
      </span>
    </>
  );
}

function ClientLine({ row }: { row: ClientRow }) {
  return (
    <>
      <span className={s["main"]}>{row.name}</span>
      <span className={s["detail"]}>
        {[row.phones.map(phone).join(", "), row.email].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}
