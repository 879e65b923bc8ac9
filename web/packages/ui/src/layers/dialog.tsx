/** Dialogs and side panels on the browser's own <dialog>: it keeps the focus and gives it back. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "../cx.ts";
import { CloseIcon } from "../icons.ts";
import { t } from "../words.gen.ts";
import { Depth, useLayer } from "./depth.tsx";
import s from "./dialog.module.css";

interface LayerProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  className?: string | undefined;
}

interface DialogProps extends LayerProps {
  /** Buttons at the foot; the main one last. */
  actions?: ReactNode;
  size?: "s" | "m" | "l";
}

export function Dialog({ actions, size = "m", className, ...layer }: DialogProps) {
  return <Modal {...layer} className={cx(s["dialog"], s[size], className)} foot={actions} />;
}

interface SidePanelProps extends LayerProps {
  /** What stands beside the closing cross: the way to the full page. */
  full?: ReactNode;
}

/** Something beside the list that it came from. */
export function SidePanel({ full, className, ...layer }: SidePanelProps) {
  return <Modal {...layer} className={cx(s["panel"], className)} beside={full} />;
}

interface ModalProps extends LayerProps {
  foot?: ReactNode;
  beside?: ReactNode;
}

function Modal({ title, open, onClose, children, foot, beside, className }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const depth = useLayer(open);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return;
    const before = document.activeElement;
    const page = document.documentElement;
    // The page does not scroll below, and does not jump for the lost bar.
    page.style.setProperty("--vz-bar", `${innerWidth - page.clientWidth}px`);
    // Test environments without a layout have no modal dialogs.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    const first = dialog.querySelector<HTMLElement>("[data-autofocus]");
    (first ?? dialog.querySelector<HTMLElement>(FIELD) ?? dialog).focus();
    return () => {
      if (dialog.close) dialog.close();
      else dialog.removeAttribute("open");
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  function key(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  if (!open) return null;
  return (
    <Depth value={depth}>
      <dialog
        ref={ref}
        className={className}
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={key}
        onCancel={(event) => {
          // A file chooser's cancelling bubbles up too, and is not ours.
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          onClose();
        }}
      >
        <header className={s["head"]}>
          <h2 id={titleId} className={s["title"]}>
            {title}
          </h2>
          {beside}
          <button type="button" className={s["close"]} aria-label={t("ui.close")} onClick={onClose}>
            <CloseIcon aria-hidden="true" size={20} />
          </button>
        </header>
        <div className={s["body"]}>{children}</div>
        {foot ? <footer className={s["foot"]}>{foot}</footer> : null}
      </dialog>
    </Depth>
  );
}

/** Where the focus goes first: a field that waits for something. */
const FIELD = "div input:not(:disabled), div select:not(:disabled), div textarea:not(:disabled)";
