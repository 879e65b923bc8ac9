/** A new client's card beside the list, with a warning if he is known already. */
import { useQueryClient } from "@tanstack/react-query";
import { clientsTakeDown, keyed, Refusal } from "@vitrazh/api";
import { Button, ErrorNote, SidePanel, Stack } from "@vitrazh/ui";
import { useAction } from "../../../shared/action.ts";
import { type CardForm, clientIn, newCard } from "../../../shared/client-card/card.ts";
import { CardFields } from "../../../shared/client-card/card-fields.tsx";
import { Suspects, useSuspects } from "../../../shared/client-card/suspects.tsx";
import { useDraft } from "../../../shared/drafts.ts";
import { t } from "../../../words.gen.ts";

interface Props {
  typed: string;
  onClose: () => void;
  onDone: (clientId: string) => void;
}

export function NewClientPanel({ typed, onClose, onDone }: Props) {
  const [card, setCard, { clear }] = useDraft<CardForm>("client:new", newCard(typed));
  const cache = useQueryClient();
  const suspects = useSuspects(card);
  const takeDown = useAction(
    async (key, wanted: CardForm) =>
      (await clientsTakeDown({ body: clientIn(wanted), headers: keyed(key) })).data,
    {
      done: (client) => {
        clear();
        void cache.invalidateQueries({ predicate: ({ queryKey }) => isSearch(queryKey) });
        onDone(client.id);
      },
    },
  );
  const faults = takeDown.error instanceof Refusal ? takeDown.error.fields : [];
  return (
    <SidePanel title={t("clients.new")} open onClose={onClose}>
      <Stack>
        <CardFields
          card={card}
          onChange={setCard}
          faults={faults}
          autoFocus
          focusPhone={card.name !== ""}
        />
        <Suspects
          suspects={suspects}
          take={t("clients.open")}
          onTake={(client) => onDone(client.id)}
        />
        {faults.length === 0 ? <ErrorNote error={takeDown.error} /> : null}
        <div>
          <Button kind="main" pending={takeDown.pending} onClick={() => void takeDown.run(card)}>
            {t("clients.write-down")}
          </Button>
        </div>
      </Stack>
    </SidePanel>
  );
}

/** Lists of clients, whatever was looked for. */
function isSearch(queryKey: readonly unknown[]): boolean {
  return (queryKey[0] as { _id?: string } | undefined)?._id === "clientsSearch";
}
