/** One thing that orders wait for: the first few, and the way to all of them. */
import { Link } from "@tanstack/react-router";
import type { DayRow, Need, NeedOut } from "@vitrazh/api";
import { Ago, cx, Pane } from "@vitrazh/ui";
import { moment } from "@vitrazh/words";
import { useStaffName } from "../../shared/names.ts";
import { noteOf, PromisedOn } from "../../shared/order-bits.tsx";
import { useSession } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import s from "./day.module.css";

interface SectionProps {
  need: NeedOut;
  /** The view of the folders that shows all of them. */
  search: { needs: Need; office?: string; mine?: boolean };
  changed: ReadonlySet<string>;
}

export function NeedSection({ need, search, changed }: SectionProps) {
  const title = `need-${need.need}`;
  return (
    <section className={s["section"]} aria-labelledby={title} data-need={need.need}>
      <header className={s["head"]}>
        <h2 id={title} className={s["title"]}>
          {t(`day.${need.need}`)} <span className={s["count"]}>{need.count}</span>
        </h2>
        {need.count > need.rows.length ? (
          <Link to="/orders" search={search}>
            {t("day.all", { count: need.count })}
          </Link>
        ) : null}
      </header>
      <ul className={s["rows"]}>
        {need.rows.map((row) => (
          <Line key={row.id} row={row} need={need.need} changed={changed.has(row.id)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ row, need, changed }: { row: DayRow; need: Need; changed: boolean }) {
  const session = useSession();
  const staffName = useStaffName();
  const mine = row.manager_id === session.staff_id;
  const manager = mine ? t("day.my-own") : staffName(row.manager_id);
  return (
    <li className={cx(s["row"], changed && s["changed"])}>
      <Link to="/orders/$orderId" params={{ orderId: row.id }} className={s["order"]}>
        <span className={s["first"]}>
          <b>{row.number}</b>
          <span className={s["client"]}>{row.client_name ?? ""}</span>
        </span>
        <span className={s["why"]}>
          <Why row={row} need={need} />
        </span>
        <span className={s["what"]}>
          {row.question ? <q className={s["question"]}>{row.question}</q> : row.summary}
        </span>
        <span className={s["who"]}>{manager}</span>
      </Link>
    </li>
  );
}

/** What a manager without time must know of it. */
function Why({ row, need }: { row: DayRow; need: Need }) {
  const note = noteOf(row);
  switch (need) {
    case "answer":
      return <>{row.since ? <Ago at={row.since} /> : null}</>;
    case "look":
      return (
        <>
          {note ? <Pane kind={note} /> : null} {row.since ? <Ago at={row.since} /> : null}
        </>
      );
    case "tell":
      return note && note !== "told" ? (
        <Pane kind={note} />
      ) : (
        <Pane kind="unknown">{t("day.no-word")}</Pane>
      );
    case "issue":
      return (
        <>{row.told_at ? t("office.told-at", { at: moment(row.told_at) }) : t("day.telling")}</>
      );
    case "hand-over":
      return <Ago at={row.placed_at} />;
    default:
      return (
        <>
          {note && note !== "told" ? <Pane kind={note} /> : null} <PromisedOn row={row} />
        </>
      );
  }
}
