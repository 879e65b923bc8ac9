/** How the gallery shows a part: a section for the part, a frame for each of its states. */
import type { ReactNode } from "react";
import s from "./gallery.module.css";

export function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className={s["section"]} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={s["section-title"]}>
        {title}
      </h2>
      <div className={s["specimens"]}>{children}</div>
    </section>
  );
}

interface SpecimenProps {
  name: string;
  /** Takes the whole line. */
  wide?: boolean;
  children: ReactNode;
}

export function Specimen({ name, wide = false, children }: SpecimenProps) {
  return (
    <figure className={s["specimen"]} data-wide={wide || undefined}>
      <figcaption className={s["caption"]}>{name}</figcaption>
      <div className={s["stage"]}>{children}</div>
    </figure>
  );
}
