/** Columns of the board. */
import { Link } from "@tanstack/react-router";
import type { BoardOrder, Shop } from "@vitrazh/api";
import { type Column, Pane } from "@vitrazh/ui";
import { nameOf, promised } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import { Pieces } from "./pieces.tsx";

function Numbered({ order }: { order: BoardOrder }) {
  return (
    <div className={s["numbered"]}>
      <Link to="/orders/$orderId" params={{ orderId: order.id }} className={s["number"]}>
        {order.number}
      </Link>
      {order.urgency === "normal" ? null : <Pane kind={order.urgency} />}
      {order.open_questions > 0 ? <Pane kind="open-question" /> : null}
      {order.revision > 1 ? (
        <span className={s["muted"]}>{t("board.revision", { number: order.revision })}</span>
      ) : null}
    </div>
  );
}

function Promised({ order }: { order: BoardOrder }) {
  const words = promised(order.promised_on, order.late);
  return order.late ? <Pane kind="late">{words}</Pane> : words;
}

function Shops({ order, shop }: { order: BoardOrder; shop: Shop | undefined }) {
  return (
    <ul className={s["shops"]}>
      {order.shops
        .filter((one) => shop === undefined || one.shop === shop)
        .map((one) => (
          <li key={one.shop} className={s["shop-line"]}>
            <span className={s["muted"]}>{nameOf("shop", one.shop)}</span>
            {one.unseen_at && !one.seen_at && !one.accepted_at ? (
              <Pane kind="unseen">{t("board.unseen")}</Pane>
            ) : (
              <Pane kind={one.state as "sent"} />
            )}
          </li>
        ))}
    </ul>
  );
}

export function columnsFor(shop: Shop | undefined): Column<BoardOrder>[] {
  return [
    {
      key: "number",
      head: t("board.col.number"),
      width: "11rem",
      cell: (order) => <Numbered order={order} />,
    },
    {
      key: "promised",
      head: t("board.col.promised"),
      width: "13rem",
      hideBelow: 600,
      cell: (order) => <Promised order={order} />,
    },
    {
      key: "shops",
      head: t("board.col.shops"),
      width: "14rem",
      hideBelow: 1200,
      cell: (order) => <Shops order={order} shop={shop} />,
    },
    {
      key: "pieces",
      head: t("board.col.pieces"),
      cell: (order) => (
        <>
          <span className={s["narrow-promised"]}>
            <Promised order={order} />
          </span>
          <div className={s["narrow-shops"]}>
            <Shops order={order} shop={shop} />
          </div>
          <Pieces order={order} shop={shop} />
        </>
      ),
    },
  ];
}
