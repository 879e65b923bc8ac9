/** Buttons in every state. */
import { AddIcon, Button, type ButtonKind, PrintIcon, RemoveIcon } from "@vitrazh/ui";
import { useState } from "react";
import { t } from "../../words.gen.ts";
import s from "./gallery.module.css";
import { Section, Specimen } from "./specimen.tsx";

const KINDS: { kind: ButtonKind; word: () => string }[] = [
  { kind: "main", word: () => t("gallery.hand-over") },
  { kind: "plain", word: () => t("gallery.save") },
  { kind: "danger", word: () => t("gallery.cancel-order") },
  { kind: "link", word: () => t("gallery.open") },
];

/** How long the pretended server takes, ms. */
const ANSWER_MS = 2000;

export function Actions() {
  const [pending, setPending] = useState(false);
  return (
    <Section id="buttons" title={t("gallery.buttons")}>
      <Specimen name={t("gallery.usual")}>
        <div className={s["line"]}>
          {KINDS.map(({ kind, word }) => (
            <Button key={kind} kind={kind}>
              {word()}
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen name={t("gallery.pending")}>
        <div className={s["line"]}>
          {KINDS.map(({ kind, word }) => (
            <Button key={kind} kind={kind} pending>
              {word()}
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen name={t("gallery.disabled")}>
        <div className={s["line"]}>
          {KINDS.map(({ kind, word }) => (
            <Button key={kind} kind={kind} disabled>
              {word()}
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen name={t("gallery.with-icon")}>
        <div className={s["line"]}>
          <Button kind="main" icon={<AddIcon aria-hidden="true" />} keys="n">
            {t("gallery.new-order")}
          </Button>
          <Button icon={<PrintIcon aria-hidden="true" />}>{t("gallery.print")}</Button>
          <Button kind="main" keys="ctrl+enter">
            {t("gallery.save")}
          </Button>
          <Button
            icon={<RemoveIcon aria-hidden="true" />}
            aria-label={t("gallery.cancel-order")}
            kind="danger"
          />
        </div>
      </Specimen>
      <Specimen name={t("gallery.long")}>
        <Button kind="main">{t("gallery.long-button")}</Button>
      </Specimen>
      <Specimen name={t("gallery.press-me")}>
        <div className={s["line"]}>
          <Button
            kind="main"
            pending={pending}
            onClick={() => {
              setPending(true);
              setTimeout(() => setPending(false), ANSWER_MS);
            }}
          >
            {t("gallery.save")}
          </Button>
        </div>
      </Specimen>
    </Section>
  );
}
