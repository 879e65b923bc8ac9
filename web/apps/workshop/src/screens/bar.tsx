/** The top of every screen: where one is, how the connection is, who holds the tablet. */
import { clock, nameOf } from "@vitrazh/words";
import type { ReactNode } from "react";
import { Press } from "../parts/press.tsx";
import { Shape, type ShapeName } from "../parts/shape.tsx";
import { type Link, useLink, useNotes, useOperator, useQueue, useTablet } from "../store/index.ts";
import { t } from "../words.gen.ts";
import { useDoing } from "./doing/doing.tsx";
import { go, type Place, usePlace } from "./place.ts";

/** `asking`: somebody says who he is, there is nowhere else to go meanwhile. */
export function Bar({ asking }: { asking: boolean }): ReactNode {
  const place = usePlace();
  const link = useLink();
  const short = asking || place.name === "order";
  return (
    <header className={short ? "bar short" : "bar"}>
      {asking ? null : <Places place={place} />}
      <LinkTile link={link} current={place.name === "link"} />
      <OperatorTile />
      {link.clock === null ? null : <ClockWarning minutes={link.clock} />}
    </header>
  );
}

function Places({ place }: { place: Place }): ReactNode {
  const queue = useQueue();
  const atOrder = place.name === "order";
  return (
    <nav>
      <Press
        aria-current={place.name === "queue" ? "page" : undefined}
        onClick={() => go({ name: "queue" })}
      >
        {atOrder ? <Shape kind="left" /> : null}
        <span className={atOrder ? "word" : ""}>{t("bar.queue")}</span>{" "}
        {queue ? <b>{queue.length}</b> : null}
      </Press>
      {atOrder ? null : (
        <Press
          aria-current={place.name === "done" ? "page" : undefined}
          onClick={() => go({ name: "done" })}
        >
          {t("bar.done")}
        </Press>
      )}
    </nav>
  );
}

const LINK_SHAPES: Readonly<Record<Link["state"], ShapeName>> = {
  live: "full",
  connecting: "dashed",
  "bus-lost": "half",
  lost: "cross",
  revoked: "cross",
  unpaired: "dashed",
};

/** How the connection is, in words. */
export function linkWords({ state, since, waiting: count }: Link): string {
  const at = clock(since.toISOString());
  if (state === "live") return count > 0 ? t("bar.sending", { count }) : t("bar.live");
  if (state === "bus-lost") return t("bar.bus-lost", { at });
  if (state === "lost")
    return count > 0 ? t("bar.lost-waiting", { at, count }) : t("bar.lost", { at });
  if (state === "revoked") return t("bar.revoked");
  return count > 0 ? t("bar.connecting-waiting", { count }) : t("bar.connecting");
}

function LinkTile({ link, current }: { link: Link; current: boolean }): ReactNode {
  const count = useNotes().length;
  const words = linkWords(link);
  const unread = count > 0 ? t("bar.unread", { count }) : null;
  return (
    <Press
      className={`link ${count > 0 ? "unread" : link.state}`}
      // A live region inside gives its button no name.
      aria-label={unread === null ? words : `${words}. ${unread}`}
      aria-current={current ? "page" : undefined}
      onClick={() => go({ name: "link" })}
    >
      <Shape kind={LINK_SHAPES[link.state]} />
      <span role="status">
        {words}
        {unread === null ? null : <b>{unread}</b>}
      </span>
    </Press>
  );
}

function OperatorTile(): ReactNode {
  const operator = useOperator();
  const tablet = useTablet();
  const { ask } = useDoing();
  const shop = tablet ? nameOf("shop", tablet.shop) : "";
  return (
    <Press
      className="operator"
      aria-label={operator ? t("bar.change", { name: operator.name }) : undefined}
      onClick={ask}
    >
      <b>{operator ? shortName(operator.name) : t("bar.nobody")}</b>
      <span>{operator && !operator.verified ? t("shop.unverified") : shop}</span>
    </Press>
  );
}

function ClockWarning({ minutes }: { minutes: number }): ReactNode {
  const count = Math.abs(minutes);
  return (
    <p className="clock-wrong" role="alert">
      <Shape kind="clock" />
      {minutes > 0 ? t("bar.clock-ahead", { count }) : t("bar.clock-behind", { count })}
    </p>
  );
}

/** `Волков И.` of `Волков Игорь`: a tile has no room for more. */
export function shortName(name: string): string {
  const [first = "", second = ""] = name.trim().split(/\s+/);
  return second === "" ? first : `${first}\u00a0${second.charAt(0)}.`;
}

/** `ВИ` of `Волков Игорь`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words.map((word) => word.charAt(0).toLocaleUpperCase()).join("");
}
