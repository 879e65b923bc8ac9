/** Ctrl+K: a number, a phone, a name or a command; arrows, Enter, Esc. */
import { Dialog, ErrorNote, Keys } from "@vitrazh/ui";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { t } from "../../words.gen.ts";
import { type Choice, useChoices } from "./choices.tsx";
import s from "./palette.module.css";

export interface PaletteProps {
  onClose: () => void;
  /** What was typed before the palette stood there. */
  early?: { take: () => { text: string; enter: boolean } } | undefined;
}

export function Palette({ onClose, early }: PaletteProps) {
  const [begin, setBegin] = useState({ text: "", enter: false });
  const [stands, setStands] = useState(false);
  useEffect(() => {
    if (early) setBegin(early.take());
    setStands(true);
  }, [early]);
  return (
    <Dialog title={t("search.title")} open onClose={onClose} size="m" className={s["dialog"]}>
      {stands ? <Finder begin={begin} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface FinderProps {
  onClose: () => void;
  begin: { text: string; enter: boolean };
}

function Finder({ onClose, begin }: FinderProps) {
  const id = useId();
  const [typed, setTyped] = useState(begin.text);
  const [at, setAt] = useState(0);
  /** Enter came before the answer: the first thing that is found then is opened. */
  const [inHurry, setInHurry] = useState<{ other: boolean } | null>(
    begin.enter && begin.text.trim() ? { other: false } : null,
  );
  const { groups, found } = useChoices(typed);
  const choices = groups.flatMap((group) => group.choices);
  const here = Math.min(at, choices.length - 1);
  const current = choices[here];
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function choose(choice: Choice, other: boolean): void {
    onClose();
    if (other && choice.other) choice.other();
    else choice.run();
  }

  const waits = inHurry && !found.waiting;
  useEffect(() => {
    if (!waits) return;
    setInHurry(null);
    if (current) choose(current, inHurry.other);
  });

  useEffect(() => {
    if (current)
      list.current?.querySelector(`[data-at="${here}"]`)?.scrollIntoView({ block: "nearest" });
  }, [here, current]);

  function key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length) {
      event.preventDefault();
      setAt((here + step + choices.length) % choices.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const other = event.ctrlKey || event.metaKey;
      if (found.waiting && typed.trim()) {
        setInHurry({ other });
        found.hurry();
      } else if (current) {
        choose(current, other);
      }
    }
  }

  function type(text: string): void {
    setTyped(text);
    setAt(0);
    setInHurry(null);
  }

  let index = -1;
  return (
    <div className={s["finder"]}>
      <input
        ref={field}
        type="text"
        role="combobox"
        className={s["field"]}
        aria-label={t("search.field")}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${here}` : undefined}
        aria-busy={found.waiting || undefined}
        placeholder={t("search.hint")}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={key}
      />
      {found.error ? <ErrorNote error={found.error} onRetry={found.retry} /> : null}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t("search.found")}
        className={s["list"]}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.title} role="group" aria-label={group.title}>
            <p className={s["group"]} aria-hidden="true">
              {group.title}
            </p>
            {group.choices.map((choice) => {
              index += 1;
              const own = index;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
                <div
                  key={choice.id}
                  id={`${id}-${own}`}
                  data-at={own}
                  role="option"
                  tabIndex={-1}
                  aria-selected={own === here}
                  className={s["choice"]}
                  onPointerMove={() => setAt(own)}
                  onClick={(event) => choose(choice, event.ctrlKey || event.metaKey)}
                >
                  {choice.shown}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {choices.length || found.error ? null : (
        <p className={s["none"]}>{found.waiting ? t("search.waiting") : t("search.nothing")}</p>
      )}
      <p className={s["foot"]} aria-hidden="true">
        <span>
          <Keys keys="enter" decorative /> {t("search.open")}
        </span>
        {current?.other ? (
          <span>
            <Keys keys="ctrl+enter" decorative /> {t("search.new-for-client")}
          </span>
        ) : null}
        <span>
          <Keys keys="escape" decorative /> {t("search.close")}
        </span>
      </p>
      <span role="status" className={s["said"]}>
        {typed.trim() && !found.waiting ? t("search.count", { count: choices.length }) : ""}
      </span>
    </div>
  );
}
