/** An instant; both clocks in the tooltip, the tablet's beside it when the two disagree. */
import { clock, language, moment } from "@vitrazh/words";
import { t } from "../../words.gen.ts";

/** From here on the tablet's clock is worth a look: it is wrong, or the tap waited for a link. */
const APART_MS = 5 * 60_000;

function exact(instant: string): string {
  return new Intl.DateTimeFormat(language() === "ru" ? "ru-RU" : "en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(instant));
}

interface StampProps {
  at: string;
  /** When it was done by the tablet's clock. */
  tablet?: string | null;
}

export function Stamp({ at, tablet }: StampProps) {
  const apart = tablet ? Math.abs(Date.parse(at) - Date.parse(tablet)) >= APART_MS : false;
  const title = tablet
    ? t("order.strip.both-clocks", { server: exact(at), tablet: exact(tablet) })
    : t("order.strip.one-clock", { server: exact(at) });
  return (
    <time dateTime={at} title={title}>
      {moment(at)}
      {apart && tablet ? ` (${t("order.strip.tablet-clock", { at: clock(tablet) })})` : null}
    </time>
  );
}
