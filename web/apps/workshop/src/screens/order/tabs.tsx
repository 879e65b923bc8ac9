/** The items of an order as tabs, a page of them at a time. */
import { type ReactNode, useState } from "react";
import { Press } from "../../parts/press.tsx";
import { isSmall } from "../../parts/room.ts";
import { Shape, type ShapeName } from "../../parts/shape.tsx";
import { type Item, type ShownOrder, standing } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { pieces } from "./piece-words.ts";

const SHAPES: Readonly<Record<string, ShapeName>> = {
  queued: "dashed",
  started: "half",
  paused: "bars",
  finished: "diamond",
  passed: "full",
};

export interface TabsProps {
  order: ShownOrder;
  item: Item | null;
  onChoose: (id: string) => void;
}

export function Tabs({ order, item, onChoose }: TabsProps): ReactNode {
  const all = order.items.length;
  const [most, paged] = isSmall() ? [3, 2] : [4, 3];
  const fit = all <= most ? all : paged;
  const at = order.items.findIndex(({ id }) => id === item?.id);
  const [page, setPage] = useState(() => Math.floor(Math.max(at, 0) / fit));
  const pages = Math.ceil(all / fit);
  if (all < 2) return null;
  const shown = order.items.slice(page * fit, (page + 1) * fit);
  return (
    <nav className="tabs" aria-label={t("ticket.items")}>
      {pages > 1 ? (
        <Press
          className="turn"
          aria-label={t("ticket.earlier")}
          off={page === 0}
          onClick={() => setPage(page - 1)}
        >
          <Shape kind="left" />
        </Press>
      ) : null}
      {shown.map((one) => (
        <Press
          key={one.id}
          aria-current={one.id === item?.id ? "true" : undefined}
          onClick={() => onChoose(one.id)}
        >
          <Shape kind={SHAPES[standing(order, one)?.state ?? "queued"] ?? "dashed"} />
          <span>
            {t("ticket.item", { position: one.position })}
            <b>{pieces(one.quantity)}</b>
          </span>
        </Press>
      ))}
      {pages > 1 ? (
        <Press
          className="turn"
          aria-label={t("ticket.later")}
          off={page === pages - 1}
          onClick={() => setPage(page + 1)}
        >
          <Shape kind="right" />
        </Press>
      ) : null}
    </nav>
  );
}
