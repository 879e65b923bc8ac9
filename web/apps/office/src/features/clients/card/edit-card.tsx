/** Corrects a card; if somebody else did meanwhile, says so and leaves the choice. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ClientsClientOut, clientsClient, clientsCorrect, Refusal } from "@vitrazh/api";
import { clientsClientQueryKey } from "@vitrazh/api/query";
import { Button, Card, ErrorNote, notify, Stack } from "@vitrazh/ui";
import { useAction } from "../../../shared/action.ts";
import { type CardForm, cardOf, clientIn } from "../../../shared/client-card/card.ts";
import { CardFields } from "../../../shared/client-card/card-fields.tsx";
import { Suspects, useSuspects } from "../../../shared/client-card/suspects.tsx";
import { useDraft } from "../../../shared/drafts.ts";
import { t } from "../../../words.gen.ts";
import { CardDifferences } from "./card-differences.tsx";

interface Kept {
  card: CardForm;
  /** The card as it was when the editing began. */
  base: ClientsClientOut;
}

export function EditCard({ client, onClose }: { client: ClientsClientOut; onClose: () => void }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [kept, setKept, { clear, restoredAt }] = useDraft<Kept>(`client:${client.id}`, {
    card: cardOf(client),
    base: client,
  });
  const { card, base } = kept;
  const suspects = useSuspects(card, client.id);
  const key = clientsClientQueryKey({ path: { client_id: client.id } });
  const correct = useAction(
    async (_key, wanted: CardForm, over: ClientsClientOut) =>
      (
        await clientsCorrect({
          path: { client_id: client.id },
          body: clientIn(wanted, { office_id: over.office_id, manager_id: over.manager_id }),
          headers: { "if-match": `"${over.version}"` },
        })
      ).data,
    {
      done: (saved) => {
        clear();
        cache.setQueryData(key, saved);
        notify({ text: t("clients.saved"), kind: "done" });
        onClose();
      },
    },
  );
  // The newest card is read before it is laid beside mine: the refusal itself does not hold it.
  const reread = useAction(
    async () => (await clientsClient({ path: { client_id: client.id } })).data,
    { done: (now) => cache.setQueryData(key, now) },
  );
  const refused = correct.error instanceof Refusal ? correct.error : null;
  const changed = refused?.status === 412 || client.version !== base.version;
  const save = async () => {
    if ((await correct.run(card, base)) === undefined) await reread.run();
  };
  return (
    <Card title={t("clients.edit-title")}>
      <Stack>
        {restoredAt === null ? null : <p className="cl-note">{t("clients.restored")}</p>}
        {changed && client.version !== base.version ? (
          <CardDifferences
            base={base}
            now={client}
            mine={card}
            onTake={() => {
              correct.reset();
              setKept({ card: cardOf(client), base: client });
            }}
            onKeep={() => {
              correct.reset();
              setKept({ card, base: client });
            }}
          />
        ) : null}
        <CardFields
          card={card}
          onChange={(next) => setKept({ card: next, base })}
          faults={refused?.fields ?? []}
          autoFocus
        />
        <Suspects
          suspects={suspects}
          take={t("clients.open")}
          onTake={({ id }) => void navigate({ to: "/clients/$clientId", params: { clientId: id } })}
        />
        {refused?.fields.length || changed ? null : <ErrorNote error={correct.error} />}
        <div className="cl-buttons">
          <Button kind="main" pending={correct.pending} onClick={() => void save()}>
            {t("clients.save")}
          </Button>
          <Button
            onClick={() => {
              clear();
              onClose();
            }}
          >
            {t("clients.cancel-edit")}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
