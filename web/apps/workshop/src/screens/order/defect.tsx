/** A piece has to be made again: the reason's tile, and away it goes. */
import type { Defect } from "@vitrazh/api";
import { nameOf } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { PhotoField } from "../../parts/photo-field.tsx";
import { Press } from "../../parts/press.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Two } from "../../parts/two.tsx";
import { act, left } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { useDoing } from "../doing/doing.tsx";
import type { SheetProps } from "./order.tsx";
import { QuantityPad, QuantityWords, useQuantity } from "./quantity.tsx";

const REASONS: readonly Defect[] = [
  "scratch",
  "chip",
  "crack",
  "wrong-size",
  "wrong-edge",
  "wrong-hole",
  "wrong-material",
  "stain",
  "pattern",
  "film",
  "lead",
  "tempering",
  "other",
];

export function DefectSheet({ order, item, onClose }: SheetProps): ReactNode {
  const { make, check } = left(order, item);
  const made = item.quantity - make;
  const most = check > 0 ? check : made;
  const quantity = useQuantity(most);
  const [reason, setReason] = useState<Defect | null>(null);
  const [counting, setCounting] = useState(false);
  const [photo, setPhoto] = useState<string | null>(null);
  const { run } = useDoing();
  const send = async () => {
    if (!reason) return;
    const failing = { reason, quantity: quantity.count, ...(photo ? { photo } : {}) };
    await run(() => act.failControl(order.id, item.id, failing));
    onClose();
  };
  if (counting) {
    return (
      <Two
        meaning="defect-count"
        className="keys"
        stage={<QuantityPad quantity={quantity} label={t("defect.quantity")} />}
        side={
          <>
            <h1>{t("defect.quantity")}</h1>
            <QuantityWords quantity={quantity} most={most} />
          </>
        }
        main={{
          key: "set",
          label: t("defect.set"),
          off: !quantity.fits,
          run: () => setCounting(false),
        }}
      />
    );
  }
  return (
    <Two
      meaning="defect"
      stage={
        <Scroller label={t("defect.reasons")}>
          <div className="reasons">
            {REASONS.map((one) => (
              <Press key={one} aria-pressed={reason === one} onClick={() => setReason(one)}>
                {nameOf("defect", one)}
              </Press>
            ))}
          </div>
        </Scroller>
      }
      side={
        <>
          <h1>{t("defect.title")}</h1>
          {most > 1 ? (
            <Press className="wide" onClick={() => setCounting(true)}>
              <b>{t("defect.pieces", { count: quantity.count })}</b>
              <span>{t("defect.how-many")}</span>
            </Press>
          ) : null}
          <PhotoField photo={photo} onPhoto={setPhoto} />
        </>
      }
      main={{
        key: "send",
        kind: "danger",
        label: t(reason ? "defect.send" : "defect.pick"),
        off: reason === null || !quantity.fits,
        run: send,
      }}
      others={[{ key: "back", label: t("shop.cancel"), run: onClose }]}
    />
  );
}
