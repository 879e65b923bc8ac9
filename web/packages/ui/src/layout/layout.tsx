/** Where things stand: the page with its heading, stacks, rows and cards. */
import { type ReactNode, useEffect } from "react";
import { cx } from "../cx.ts";
import { t } from "../words.gen.ts";
import s from "./layout.module.css";

export type Gap = "none" | "xs" | "s" | "m" | "l" | "xl";

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
  className?: string;
}

/** One screen: its heading names the window too. */
export function Page({ title, lead, actions, children, aside, className }: PageProps) {
  useEffect(() => {
    document.title = t("ui.page-title", { title });
  }, [title]);
  return (
    <div className={cx(s["page"], className)}>
      <header className={s["head"]}>
        <div className={s["titles"]}>
          <h1 className={s["title"]}>{title}</h1>
          {lead ? <div className={s["lead"]}>{lead}</div> : null}
        </div>
        {actions ? <div className={s["actions"]}>{actions}</div> : null}
      </header>
      <div className={cx(s["body"], Boolean(aside) && s["with-aside"])}>
        <div className={s["main"]}>{children}</div>
        {aside ? <aside className={s["aside"]}>{aside}</aside> : null}
      </div>
    </div>
  );
}

interface FlowProps {
  gap?: Gap;
  children: ReactNode;
  className?: string;
}

/** One below the other. */
export function Stack({ gap = "m", children, className }: FlowProps) {
  return <div className={cx(s["stack"], s[`gap-${gap}`], className)}>{children}</div>;
}

interface RowProps extends FlowProps {
  /** Where the things stand along the line. */
  justify?: "start" | "between" | "end";
  align?: "start" | "center" | "baseline" | "end";
}

/** Side by side, going on below when the width ends. */
export function Row({
  gap = "s",
  justify = "start",
  align = "center",
  children,
  className,
}: RowProps) {
  return (
    <div
      className={cx(
        s["row"],
        s[`gap-${gap}`],
        s[`justify-${justify}`],
        s[`align-${align}`],
        className,
      )}
    >
      {children}
    </div>
  );
}

interface CardProps {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A sheet on the page, edged by a hair line. */
export function Card({ title, actions, children, className }: CardProps) {
  return (
    <section className={cx(s["card"], className)}>
      {title || actions ? (
        <div className={s["card-head"]}>
          {title ? <h2 className={s["card-title"]}>{title}</h2> : <span />}
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
