/** The bar below the form: where it stands, and the two ways to send it. */
import { Refusal } from "@vitrazh/api";
import { Button, ErrorNote, useShortcut } from "@vitrazh/ui";
import { money, readMoney } from "@vitrazh/words";
import { useEffect, useState } from "react";
import { onNotKept } from "../../../shared/drafts.ts";
import { t } from "../../../words.gen.ts";
import type { useSending } from "../use-sending.ts";
import { FileFault, type Goal, type Step } from "./send.ts";

interface Props {
  sending: ReturnType<typeof useSending>;
  goals: readonly Goal[];
  onGoal: (goal: Goal) => void;
  number: string | null;
  price: string;
  /** Something is typed that the server does not have. */
  dirty: boolean;
}

export function SendBar({ sending, goals, onGoal, number, price, dirty }: Props) {
  const last = goals.at(-1) ?? "save";
  useShortcut("ctrl+s", () => onGoal(goals[0] ?? "save"), { label: t("order-form.goal.save") });
  useShortcut("ctrl+enter", () => onGoal(last), { label: t(`order-form.goal.${last}`) });
  const sum = readMoney(price);
  const { error } = sending;
  const kept = useKept();
  return (
    <footer className="of-bar">
      <Refused error={error} />
      {error instanceof FileFault ? (
        <p className="of-fault" role="alert">
          {t("order-form.file-stopped", { number: number ?? "" })}
        </p>
      ) : null}
      <div className="of-bar-line">
        {goals.map((goal) => (
          <Button
            key={goal}
            kind={goal === last ? "main" : "plain"}
            keys={goal === last ? "ctrl+enter" : "ctrl+s"}
            pending={sending.pending && sending.goal === goal}
            disabled={sending.pending && sending.goal !== goal}
            onClick={() => onGoal(goal)}
          >
            {t(`order-form.goal.${goal}`)}
          </Button>
        ))}
        <p className="of-bar-state" role="status">
          {stateOf(sending.step, dirty, kept)}
        </p>
        {sum.ok ? <b className="of-bar-sum">{money(sum.value)}</b> : null}
      </div>
    </footer>
  );
}

/** What stands at its fields, or beside what the other one did, is not said here once more. */
function Refused({ error }: { error: unknown }) {
  if (error === null || error instanceof FileFault) return null;
  if (error instanceof Refusal && error.status === 412) return null;
  if (error instanceof Refusal && error.fields.length > 0) {
    return <p className="of-fault">{error.title}</p>;
  }
  return <ErrorNote error={error} />;
}

/** Whether this browser keeps what is typed: a full storage is told, not passed over. */
function useKept(): boolean {
  const [kept, setKept] = useState(true);
  useEffect(() => onNotKept(() => setKept(false)), []);
  return kept;
}

function stateOf(step: Step | null, dirty: boolean, kept: boolean): string {
  if (step) return t(`order-form.step.${step}`);
  if (!kept) return t("order-form.not-kept");
  return dirty ? t("order-form.kept-here") : "";
}
