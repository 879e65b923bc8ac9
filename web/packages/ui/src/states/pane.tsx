/** A state as a pane of glass: a shape, a word and a colour, each enough alone. */
import { nameOf } from "@vitrazh/words";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { t } from "../words.gen.ts";
import s from "./pane.module.css";

export type PaneTone = "cobalt" | "amber" | "violet" | "bottle" | "ruby" | "plain";
export type PaneShape =
  | "square"
  | "half"
  | "filled"
  | "diamond"
  | "tick"
  | "cross"
  | "dashed"
  | "eye"
  | "question"
  | "clock"
  | "arrow";

interface Look {
  shape: PaneShape;
  tone: PaneTone;
  word: () => string;
}

const LOOKS = {
  draft: { shape: "dashed", tone: "plain", word: () => nameOf("stage", "draft") },
  "in-work": { shape: "half", tone: "amber", word: () => nameOf("stage", "in-work") },
  ready: { shape: "filled", tone: "bottle", word: () => nameOf("stage", "ready") },
  issued: { shape: "tick", tone: "plain", word: () => nameOf("stage", "issued") },
  cancelled: { shape: "cross", tone: "plain", word: () => nameOf("stage", "cancelled") },
  sent: { shape: "arrow", tone: "plain", word: () => nameOf("shop-order", "sent") },
  received: { shape: "dashed", tone: "cobalt", word: () => nameOf("shop-order", "received") },
  seen: { shape: "eye", tone: "cobalt", word: () => nameOf("shop-order", "seen") },
  accepted: { shape: "square", tone: "cobalt", word: () => nameOf("shop-order", "accepted") },
  completed: { shape: "filled", tone: "bottle", word: () => nameOf("shop-order", "completed") },
  queued: { shape: "square", tone: "plain", word: () => nameOf("work", "queued") },
  started: { shape: "half", tone: "amber", word: () => nameOf("work", "started") },
  paused: { shape: "dashed", tone: "amber", word: () => nameOf("work", "paused") },
  finished: { shape: "diamond", tone: "violet", word: () => nameOf("work", "finished") },
  passed: { shape: "filled", tone: "bottle", word: () => nameOf("work", "passed") },
  told: { shape: "tick", tone: "bottle", word: () => nameOf("told", "told") },
  delivered: { shape: "tick", tone: "bottle", word: () => nameOf("told", "delivered") },
  failed: { shape: "cross", tone: "ruby", word: () => nameOf("told", "failed") },
  unknown: { shape: "question", tone: "amber", word: () => nameOf("told", "unknown") },
  "call-needed": { shape: "dashed", tone: "amber", word: () => nameOf("told", "call-needed") },
  late: { shape: "clock", tone: "ruby", word: () => t("pane.late") },
  "due-soon": { shape: "clock", tone: "amber", word: () => t("pane.due-soon") },
  urgent: { shape: "diamond", tone: "ruby", word: () => t("pane.urgent") },
  "client-waits": { shape: "dashed", tone: "amber", word: () => t("pane.client-waits") },
  unseen: { shape: "eye", tone: "ruby", word: () => t("pane.unseen") },
  "open-question": { shape: "question", tone: "violet", word: () => t("pane.open-question") },
  defect: { shape: "cross", tone: "ruby", word: () => t("pane.defect") },
  changed: { shape: "diamond", tone: "cobalt", word: () => t("pane.changed") },
  unsent: { shape: "dashed", tone: "ruby", word: () => t("pane.unsent") },
} as const satisfies Record<string, Look>;

export type PaneKind = keyof typeof LOOKS;
export const PANE_KINDS = Object.keys(LOOKS) as PaneKind[];

interface PaneProps {
  kind: PaneKind;
  /** Other words than the kind's own: "просрочен на 2 дня". */
  children?: ReactNode;
  className?: string;
}

export function Pane({ kind, children, className }: PaneProps) {
  const { shape, tone, word } = LOOKS[kind];
  return (
    <span className={cx(s["pane"], s[tone], className)} data-kind={kind}>
      <PaneMark shape={shape} />
      <span>{children ?? word()}</span>
    </span>
  );
}

/** The shape alone; always beside a word. */
export function PaneMark({ shape }: { shape: PaneShape }) {
  return (
    <svg className={s["mark"]} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[shape]}
    </svg>
  );
}

const SHAPES: Record<PaneShape, ReactNode> = {
  square: <rect x="1.75" y="1.75" width="8.5" height="8.5" />,
  half: (
    <>
      <rect x="1.75" y="1.75" width="8.5" height="8.5" />
      <rect className={s["fill"]} x="1" y="6" width="10" height="5" />
    </>
  ),
  filled: <rect className={s["fill"]} x="1" y="1" width="10" height="10" />,
  diamond: <path className={s["fill"]} d="M6 0 12 6 6 12 0 6Z" />,
  tick: <path d="M1.25 6.5 4.5 9.75 10.75 2.5" />,
  cross: <path d="M2 2 10 10M10 2 2 10" />,
  dashed: <rect x="1.75" y="1.75" width="8.5" height="8.5" strokeDasharray="2.2 1.8" />,
  eye: (
    <>
      <path d="M.75 6C3 2.5 9 2.5 11.25 6 9 9.5 3 9.5.75 6Z" />
      <circle className={s["fill"]} cx="6" cy="6" r="1.5" />
    </>
  ),
  question: <path d="M3.25 4A2.75 2.75 0 1 1 6.9 6.55Q6 6.95 6 8M6 9.9V11.2" />,
  clock: <path d="M6 1A5 5 0 1 1 6 11 5 5 0 1 1 6 1M6 3.25V6L8 7.5" />,
  arrow: <path d="M1 6H10.5M6.5 2 10.5 6 6.5 10" />,
};
