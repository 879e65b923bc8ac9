/** Several equal things of an item: holes, cut-outs, zones, films; each row can be taken away. */
import { Button } from "@vitrazh/ui";
import type { ReactNode } from "react";
import { t } from "../../../words.gen.ts";
import { useItemDesk } from "../form-state.ts";
import { FieldPlace } from "../parts/fields.tsx";

interface Props<Row extends { key: string }> {
  /** Path of the list: `holes`. */
  path: string;
  rows: readonly Row[];
  onRows: (rows: Row[]) => void;
  /** Name of a row, for readers of the screen: `Отверстие 2`. */
  name: (index: number) => string;
  add: { label: string; make: () => Row }[];
  most: number;
  children: (row: Row, change: (next: Partial<Row>) => void) => ReactNode;
}

export function RowList<Row extends { key: string }>({
  path,
  rows,
  onRows,
  name,
  add,
  most,
  children,
}: Props<Row>) {
  const { item, faultAt } = useItemDesk();
  const focusRow = (key: string) =>
    requestAnimationFrame(() => {
      const row = document.querySelector(`[data-row="${key}"]`);
      row?.querySelector<HTMLElement>("input, select")?.focus();
    });
  return (
    <div className="of-rows">
      {rows.map((row, index) => (
        <fieldset key={row.key} className="of-row" data-row={row.key}>
          <legend>{name(index)}</legend>
          <FieldPlace item={item.key} path={`${path}.${row.key}`} className="of-fields">
            {children(row, (next) =>
              onRows(rows.map((one) => (one.key === row.key ? { ...one, ...next } : one))),
            )}
            <Button
              kind="plain"
              aria-label={t("order-form.take-away-named", { name: name(index) })}
              onClick={() => onRows(rows.filter((one) => one.key !== row.key))}
            >
              {t("order-form.take-away")}
            </Button>
          </FieldPlace>
          <RowFault sentence={faultAt(`${path}.${row.key}`)?.sentence} />
        </fieldset>
      ))}
      <div className="of-adds">
        {add.map(({ label, make }) => (
          <Button
            key={label}
            kind="plain"
            disabled={rows.length >= most}
            onClick={() => {
              const row = make();
              onRows([...rows, row]);
              focusRow(row.key);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

function RowFault({ sentence }: { sentence: string | undefined }) {
  return sentence ? (
    <p className="of-fault" role="alert">
      {sentence}
    </p>
  ) : null;
}
