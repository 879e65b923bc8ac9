/** Type, colours and the panes of all states. */
import { Ago, Keys, PANE_KINDS, Pane } from "@vitrazh/ui";
import { money, phone, size } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./gallery.module.css";
import { Section, Specimen } from "./specimen.tsx";

const COLOURS = ["paper", "sheet", "bottle", "cobalt", "amber", "violet", "ruby", "muted", "ink"];

export function Looks() {
  return (
    <>
      <Section id="text" title={t("gallery.text")}>
        <Specimen name="14 / 16 / 20 / 28">
          <div className={s["sizes"]}>
            <p className={s["huge"]}>{t("gallery.sample")}</p>
            <p className={s["large"]}>{t("gallery.sample")}</p>
            <p>{t("gallery.sample")}</p>
            <p className={s["small"]}>{t("gallery.sample")}</p>
          </div>
          <div className={s["line"]}>
            <span>{money("8037.00")}</span>
            <span>{size(600, 900, 4)}</span>
            <span>{phone("+79215551234")}</span>
            <span>
              {t("gallery.ago")} <Ago at={new Date(Date.now() - 5 * 60_000).toISOString()} />
            </span>
          </div>
          <div className={s["line"]}>
            <span>{t("gallery.keys-hint")}</span>
            <Keys keys="?" />
            <Keys keys="ctrl+k" />
          </div>
        </Specimen>
        <Specimen name={t("gallery.sheet")}>
          <ul className={s["swatches"]}>
            {COLOURS.map((colour) => (
              <li key={colour} className={s["swatch"]}>
                <span style={{ background: `var(--vz-${colour})` }} />
                {colour}
              </li>
            ))}
          </ul>
        </Specimen>
      </Section>
      <Section id="panes" title={t("gallery.panes")}>
        <Specimen name={t("gallery.usual")} wide>
          <div className={s["line"]}>
            {PANE_KINDS.map((kind) => (
              <Pane key={kind} kind={kind} />
            ))}
            <Pane kind="late">{t("gallery.late-words")}</Pane>
          </div>
        </Specimen>
        <Specimen name={t("gallery.long")}>
          <Pane kind="open-question">{t("gallery.long-button")}</Pane>
        </Specimen>
      </Section>
    </>
  );
}
