/** A new client written down inside the order form; a warning if he is known already. */
import { clientsTakeDown, keyed, Refusal } from "@vitrazh/api";
import { Button, ErrorNote } from "@vitrazh/ui";
import { useAction } from "../../../shared/action.ts";
import { type CardForm, clientIn } from "../../../shared/client-card/card.ts";
import { CardFields } from "../../../shared/client-card/card-fields.tsx";
import { Suspects, useSuspects } from "../../../shared/client-card/suspects.tsx";
import { t } from "../../../words.gen.ts";
import type { ChosenClient } from "../model/form.ts";

interface Props {
  card: CardForm;
  onCard: (card: CardForm) => void;
  onChoose: (client: ChosenClient) => void;
  onBack: () => void;
}

export function NewClient({ card, onCard, onChoose, onBack }: Props) {
  const suspects = useSuspects(card);
  const takeDown = useAction(
    async (key, wanted: CardForm) =>
      (await clientsTakeDown({ body: clientIn(wanted), headers: keyed(key) })).data,
    { done: ({ id, name, phones }) => onChoose({ id, name, phones }) },
  );
  const faults = takeDown.error instanceof Refusal ? takeDown.error.fields : [];
  return (
    <section className="of-new-client" aria-label={t("order-form.client-new")}>
      <h2>{t("order-form.client-new")}</h2>
      <CardFields
        card={card}
        onChange={onCard}
        faults={faults}
        autoFocus
        focusPhone={card.name !== ""}
      />
      <Suspects
        suspects={suspects}
        take={t("order-form.client-take")}
        onTake={({ id, name, phones }) => onChoose({ id, name, phones })}
      />
      {faults.length === 0 ? <ErrorNote error={takeDown.error} /> : null}
      <div className="of-adds">
        <Button kind="main" pending={takeDown.pending} onClick={() => void takeDown.run(card)}>
          {t("order-form.client-write-down")}
        </Button>
        <Button onClick={onBack}>{t("order-form.client-find")}</Button>
      </div>
    </section>
  );
}
