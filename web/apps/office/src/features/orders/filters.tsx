/** What narrows a folder: words, an office, mine, late. */
import { cx, Keys, Select, TextField, useShortcut } from "@vitrazh/ui";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useOffices } from "../../shared/names.ts";
import { t } from "../../words.gen.ts";
import type { FolderCounts } from "./counts.ts";
import s from "./orders.module.css";
import { folderOf, type OrdersView } from "./view.ts";

const TYPING_MS = 250;
const MOST_SIGNS = 100;

interface FiltersProps {
  view: OrdersView;
  counts: FolderCounts | undefined;
  onChange: (part: Partial<Record<keyof OrdersView, unknown>>, replace?: boolean) => void;
}

export function Filters({ view, counts, onChange }: FiltersProps) {
  const offices = useOffices();
  const tally = counts?.[folderOf(view)];
  const everywhere = { value: "all", label: t("orders.all-offices") };
  return (
    <div className={s["filters"]}>
      {view.needs ? null : (
        <Search text={view.q ?? ""} onText={(q) => onChange({ q: q || undefined }, true)} />
      )}
      {offices.length > 1 ? (
        <Select
          label={t("orders.office")}
          hideLabel
          value={view.office ?? "all"}
          onChange={(office) => onChange({ office: office === "all" ? undefined : office })}
          options={[everywhere, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : null}
      <Toggle
        on={view.mine ?? false}
        onToggle={(mine) => onChange({ mine: mine || undefined })}
        label={t("orders.mine")}
        count={view.needs ? undefined : tally?.mine}
      />
      {!view.needs && (folderOf(view) === "in-work" || folderOf(view) === "all") ? (
        <Toggle
          on={view.late ?? false}
          onToggle={(late) => onChange({ late: late || undefined })}
          label={t("orders.late")}
          count={tally?.late}
          alarming={Boolean(tally?.late)}
        />
      ) : null}
    </div>
  );
}

interface ToggleProps {
  on: boolean;
  onToggle: (on: boolean) => void;
  label: string;
  count: number | undefined;
  alarming?: boolean;
}

function Toggle({ on, onToggle, label, count, alarming }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={cx(s["toggle"], alarming && s["alarming"])}
      onClick={() => onToggle(!on)}
    >
      {label}
      {count === undefined ? null : <span className={s["count"]}>{count}</span>}
    </button>
  );
}

/** Sends what was typed once the typing rests; follows the address when that changes elsewhere. */
function Search({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  const field = useRef<HTMLInputElement>(null);
  const send = useRef(onText);
  useEffect(() => {
    send.current = onText;
  });
  useShortcut("/", () => field.current?.focus(), { label: t("orders.search") });

  useEffect(() => {
    if (text !== sent.current) {
      sent.current = text;
      setTyped(text);
    }
  }, [text]);
  useEffect(() => {
    // Too long for the server: the field says so, and what was typed stays.
    if (typed === sent.current || typed.length > MOST_SIGNS) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      send.current(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  function key(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === "Escape" && typed) {
      event.preventDefault();
      setTyped("");
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      // Down into the list; there arrows and Enter go on.
      const first = document.querySelector<HTMLElement>('[data-list] tbody tr[tabindex="0"]');
      if (!first) return;
      event.preventDefault();
      first.focus();
    }
  }

  return (
    <div className={s["search"]}>
      <TextField
        label={t("orders.search")}
        hideLabel
        value={typed}
        onChange={setTyped}
        placeholder={t("orders.search-hint")}
        maxLength={MOST_SIGNS}
        inputMode="search"
        inputRef={field}
        onKeyDown={key}
        suffix={<Keys keys="/" decorative />}
      />
    </div>
  );
}
