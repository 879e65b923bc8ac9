/** Everything that is known of an item and its order, to be read at rest. */
import type { Attachment } from "@vitrazh/api";
import { HoleList } from "@vitrazh/drawing";
import { moment, nameOf } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { Scroller } from "../../parts/scroller.tsx";
import { Two } from "../../parts/two.tsx";
import { pictureUrl, type ShownOrder, standing, useOperators } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { Due } from "../queue/card.tsx";
import { Files } from "./files.tsx";
import { Large } from "./large.tsx";
import type { SheetProps } from "./order.tsx";
import { glassWords, pieceLines, pieces, sizeWords } from "./piece-words.ts";
import { Thread } from "./thread.tsx";

export function Details({ order, item, onClose }: SheetProps): ReactNode {
  const [picture, setPicture] = useState<Attachment | null>(null);
  if (picture) {
    return (
      <Large title={nameOf("attachment", picture.kind)} onClose={() => setPicture(null)}>
        {(room, zoom) => (
          <img
            className="whole"
            src={pictureUrl(order.id, picture.id)}
            alt={nameOf("attachment", picture.kind)}
            style={{ width: room.width * zoom, height: room.height * zoom }}
          />
        )}
      </Large>
    );
  }
  return (
    <Two
      meaning="details"
      stage={
        <Scroller label={t("ticket.details-of", { number: order.number, position: item.position })}>
          <dl className="words">
            <div>
              <dt>{t("piece.glass")}</dt>
              <dd>{glassWords(item.piece)}</dd>
            </div>
            {pieceLines(item).map(({ key, label, values }) => (
              <div key={key}>
                <dt>{label}</dt>
                {values.map((value) => (
                  <dd key={value}>{value}</dd>
                ))}
              </div>
            ))}
          </dl>
          <HoleList piece={item.piece} className="holes" />
          <Thread order={order} />
          <Files order={order} onOpen={setPicture} />
          {order.local.whole ? null : <p>{t("ticket.partial")}</p>}
        </Scroller>
      }
      side={
        <div className="about-item">
          <h1 className="number">{order.number}</h1>
          <p>
            <b>
              {nameOf("product", item.piece.product)}, {pieces(item.quantity)}
            </b>
          </p>
          <p>
            <b>{sizeWords(item.piece)}</b>
          </p>
          {item.piece.replacement ? <p>{t("piece.replacement")}</p> : null}
          <Due order={order} />
          <LastStep order={order} item={item} />
        </div>
      }
      main={{ key: "close", kind: "plain", label: t("shop.close"), run: onClose }}
    />
  );
}

const STEPS = {
  start: "verb.start",
  pause: "verb.pause",
  finish: "verb.finish",
  "take-back": "verb.take-back",
  "pass-control": "verb.pass-control",
  "fail-control": "verb.fail-control",
} as const;

/** Who took the last step on the item, and when. */
function LastStep({ order, item }: Omit<SheetProps, "onClose"> & { order: ShownOrder }): ReactNode {
  const tiles = useOperators();
  const step = standing(order, item)?.last_step;
  if (!step || !(step.step in STEPS)) return null;
  const name = tiles.find(({ id }) => id === step.operator_id)?.name ?? t("thread.worker");
  const did = t(STEPS[step.step as keyof typeof STEPS]);
  return <p>{t("ticket.step-at", { step: did, name, at: moment(step.operated_at) })}</p>;
}
