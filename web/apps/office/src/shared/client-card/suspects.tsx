/** Who may be the client whose card is being typed: a warning, with the way to take him. */
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ClientRow, Suspect } from "@vitrazh/api";
import { clientsDuplicatesOptions } from "@vitrazh/api/query";
import { Button } from "@vitrazh/ui";
import { phone } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./card.module.css";
import type { CardForm } from "./card.ts";

const PAUSE_MS = 250;
const LONGEST = 200;
const NOBODY: readonly Suspect[] = [];

/** Asks while the card is typed; `but`: the card that is edited is no duplicate of itself. */
export function useSuspects(card: CardForm, but?: string): readonly Suspect[] {
  const text = [card.name, card.phones[0] ?? "", card.email].map((one) =>
    one.trim().slice(0, LONGEST),
  );
  const [typed] = useDebouncedValue(text.join("\n"), PAUSE_MS);
  const [name = "", number = "", email = ""] = typed.split("\n");
  const enough = name.length > 2 || number.length > 5 || email.includes("@");
  const found = useQuery({
    ...clientsDuplicatesOptions({
      query: { name, phone: number, email, ...(but ? { but } : {}) },
    }),
    enabled: enough,
    staleTime: 10_000,
    // A hint that is late must not stand between the desk and the card.
    retry: false,
    placeholderData: (before) => before,
  });
  return enough ? (found.data ?? NOBODY) : NOBODY;
}

interface Props {
  suspects: readonly Suspect[];
  /** What to do with him; its word stands on the button. */
  take: string;
  onTake: (client: ClientRow) => void;
}

const SHOWN = 4;

export function Suspects({ suspects, take, onTake }: Props) {
  return (
    <div role="status" className={s["suspects"]} hidden={suspects.length === 0}>
      {suspects.length ? (
        <>
          <p className={s["suspects-title"]}>{t("client-card.suspects")}</p>
          <ul>
            {suspects.slice(0, SHOWN).map(({ client, likeness }) => (
              <li key={client.id} className={s["suspect"]}>
                <span>
                  <b>{client.name}</b> {client.phones.map(phone).join(", ")}
                  <span className={s["why"]}> ({likeness.map((one) => one.text).join(", ")})</span>
                </span>
                <Button
                  aria-label={t("client-card.take-named", { take, name: client.name })}
                  onClick={() => onTake(client)}
                >
                  {take}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
