/** The tablet's button. It shows that it is pressed at once, with gloves on too. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

export interface PressProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type"> {
  /** `main`: the one thing to press; `danger`: throws something away; `plain`: everything else. */
  kind?: "main" | "danger" | "plain";
  /** It does not work just now; it stays where it is and can still be read and focused. */
  off?: boolean;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Press(props: PressProps): ReactNode {
  const { kind = "plain", off = false, className = "", onClick, children, ...rest } = props;
  return (
    <button
      {...rest}
      type="button"
      className={`press ${kind} ${className}`.trim()}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      {children}
    </button>
  );
}

/** Marks what is under a finger from the first touch on: `:active` comes too late on a tablet. */
export function watchPresses(): () => void {
  let pressed: Element | null = null;
  const release = () => {
    pressed?.removeAttribute("data-pressed");
    pressed = null;
  };
  const press = ({ target }: Event) => {
    release();
    pressed = target instanceof Element ? target.closest("button, label.press") : null;
    pressed?.setAttribute("data-pressed", "");
  };
  const ends = ["pointerup", "pointercancel", "blur"];
  addEventListener("pointerdown", press, { capture: true, passive: true });
  for (const end of ends) addEventListener(end, release, { capture: true });
  return () => {
    removeEventListener("pointerdown", press, { capture: true });
    for (const end of ends) removeEventListener(end, release, { capture: true });
  };
}
