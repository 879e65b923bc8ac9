/** The frame of the office: bar, navigation, the page, the keys that work everywhere. */
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { notify, ShortcutsHelp, useShortcut } from "@vitrazh/ui";
import {
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { PaletteProps } from "../features/search/palette.tsx";
import { onNotKept } from "../shared/drafts.ts";
import { useMay } from "../shared/session.ts";
import { t } from "../words.gen.ts";
import { Bar } from "./bar.tsx";
import { catchKeys, type EarlyKeys } from "./early-keys.ts";
import s from "./shell.module.css";

const loadPalette = () => import("../features/search/palette.tsx");
const Palette = lazy<ComponentType<PaletteProps>>(() =>
  loadPalette().then(
    ({ Palette: loaded }) => ({ default: loaded }),
    () => ({ default: NoPalette }),
  ),
);

/** Lists whose own field hears `/`. */
const OWN_SEARCH = new Set(["/orders", "/clients"]);

const PRELOAD_MS = 1_500;

export function Shell() {
  const navigate = useNavigate();
  const may = useMay();
  const main = useRef<HTMLElement>(null);
  const [searching, setSearching] = useState(false);
  const early = useRef<EarlyKeys | null>(null);
  function search(): void {
    early.current ??= catchKeys();
    setSearching(true);
  }
  function close(): void {
    early.current = null;
    setSearching(false);
  }
  const path = useRouterState({ select: (state) => state.location.pathname });
  const finds = may("orders.read") || may("clients.read");

  useShortcut("ctrl+k", search, { label: t("shell.search"), when: finds });
  useShortcut("/", search, { label: t("shell.search"), when: finds && !OWN_SEARCH.has(path) });
  useShortcut("n", () => void navigate({ to: "/orders/new" }), {
    label: t("shell.new-order"),
    when: may("orders.edit"),
  });
  useEffect(() => onNotKept(() => notify({ kind: "refusal", text: t("shell.not-kept") })), []);
  useFocusOnPage(main);
  useEffect(() => {
    // Fetched while the hands rest, so that the first Ctrl+K opens at once too.
    const timer = setTimeout(() => void loadPalette().catch(() => {}), PRELOAD_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      <a href="#content" className={s["skip"]}>
        {t("shell.skip")}
      </a>
      <Bar onSearch={finds ? search : null} />
      <main id="content" ref={main} tabIndex={-1} className={s["content"]}>
        <Outlet />
      </main>
      <ShortcutsHelp />
      {searching ? (
        <Suspense fallback={null}>
          <Palette early={early.current ?? undefined} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The palette could not be fetched: said, and the keys are the page's again. */
function NoPalette({ early, onClose }: PaletteProps) {
  const end = useEffectEvent(onClose);
  useEffect(() => {
    early?.take();
    notify({ kind: "refusal", text: t("shell.crash-text") });
    end();
  }, [early]);
  return null;
}

/** After a step to another page the next Tab is in that page, not in the bar above it. */
function useFocusOnPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const place = main.current;
    if (place && !place.contains(document.activeElement)) place.focus({ preventScroll: true });
  }, [path, main]);
}
