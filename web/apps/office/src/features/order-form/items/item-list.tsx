/** The items of the order: one is open, the others are lines with what they are. */
import { Button, notify } from "@vitrazh/ui";
import { memo } from "react";
import { t } from "../../../words.gen.ts";
import { useFormDesk } from "../form-state.ts";
import { repeated } from "../model/blanks.ts";
import { type ItemForm, MOST_ITEMS } from "../model/form.ts";
import { itemOf, type Preset } from "../model/presets.ts";
import { detailOf, titleOf } from "../model/summary.ts";
import { focusField } from "../parts/places.ts";
import { ItemEditor } from "./item-editor.tsx";
import { PresetBar } from "./preset-bar.tsx";

export function ItemList() {
  const { form, change, open, setOpen, faultsIn, faultAt } = useFormDesk();
  const { items } = form;
  const put = (item: ItemForm, at: number) =>
    change((now) => ({ ...now, items: now.items.toSpliced(at, 0, item) }));
  const add = (preset: Preset) => {
    const item = itemOf(preset);
    put(item, items.length);
    setOpen(item.key);
    focusField(item.key, item.kind === "arch" ? "width" : "size");
  };
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    change((now) => ({ ...now, items: now.items.toSpliced(from, 1).toSpliced(to, 0, item) }));
  };
  const remove = (item: ItemForm, at: number) => {
    change((now) => ({ ...now, items: now.items.filter((one) => one.key !== item.key) }));
    notify({
      text: t("order-form.item-removed", { name: titleOf(item) }),
      undo: { run: () => put(item, at) },
    });
  };
  const fault = faultAt(null, "items");
  return (
    <>
      <ol className="of-items">
        {items.map((item, index) => (
          <li key={item.key} className="of-item" data-open={open === item.key || undefined}>
            <ItemLine
              item={item}
              number={index + 1}
              open={open === item.key}
              faults={faultsIn(item.key)}
              first={index === 0}
              last={index === items.length - 1}
              onToggle={() => setOpen(open === item.key ? null : item.key)}
              onRepeat={() => {
                const copy = repeated(item);
                put(copy, index + 1);
                setOpen(copy.key);
                focusField(copy.key, "size");
              }}
              onMove={(step) => move(index, index + step)}
              onRemove={() => remove(item, index)}
            />
            {open === item.key ? <ItemEditor item={item} /> : null}
          </li>
        ))}
      </ol>
      {fault ? <p className="of-fault">{fault.sentence}</p> : null}
      {items.length >= MOST_ITEMS ? (
        <p>{t("order-form.most-items", { most: MOST_ITEMS })}</p>
      ) : (
        <PresetBar onChoose={add} first={items.length === 0} />
      )}
    </>
  );
}

interface LineProps {
  item: ItemForm;
  number: number;
  open: boolean;
  faults: number;
  first: boolean;
  last: boolean;
  onToggle: () => void;
  onRepeat: () => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

function Line({ item, number, open, faults, first, last, ...on }: LineProps) {
  const name = titleOf(item);
  return (
    <div className="of-line">
      <button type="button" className="of-line-name" aria-expanded={open} onClick={on.onToggle}>
        <span className="of-line-number">{number}</span>
        <span className="of-line-title">
          {name}
          {item.quantity.trim() === "1" ? null : (
            <b> {t("order-form.pieces-of", { count: item.quantity.trim() || "?" })}</b>
          )}
        </span>
        {open ? null : <span className="of-line-detail">{detailOf(item)}</span>}
        {faults ? (
          <span className="of-line-faults">{t("order-form.faults-count", { count: faults })}</span>
        ) : null}
      </button>
      <div className="of-line-actions">
        <Button kind="link" aria-label={t("order-form.repeat-of", { name })} onClick={on.onRepeat}>
          {t("order-form.repeat")}
        </Button>
        <Button
          kind="link"
          aria-label={t("order-form.up-of", { name })}
          disabled={first}
          onClick={() => on.onMove(-1)}
        >
          ↑
        </Button>
        <Button
          kind="link"
          aria-label={t("order-form.down-of", { name })}
          disabled={last}
          onClick={() => on.onMove(1)}
        >
          ↓
        </Button>
        <Button kind="link" aria-label={t("order-form.remove-of", { name })} onClick={on.onRemove}>
          {t("order-form.remove")}
        </Button>
      </div>
    </div>
  );
}

/** Two hundred of them stand still while one item is typed; its callbacks only name that item. */
const ItemLine = memo(
  Line,
  (before, now) =>
    before.item === now.item &&
    before.number === now.number &&
    before.open === now.open &&
    before.faults === now.faults &&
    before.first === now.first &&
    before.last === now.last,
);
