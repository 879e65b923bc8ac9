/** How full each shop is; every number opens what it counts. */
import { useQuery } from "@tanstack/react-query";
import type { BoardRow } from "@vitrazh/api";
import { Card, cx, ErrorNote, Skeleton } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { Fragment } from "react";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import { countsQuery } from "./data.ts";
import { type BoardView, isSame, STATES } from "./view.ts";

interface CountsProps {
  view: BoardView;
  onView: (view: BoardView) => void;
}

export function Counts({ view, onView }: CountsProps) {
  const counts = useQuery(countsQuery());
  if (counts.isPending) return <Skeleton rows={2} />;
  if (counts.isError) {
    return <ErrorNote error={counts.error} onRetry={() => void counts.refetch()} />;
  }
  return (
    <section className={s["counts"]} aria-label={t("board.shops")}>
      {counts.data.shops.map((row) => (
        <ShopCounts key={row.shop} row={row} view={view} onView={onView} />
      ))}
    </section>
  );
}

function ShopCounts({ row, view, onView }: CountsProps & { row: BoardRow }) {
  const { shop } = row;
  const unaccepted = row.sent + row.received + row.seen;
  const all = unaccepted + row.accepted + row.completed;
  const tell = (word: string, count: number, wanted: BoardView, alarming = false) => (
    <Count
      word={word}
      count={count}
      alarming={alarming && count > 0}
      pressed={isSame(view, wanted)}
      onPress={() => onView(isSame(view, wanted) ? {} : wanted)}
    />
  );
  return (
    <Card title={nameOf("shop", shop)}>
      <div className={s["numbers"]}>
        {tell(t("board.count.orders"), all, { shop })}
        {tell(t("board.count.late"), row.late, { shop, late: true }, true)}
        {tell(t("board.count.asking"), row.open_questions, { shop, asking: true })}
        {tell(t("board.count.unaccepted"), unaccepted, { shop, unaccepted: true })}
        {tell(t("board.count.urgent"), row.urgent, { shop, urgent: true })}
      </div>
      <p className={s["of-pieces"]}>{t("board.pieces-now")}</p>
      <div className={s["numbers"]}>
        {STATES.map((state) => (
          <Fragment key={state}>
            {tell(nameOf("work", state), row.items[state] ?? 0, { shop, state })}
          </Fragment>
        ))}
      </div>
    </Card>
  );
}

interface CountProps {
  word: string;
  count: number;
  alarming?: boolean;
  pressed: boolean;
  onPress: () => void;
}

function Count({ word, count, alarming = false, pressed, onPress }: CountProps) {
  return (
    <button
      type="button"
      className={cx(s["count"], alarming && s["alarming"])}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <span className={s["count-number"]}>{count}</span> {word}
    </button>
  );
}
