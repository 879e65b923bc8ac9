/** What differs, old → new, one line each. */
import { t } from "../../../words.gen.ts";
import type { ChangeLine } from "../model/compare.ts";

export function ChangeTable({ caption, lines }: { caption: string; lines: readonly ChangeLine[] }) {
  if (lines.length === 0) return <p className="of-muted">{t("order-form.no-changes")}</p>;
  return (
    <table className="of-changes">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("order-form.changes.what")}</th>
          <th scope="col">{t("order-form.changes.old")}</th>
          <th scope="col">{t("order-form.changes.new")}</th>
        </tr>
      </thead>
      {grouped(lines).map(([item, group]) => (
        <tbody key={item}>
          {item ? (
            <tr>
              <th scope="rowgroup" colSpan={3} className="of-changes-item">
                {item}
              </th>
            </tr>
          ) : null}
          {group.map((line) => (
            <tr key={`${line.field} ${line.old} ${line.new}`}>
              <th scope="row">{line.field}</th>
              <td>{line.old === null ? "–" : <del>{line.old}</del>}</td>
              <td>{line.new === null ? "–" : <ins>{line.new}</ins>}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Lines of one item under its name, in the order of the items. */
function grouped(lines: readonly ChangeLine[]): [string, ChangeLine[]][] {
  const groups = new Map<string, ChangeLine[]>();
  for (const line of lines) {
    const item = line.item ?? "";
    groups.set(item, [...(groups.get(item) ?? []), line]);
  }
  return [...groups];
}
