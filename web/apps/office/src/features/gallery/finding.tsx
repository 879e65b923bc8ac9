/** The field that finds: with matches, with none, waiting, refused. */
import { Button, Combobox, type ComboboxOption } from "@vitrazh/ui";
import { useEffect, useState } from "react";
import { t } from "../../words.gen.ts";
import { Section, Specimen } from "./specimen.tsx";

const NOTHING = () => {};
/** How long the pretended server takes, ms. */
const ANSWER_MS = 150;

const NAMES = [
  () => t("gallery.client-a"),
  () => t("gallery.client-b"),
  () => t("gallery.client-c"),
  () => t("gallery.client-d"),
  () => t("gallery.client-e"),
];

function clients(query: string): ComboboxOption[] {
  const wanted = query.trim().toLowerCase();
  return NAMES.map((name) => name())
    .filter((name) => name.toLowerCase().includes(wanted))
    .map((name, at) => ({
      id: name,
      label: name,
      detail: at === 2 ? t("gallery.retired") : t("gallery.orders-count", { count: at * 3 + 1 }),
      disabled: at === 2,
    }));
}

export function Finding() {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<{ query: string; options: ComboboxOption[] }>({
    query: "",
    options: [],
  });
  useEffect(() => {
    const timer = setTimeout(() => setFound({ query, options: clients(query) }), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return (
    <Section id="search" title={t("gallery.search")}>
      <Specimen name={t("gallery.usual")}>
        <Combobox
          label={t("gallery.client")}
          hint={t("gallery.client-hint")}
          query={query}
          onQuery={setQuery}
          options={found.options}
          loading={found.query !== query}
          empty={t("gallery.client-empty")}
          footer={<Button kind="link">{t("gallery.client-footer")}</Button>}
          onChoose={setQuery}
        />
      </Specimen>
      <Specimen name={t("gallery.loading")}>
        <Combobox
          label={t("gallery.client")}
          query={t("gallery.query")}
          onQuery={NOTHING}
          options={[]}
          loading
          onChoose={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.error")}>
        <Combobox
          label={t("gallery.client")}
          query={t("gallery.query")}
          onQuery={NOTHING}
          options={[]}
          error={t("gallery.no-link")}
          onChoose={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.disabled")}>
        <Combobox
          label={t("gallery.client")}
          query=""
          disabled
          onQuery={NOTHING}
          options={[]}
          onChoose={NOTHING}
        />
      </Specimen>
    </Section>
  );
}
