/** Two people edited one card: what the other one made of it, what I did, and the choice. */
import type { ClientsClientOut } from "@vitrazh/api";
import { Ago, Button } from "@vitrazh/ui";
import { type CardForm, cardOf } from "../../../shared/client-card/card.ts";
import { t } from "../../../words.gen.ts";
import { factName, factText } from "./facts.ts";

const FIELDS = ["name", "phones", "email", "channel", "kind", "language"] as const;

interface Props {
  base: ClientsClientOut;
  now: ClientsClientOut;
  mine: CardForm;
  onTake: () => void;
  onKeep: () => void;
}

export function CardDifferences({ base, now, mine, onTake, onKeep }: Props) {
  const [before, theirs] = [cardOf(base), cardOf(now)];
  const lines = FIELDS.filter(
    (field) =>
      String(theirs[field]) !== String(before[field]) ||
      String(mine[field]) !== String(before[field]),
  );
  return (
    <section className="cl-stale" role="alert" aria-label={t("clients.stale")}>
      <p>
        <b>{t("clients.stale")}</b> <Ago at={now.changed_at} />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("clients.stale.field")}</th>
            <th scope="col">{t("clients.stale.theirs")}</th>
            <th scope="col">{t("clients.stale.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((field) => (
            <tr key={field}>
              <th scope="row">{factName(field)}</th>
              <td>{factText(field, theirs[field])}</td>
              <td>{factText(field, mine[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="cl-buttons">
        <Button onClick={onTake}>{t("clients.take-theirs")}</Button>
        <Button kind="main" onClick={onKeep}>
          {t("clients.keep-mine")}
        </Button>
      </div>
    </section>
  );
}
