/** How many pieces are made, or have passed control. All that are left unless somebody says less. */
import { type ReactNode, useState } from "react";
import { Pad } from "../../parts/pad.tsx";
import { Two } from "../../parts/two.tsx";
import { act, left } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { useDoing } from "../doing/doing.tsx";
import type { SheetProps } from "./order.tsx";
import { Fitted } from "./stage.tsx";

const MOST_DIGITS = 4;

/** A number typed on the pad; the first digit replaces what stood there by itself. */
export function useQuantity(most: number) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(most);
  const count = Number(text);
  return {
    text,
    count,
    fits: count >= 1 && count <= most,
    digit: (digit: string) =>
      setTyped(((typed ?? "") + digit).replace(/^0+/, "").slice(0, MOST_DIGITS)),
    back: () => setTyped(text.slice(0, -1)),
    clear: () => setTyped(""),
  };
}

type Quantity = ReturnType<typeof useQuantity>;

export function QuantityPad({ quantity, label }: { quantity: Quantity; label: string }): ReactNode {
  const { digit, back, clear } = quantity;
  return <Pad label={label} onDigit={digit} onBack={back} onClear={clear} />;
}

export function QuantityWords({ quantity, most }: { quantity: Quantity; most: number }): ReactNode {
  return (
    <>
      <output className="quantity">{quantity.text || "0"}</output>
      {quantity.count > most ? (
        <p className="fault" role="alert">
          {t("finish.too-many", { left: most })}
        </p>
      ) : null}
    </>
  );
}

export function FinishSheet({ order, item, onClose }: SheetProps): ReactNode {
  const { make } = left(order, item);
  const quantity = useQuantity(make);
  const { run } = useDoing();
  const finish = async () => {
    await run(() => act.finish(order.id, item.id, quantity.count));
    onClose();
  };
  return (
    <Two
      meaning="finish-sheet"
      className="keys"
      stage={<QuantityPad quantity={quantity} label={t("finish.keys")} />}
      side={
        <>
          <h1>{t("finish.title")}</h1>
          <QuantityWords quantity={quantity} most={make} />
          <p>{t("finish.left", { left: make, quantity: item.quantity })}</p>
        </>
      }
      main={{
        key: "finish",
        label: quantity.fits ? t("finish.run", { count: quantity.count }) : t("finish.none"),
        off: !quantity.fits,
        run: finish,
      }}
      others={[{ key: "back", label: t("shop.cancel"), run: onClose }]}
    />
  );
}

export function ControlSheet(props: SheetProps & { onDefect: () => void }): ReactNode {
  const { order, item, onClose, onDefect } = props;
  const { check } = left(order, item);
  const quantity = useQuantity(check);
  const { run } = useDoing();
  const pass = async () => {
    await run(() => act.passControl(order.id, item.id, quantity.count));
    onClose();
  };
  const stage =
    check > 1 ? (
      <QuantityPad quantity={quantity} label={t("control.how-many")} />
    ) : (
      <div className="beside">
        <Fitted piece={item.piece} />
      </div>
    );
  return (
    <Two
      meaning="control-sheet"
      className={check > 1 ? "keys" : ""}
      stage={stage}
      side={
        <>
          <h1>{t("control.title", { position: item.position })}</h1>
          {check > 1 ? <QuantityWords quantity={quantity} most={check} /> : null}
          <p>{t("control.check")}</p>
          <p>{t("control.left", { left: check, quantity: item.quantity })}</p>
        </>
      }
      main={{
        key: "pass",
        label: quantity.fits ? t("control.run", { count: quantity.count }) : t("finish.none"),
        off: !quantity.fits,
        run: pass,
      }}
      others={[
        { key: "back", label: t("shop.cancel"), run: onClose },
        { key: "defect", label: t("ticket.defect"), run: onDefect },
      ]}
    />
  );
}
