/** Steps in a row, cut by lead lines; on a narrow screen one below the other. */
import { cx, PaneMark, type PaneShape } from "@vitrazh/ui";
import type { ReactNode } from "react";
import { t } from "../../../words.gen.ts";
import s from "./strip.module.css";

export interface Step {
  key: string;
  shape: PaneShape;
  word: string;
  /** Null = not yet. */
  at: string | null;
  /** When and by whom. */
  said: ReactNode;
  /** Something is wrong with this step. */
  alarm?: ReactNode;
}

/** The last step that is done carries the colour; those before it are plain, those after pale. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const last = steps.findLastIndex((step) => step.at !== null);
  return (
    <ol className={s["steps"]} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={cx(
            s["step"],
            step.at === null && s["later"],
            index === last && s["now"],
            Boolean(step.alarm) && s["alarm"],
          )}
          data-step={step.key}
          data-done={step.at !== null}
          aria-current={index === last ? "step" : undefined}
        >
          <span className={s["word"]}>
            <PaneMark shape={step.shape} /> {step.word}
          </span>
          <span className={s["when"]}>
            {step.alarm ?? (step.at === null ? t("order.strip.not-yet") : step.said)}
          </span>
        </li>
      ))}
    </ol>
  );
}
