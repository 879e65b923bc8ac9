/** One order of the board beside the list: its shops, its pieces, and what may be done here. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type BoardOrder, Refusal, type ShopOrderOut } from "@vitrazh/api";
import { asButton, Button, ErrorNote, Pane, SidePanel } from "@vitrazh/ui";
import { nameOf, promised } from "@vitrazh/words";
import { useOfficeName, useStaffName } from "../../shared/names.ts";
import { useMay } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import { Control } from "./control.tsx";
import { boardOrderQuery } from "./data.ts";
import { Holder } from "./holder.tsx";
import { type BoardItem, pieceName, progressWords } from "./names.ts";
import { useAccept } from "./verbs.ts";

interface BoardPanelProps {
  id: string;
  /** The row as the list has it, until the order itself is read. */
  first: BoardOrder;
  onClose: () => void;
}

export function BoardPanel({ id, first, onClose }: BoardPanelProps) {
  const query = useQuery(boardOrderQuery(id));
  const gone = query.error instanceof Refusal && query.error.status === 404;
  const order = query.data && query.data.sequence >= first.sequence ? query.data : first;
  const open = (
    <Link to="/orders/$orderId" params={{ orderId: id }} className={asButton("plain")}>
      {t("board.panel.open")}
    </Link>
  );
  return (
    <SidePanel title={first.number} open={true} onClose={onClose} full={open}>
      {gone ? <p>{t("board.panel.gone")}</p> : <Standing order={order} />}
    </SidePanel>
  );
}

function Standing({ order }: { order: BoardOrder }) {
  const staffName = useStaffName();
  const officeName = useOfficeName();
  return (
    <div className={s["standing"]}>
      <div className={s["panes"]}>
        {order.late ? <Pane kind="late">{promised(order.promised_on, true)}</Pane> : null}
        {order.urgency === "normal" ? null : <Pane kind={order.urgency} />}
        {order.open_questions > 0 ? (
          <Pane kind="open-question">
            {t("board.panel.asking", { count: order.open_questions })}
          </Pane>
        ) : null}
      </div>
      <dl className={s["facts"]}>
        <dt>{t("board.panel.promised")}</dt>
        <dd>{promised(order.promised_on, order.late)}</dd>
        <dt>{t("board.panel.pickup")}</dt>
        <dd>{officeName(order.pickup_office_id)}</dd>
        <dt>{t("board.panel.manager")}</dt>
        <dd>{staffName(order.manager_id)}</dd>
      </dl>
      {order.shops.map((shop) => (
        <ShopStanding key={shop.shop} order={order} shop={shop} />
      ))}
    </div>
  );
}

function ShopStanding({ order, shop }: { order: BoardOrder; shop: ShopOrderOut }) {
  const may = useMay();
  const accept = useAccept(order, shop.shop);
  const accepted = Boolean(shop.accepted_at);
  const name = nameOf("shop", shop.shop);
  return (
    <section className={s["shop"]} aria-label={name}>
      <h3 className={s["shop-name"]}>
        {name} <Pane kind={shop.state as "sent"} />
      </h3>
      {!accepted && may("production.accept") ? (
        <Button kind="main" pending={accept.pending} onClick={() => void accept.run()}>
          {t("board.act.accept")}
        </Button>
      ) : null}
      <ErrorNote
        error={accept.error}
        onRetry={accept.again ? () => void accept.again?.() : undefined}
      />
      <ul className={s["works"]}>
        {order.items.flatMap((item) =>
          item.shops
            .filter((work) => work.shop === shop.shop)
            .map((work) => (
              <li key={item.id} className={s["work"]}>
                <Work item={item} work={work} />
                {may("production.control") && work.done > 0 ? (
                  <Control order={order} item={item} work={work} accepted={accepted} />
                ) : null}
              </li>
            )),
        )}
      </ul>
    </section>
  );
}

function Work({ item, work }: { item: BoardItem; work: BoardItem["shops"][number] }) {
  return (
    <>
      <div className={s["work-name"]}>
        <span className={s["muted"]}>{item.position}</span> {pieceName(item)}
        {item.quantity > 1 ? `\u00a0${t("board.times", { count: item.quantity })}` : null}
      </div>
      <div className={s["panes"]}>
        <Pane kind={work.state} />
        <span>{progressWords(work, item.quantity)}</span>
        <Holder work={work} />
      </div>
    </>
  );
}
