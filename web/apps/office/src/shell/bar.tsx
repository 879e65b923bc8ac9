/** The bar: where one is, how the link stands, search, a new order, and who sits here. */
import { Link, useRouterState } from "@tanstack/react-router";
import { AddIcon, asButton, Button, cx, Keys, SearchIcon } from "@vitrazh/ui";
import { useEffect, useState } from "react";
import { type May, useMay } from "../shared/session.ts";
import { t } from "../words.gen.ts";
import s from "./bar.module.css";
import { LinkBadge } from "./link-badge.tsx";
import { PersonMenu } from "./person-menu.tsx";

/** Screens that a person may see; the first one is his way in. */
export function screensFor(may: May) {
  return [
    { to: "/", label: t("shell.day"), seen: may("orders.read") },
    { to: "/orders", label: t("shell.orders"), seen: may("orders.read") },
    { to: "/clients", label: t("shell.clients"), seen: may("clients.read") },
    { to: "/board", label: t("shell.board"), seen: may("production.queue.read") },
    { to: "/devices", label: t("shell.devices"), seen: may("devices.edit") },
  ].filter(({ seen }) => seen);
}

export function Bar({ onSearch }: { onSearch: (() => void) | null }) {
  const may = useMay();
  const [unfolded, setUnfolded] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step to another page folds the menu
  useEffect(() => setUnfolded(false), [path]);
  return (
    <header className={s["bar"]} data-unfolded={unfolded || undefined}>
      <Link to="/" className={s["logo"]} aria-label={t("shell.home")}>
        <img src="/logo.svg" alt="" width="28" height="28" />
        <span className={s["brand"]}>{t("session.brand")}</span>
      </Link>
      <Button
        className={s["fold"] ?? ""}
        aria-expanded={unfolded}
        aria-controls="navigation"
        onClick={() => setUnfolded(!unfolded)}
      >
        {t("shell.menu")}
      </Button>
      <nav id="navigation" aria-label={t("shell.navigation")} className={s["nav"]}>
        {screensFor(may).map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === "/", includeSearch: false }}
            className={s["screen"]}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className={s["tools"]}>
        {onSearch ? (
          <button type="button" className={s["search"]} onClick={onSearch}>
            <SearchIcon aria-hidden="true" size={18} />
            <span className={s["search-word"]}>{t("shell.search")}</span>
            <Keys keys="ctrl+k" decorative className={s["wide"]} />
          </button>
        ) : null}
        {may("orders.edit") ? (
          <Link to="/orders/new" className={cx(asButton("main"), s["new"])}>
            <AddIcon aria-hidden="true" size={18} />
            <span className={s["new-words"]}>{t("shell.new-order")}</span>
          </Link>
        ) : null}
        {may("feed.read") ? <LinkBadge /> : null}
      </div>
      <div className={s["who"]}>
        <PersonMenu />
      </div>
    </header>
  );
}
