/** For whom: found while typing by phone, name or order number; or written down on the spot. */
import { Button } from "@vitrazh/ui";
import { phone } from "@vitrazh/words";
import { type CardForm, newCard } from "../../../shared/client-card/card.ts";
import { useMay } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import { useFormDesk } from "../form-state.ts";
import { focusPresets } from "../items/preset-bar.tsx";
import type { ChosenClient } from "../model/form.ts";
import { FieldPlace } from "../parts/fields.tsx";
import { focusField } from "../parts/places.ts";
import { ClientFinder } from "./client-finder.tsx";
import { NewClient } from "./new-client.tsx";

export function ClientField() {
  const { form, change, faultAt, attempted } = useFormDesk();
  const mayWriteDown = useMay()("clients.edit");
  const { client, newClient } = form;
  const write = (card: CardForm | null) => change((now) => ({ ...now, newClient: card }));
  const choose = (chosen: ChosenClient) => {
    change((now) => ({ ...now, client: chosen, newClient: null }));
    // The next thing that is asked is what he wants: a number key answers.
    requestAnimationFrame(() => focusPresets());
  };
  const fault = faultAt(null, "client");
  const error = fault && (attempted || !fault.empty) ? fault.sentence : undefined;
  return (
    <FieldPlace item={null} path="client" className="of-client">
      {client ? (
        <Chosen
          client={client}
          error={error}
          onChange={() => {
            change((now) => ({ ...now, client: null }));
            focusField(null, "client");
          }}
        />
      ) : newClient ? (
        <NewClient card={newClient} onCard={write} onChoose={choose} onBack={() => write(null)} />
      ) : (
        <ClientFinder
          error={error}
          onChoose={choose}
          onNew={mayWriteDown ? (typed) => write(newCard(typed)) : null}
        />
      )}
    </FieldPlace>
  );
}

function Chosen({
  client,
  error,
  onChange,
}: {
  client: ChosenClient;
  error: string | undefined;
  onChange: () => void;
}) {
  return (
    <div className="of-chosen">
      <p>
        <span className="of-muted">{t("order-form.client")}</span> <b>{client.name}</b>{" "}
        <span className="of-phones">{client.phones.map(phone).join(", ")}</span>
      </p>
      <Button kind="link" onClick={onChange}>
        {t("order-form.client-change")}
      </Button>
      {error ? <p className="of-fault">{error}</p> : null}
    </div>
  );
}
