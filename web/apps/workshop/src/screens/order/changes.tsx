/** What the office changed: old and new side by side. */
import type { Change } from "@vitrazh/api";
import type { ReactNode } from "react";
import { Scroller } from "../../parts/scroller.tsx";
import { Shape } from "../../parts/shape.tsx";
import type { ShownOrder } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { changeWords } from "./field-words.ts";

export interface ChangesProps {
  changes: readonly Change[];
  order: ShownOrder;
  title?: boolean;
}

export function Changes({ changes, order, title = false }: ChangesProps): ReactNode {
  const rows = changeWords(changes, order);
  const several = order.items.length > 1;
  return (
    <div className="changes">
      {title ? (
        <h2>
          <Shape kind="flag" /> {t("changes.title")}
        </h2>
      ) : null}
      <Scroller label={t("changes.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("changes.what")}</th>
              <th scope="col">{t("changes.was")}</th>
              <th scope="col">{t("changes.now")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, position, what, was, now }) => (
              <tr key={key}>
                <th scope="row">
                  {several && position !== null ? `${t("ticket.item", { position })} ` : null}
                  {what}
                </th>
                <td>
                  <del>{was}</del>
                </td>
                <td>
                  <ins>{now}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}
