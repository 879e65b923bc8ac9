/** My day: what waits for a person, the most pressing first; every number opens its list. */
import { Link, Navigate } from "@tanstack/react-router";
import type { Need } from "@vitrazh/api";
import { asButton, EmptyState, ErrorNote, Page, Skeleton, Stack } from "@vitrazh/ui";
import { day as dayOf, isoDay } from "@vitrazh/words";
import { useState } from "react";
import { useFlash } from "../../shared/flash.ts";
import { useOnEvent } from "../../shared/live.ts";
import { useMay, useSession } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import s from "./day.module.css";
import { narrowed, ownFirst, type Reach, reachesFor, useDay, usualReach } from "./day.ts";
import { NeedSection } from "./need-section.tsx";

export function DayPage() {
  const may = useMay();
  if (may("orders.read")) return <Waiting />;
  if (may("devices.edit")) return <Navigate to="/devices" replace />;
  return (
    <Page title={t("day.title")}>
      <EmptyState
        text={t("day.nothing-to-see")}
        action={
          <a href="/shop/" className={asButton("main")}>
            {t("day.tablet")}
          </a>
        }
      />
    </Page>
  );
}

/** Left: what somebody has to do now. Right: what the dates say, and who comes for what. */
const SIDES: Need[][] = [
  ["answer", "look", "tell"],
  ["late", "due", "issue", "hand-over"],
];

function Waiting() {
  const session = useSession();
  const may = useMay();
  const [reach, setReach] = useState<Reach>(() => usualReach(session));
  const { data, error, refetch } = useDay(reach, session);
  const { changed, flash } = useFlash();
  useOnEvent(({ type, subject }) => {
    if (type.startsWith("orders.")) flash([subject]);
  });
  const needs = data ? ownFirst(data, session.staff_id) : [];
  const waiting = needs.filter(({ count }) => count > 0);
  return (
    <Page
      title={t("day.title")}
      lead={dayOf(isoDay(new Date()))}
      actions={<Reaches reach={reach} reaches={reachesFor(session)} onReach={setReach} />}
    >
      <Stack gap="l">
        {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton rows={8} /> : null}
        {data ? (
          <ul className={s["counters"]}>
            {needs.map(({ need, count }) => (
              <li key={need}>
                <Link
                  to="/orders"
                  search={{ needs: need, ...narrowed(reach, session) }}
                  className={s["counter"]}
                  data-need={need}
                  data-none={count === 0 || undefined}
                >
                  <b className={s["number"]}>{count}</b>
                  <span>{t(`day.short-${need}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
        {data && !waiting.length ? (
          <EmptyState
            text={t("day.calm")}
            action={
              may("orders.edit") ? (
                <Link to="/orders/new" className={asButton("main")}>
                  {t("day.new-order")}
                </Link>
              ) : null
            }
          />
        ) : null}
        <div className={s["sides"]}>
          {SIDES.map((side) => (
            <div key={side.join()} className={s["side"]}>
              {waiting
                .filter(({ need }) => side.includes(need))
                .map((need) => (
                  <NeedSection
                    key={need.need}
                    need={need}
                    search={{ needs: need.need, ...narrowed(reach, session) }}
                    changed={changed}
                  />
                ))}
            </div>
          ))}
        </div>
      </Stack>
    </Page>
  );
}

interface ReachesProps {
  reach: Reach;
  reaches: Reach[];
  onReach: (reach: Reach) => void;
}

function Reaches({ reach, reaches, onReach }: ReachesProps) {
  if (reaches.length < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div role="group" aria-label={t("day.reach")} className={s["reaches"]}>
      {reaches.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === reach}
          className={s["reach"]}
          onClick={() => onReach(each)}
        >
          {t(`day.reach-${each}`)}
        </button>
      ))}
    </div>
  );
}
