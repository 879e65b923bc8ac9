/** A part of an item that is folded away: what it holds is said beside its name. */
import { type ReactNode, useId, useState } from "react";
import { useItemDesk } from "../form-state.ts";

interface Props {
  title: string;
  /** What was filled in, in words; empty = nothing. */
  summary: string;
  /** Fields whose fault must be seen: by the beginning of their path. */
  paths: readonly string[];
  /** Unfolded from the beginning: the preset put something here. */
  startOpen?: boolean;
  children: ReactNode;
}

export function Section({ title, summary, paths, startOpen = false, children }: Props) {
  const { faultAt } = useItemDesk();
  const id = useId();
  const [wanted, setWanted] = useState(startOpen);
  const wrong = paths.some((path) => faultAt(`${path}*`));
  const open = wrong || wanted;
  return (
    <section className="of-section" data-open={open || undefined}>
      <button
        type="button"
        className="of-section-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setWanted(!open)}
      >
        <span className="of-section-title">{title}</span>
        <span className="of-section-summary">{summary}</span>
      </button>
      <div id={id} className="of-section-body" hidden={!open}>
        {open ? children : null}
      </div>
    </section>
  );
}
