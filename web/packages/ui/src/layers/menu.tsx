/** A button with more actions behind it, in the browser's top layer: nothing cuts it off. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, type ButtonKind } from "../actions/button.tsx";
import { Keys } from "../actions/keys.tsx";
import { cx } from "../cx.ts";
import { MoreIcon } from "../icons.ts";
import { t } from "../words.gen.ts";
import { hideLayer, POPOVER, placeBelow, showLayer } from "./floating.ts";
import s from "./menu.module.css";

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  onClick: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** The shortcut that does the same. */
  keys?: string;
}

interface MenuProps {
  /** Words of the button; without them it is three dots, called "more actions". */
  label?: string;
  icon?: ReactNode;
  kind?: ButtonKind;
  items: readonly MenuItem[];
  disabled?: boolean;
  className?: string;
}

export function Menu({ label, icon, kind = "plain", items, disabled, className }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const [anchor, layer] = [button.current, list.current];
    if (!open || !anchor || !layer) return;
    showLayer(layer);
    const stop = placeBelow(anchor, layer);
    buttonsOf(layer)[0]?.focus();
    // A press elsewhere closes it by the browser's own rule; where it has none, by ours.
    const outside = (event: Event) => {
      if (event.target instanceof Node && !layer.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      stop();
      hideLayer(layer);
    };
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = list.current ? buttonsOf(list.current) : [];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    // What is pressed here is for the menu alone, not for the dialog or the page behind it.
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      setOpen(false);
    } else if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key.length === 1 && event.key !== " ") {
      const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      const letter = event.key.toLowerCase();
      rest.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    }
  }

  return (
    <>
      <Button
        ref={button}
        kind={kind}
        icon={icon ?? (label ? undefined : <MoreIcon aria-hidden="true" />)}
        aria-label={label ? undefined : t("ui.menu")}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        className={className}
        onPointerDown={(event) => open && event.stopPropagation()}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      {open ? (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label ?? t("ui.menu")}
          tabIndex={-1}
          {...POPOVER}
          className={s["dropdown"]}
          onKeyDown={key}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={cx(s["item"], item.danger && s["danger"])}
              disabled={item.disabled}
              onClick={() => {
                close();
                item.onClick();
              }}
            >
              {item.icon}
              <span className={s["words"]}>{item.label}</span>
              {item.keys ? <Keys keys={item.keys} decorative /> : null}
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}

function buttonsOf(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
}
