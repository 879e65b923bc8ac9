/**
 * The plan of every screen with something to press: what it is about, beside it the words, and at
 * the bottom right, always at the same place, the one main button.
 */
import { type ReactNode, useRef } from "react";
import { useGuard } from "./guard.ts";
import { Press, type PressProps } from "./press.tsx";

export interface Action extends Pick<PressProps, "kind" | "off"> {
  key: string;
  label: ReactNode;
  run: () => unknown;
}

export interface TwoProps {
  /** Says what the main place means; when it changes the place is dead for a moment. */
  meaning: string;
  stage: ReactNode;
  side: ReactNode;
  /** Null: nothing to press; `wait` says why. */
  main: Action | null;
  wait?: string;
  others?: readonly Action[];
  className?: string;
}

export function Two(props: TwoProps): ReactNode {
  const { meaning, stage, side, main, wait, others = [], className = "" } = props;
  const dead = useGuard(meaning);
  const running = useRef(false);
  const once = (action: Action) => async () => {
    if (dead || running.current) return;
    running.current = true;
    try {
      await action.run();
    } finally {
      running.current = false;
    }
  };
  return (
    <main className={`two ${className}`.trim()}>
      <div className="stage">{stage}</div>
      <div className="side">{side}</div>
      <div className="acts">
        {others.map((action) => (
          <Press
            key={action.key}
            kind={action.kind ?? "plain"}
            off={dead || action.off === true}
            onClick={once(action)}
          >
            {action.label}
          </Press>
        ))}
        {main ? (
          <Press
            kind={main.kind ?? "main"}
            className="the-one"
            off={dead || main.off === true}
            data-off={main.off || undefined}
            onClick={once(main)}
          >
            {main.label}
          </Press>
        ) : (
          <p className="the-one wait">{wait}</p>
        )}
      </div>
    </main>
  );
}
