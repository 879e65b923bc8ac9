/** Forms that were begun in this browser and not sent: each can be gone on with or thrown away. */
import { Ago, Button, notify } from "@vitrazh/ui";
import { useState } from "react";
import { dropDraft, keptDrafts } from "../../../shared/drafts.ts";
import { useSession } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import { dropFile } from "../files/store.ts";
import type { KeptForm } from "../form-state.ts";
import { FORM_PREFIX } from "../instance.ts";
import { titleOf } from "../model/summary.ts";

const SHOWN = 6;

interface Props {
  /** The form that is open here: it is not among them. */
  current: string;
  onGoOn: (instance: string) => void;
}

export function KeptForms({ current, onGoOn }: Props) {
  const owner = useSession().subject;
  const [gone, setGone] = useState<readonly string[]>([]);
  const kept = keptDrafts<KeptForm>(owner, FORM_PREFIX)
    .map((draft) => ({ ...draft, instance: draft.name.slice(FORM_PREFIX.length) }))
    .filter(({ instance }) => instance !== current && !gone.includes(instance))
    .filter(({ instance, value }) => !instance.includes(":") && isForm(value));
  if (kept.length === 0) return null;
  return (
    <section className="of-kept" aria-label={t("order-form.kept")}>
      <h2>{t("order-form.kept")}</h2>
      <ul>
        {kept.slice(0, SHOWN).map(({ instance, name, at, value, elsewhere }) => {
          const label = labelOf(value);
          return (
            <li key={instance}>
              <span>
                {label} <Ago at={new Date(at).toISOString()} />
              </span>
              {elsewhere ? (
                <span>{t("order-form.kept-elsewhere")}</span>
              ) : (
                <>
                  <Button
                    aria-label={t("order-form.go-on-named", { name: label })}
                    onClick={() => onGoOn(instance)}
                  >
                    {t("order-form.go-on")}
                  </Button>
                  <Button
                    kind="link"
                    aria-label={t("order-form.throw-away-named", { name: label })}
                    onClick={() => {
                      setGone([...gone, instance]);
                      // It goes when the time to change one's mind is over, or with the page.
                      const timer = setTimeout(() => {
                        dropDraft(owner, name);
                        for (const file of value.form.files) void dropFile(file.key);
                      }, UNDO_MS);
                      notify({
                        text: t("order-form.thrown-away", { name: label }),
                        undo: {
                          run: () => {
                            clearTimeout(timer);
                            setGone((now) => now.filter((one) => one !== instance));
                          },
                        },
                      });
                    }}
                  >
                    {t("order-form.throw-away")}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const UNDO_MS = 8_000;

/** A draft of an older version of the page may look otherwise: it is left alone. */
function isForm(value: KeptForm): boolean {
  return Array.isArray(value?.form?.items) && typeof value?.sending === "object";
}

function labelOf({ form, sending }: KeptForm): string {
  const who = form.client?.name ?? t("order-form.no-client");
  const [first] = form.items;
  const what = first ? titleOf(first) : t("order-form.no-items");
  const more = form.items.length > 1 ? ` +${form.items.length - 1}` : "";
  const number = sending.order ? `${sending.order.number}: ` : "";
  return `${number}${who}, ${what}${more}`;
}
