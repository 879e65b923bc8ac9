/** A button that says at once that it was pressed, and takes no second press meanwhile. */
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";
import { cx } from "../cx.ts";
import s from "./button.module.css";
import { Keys } from "./keys.tsx";

export type ButtonKind = "main" | "plain" | "danger" | "link";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  /** The action is under way: the button keeps the focus and ignores presses. */
  pending?: boolean;
  icon?: ReactNode;
  /** The shortcut to show on the button; the caller listens for it by useShortcut. */
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** The look of a button for a link to another screen. */
export function asButton(kind: ButtonKind = "plain"): string {
  return cx(s["button"], s[kind]);
}

/** Four panes of which one is lit, in turn. */
function Working() {
  return (
    <svg viewBox="0 0 18 18" className={s["working"]} aria-hidden="true" focusable="false">
      <path d="M1 1H8V8H1Z" />
      <path d="M10 1H17V8H10Z" />
      <path d="M10 10H17V17H10Z" />
      <path d="M1 10H8V17H1Z" />
    </svg>
  );
}

export function Button({
  kind = "plain",
  pending = false,
  icon,
  keys,
  className,
  children,
  onClick,
  type = "button",
  ...others
}: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onClick?.(event);
  }
  return (
    <button
      {...others}
      type={type}
      className={cx(asButton(kind), pending && s["pending"], className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || others["aria-disabled"] || undefined}
      onClick={press}
    >
      {pending ? <Working /> : icon}
      {children ? <span className={s["words"]}>{children}</span> : null}
      {keys ? <Keys keys={keys} className={s["keys"]} decorative /> : null}
    </button>
  );
}
