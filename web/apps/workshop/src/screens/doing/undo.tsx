/** For ten seconds the last step can be taken back: a strip with a button and the seconds left. */
import type { ReactNode } from "react";
import { useSecondsUntil } from "../../parts/now.ts";
import { Press } from "../../parts/press.tsx";
import { act, type Undo, useOrder, useUndo } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { usePlace } from "../place.ts";
import { useDoing } from "./doing.tsx";

export function UndoStrip(): ReactNode {
  const undo = useUndo();
  const { trouble } = useDoing();
  return (
    <div className="strip" role="status">
      {trouble ? <p className="trouble">{trouble}</p> : null}
      {undo ? <Step key={undo.key} undo={undo} /> : null}
    </div>
  );
}

const STEPS = { start: "undo.start", pause: "undo.pause", finish: "undo.finish" } as const;

function Step({ undo }: { undo: Undo }): ReactNode {
  const seconds = useSecondsUntil(undo.until.getTime());
  const order = useOrder(undo.order_id);
  const { run } = useDoing();
  const place = usePlace();
  const position = order?.items.find(({ id }) => id === undo.item_id)?.position;
  if (seconds === null || !(undo.verb in STEPS)) return null;
  const step = t(STEPS[undo.verb as keyof typeof STEPS]);
  return (
    <div className="undo">
      <p>
        {place.name === "order" && place.id === undo.order_id ? null : <b>{order?.number} </b>}
        {position === undefined ? step : t("undo.about", { step, position })}
      </p>
      <Press onClick={() => run(() => act.takeBack(undo.order_id, undo.item_id))}>
        {t("undo.run", { seconds })}
      </Press>
    </div>
  );
}
