/** Who holds a piece now, and since when. */
import type { ItemShopOut } from "@vitrazh/api";
import { Ago } from "@vitrazh/ui";
import { useStaffName } from "../../shared/names.ts";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";

export function Holder({ work }: { work: ItemShopOut }) {
  const staffName = useStaffName();
  const step = work.last_step;
  if (!step) return null;
  const before = stepWord(work);
  const unsure = step.device_id !== null && !step.operator_verified;
  return (
    <span className={s["holder"]}>
      {before ? <span className={s["muted"]}>{before} </span> : null}
      {staffName(step.operator_id ?? step.by)}
      {unsure ? <span className={s["no-pin"]}>{t("board.no-pin")}</span> : null}{" "}
      <span className={s["muted"]}>
        <Ago at={step.step_at} />
      </span>
    </span>
  );
}

/** What the person did with it, where he no longer holds it. */
function stepWord({ state, last_step: step }: ItemShopOut): string | null {
  if (state === "finished") return t("board.by-finished");
  if (state === "passed") return t("board.by-passed");
  if (step?.step === "fail-control") return t("board.by-back");
  return step?.step === "reopen" ? t("board.by-reopened") : null;
}
