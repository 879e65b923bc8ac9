/** The connection: what is not sent yet and why, what has to be read, and the tablet itself. */
import { language, nameOf, setLanguage } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { Press } from "../../parts/press.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { type Action, Two } from "../../parts/two.tsx";
import {
  dismissConflict,
  type Note,
  sendNow,
  setSound,
  signWithoutPin,
  type Unsent,
  useLink,
  useNeedsPin,
  useNotes,
  useOrder,
  useSettings,
  useStorage,
  useTablet,
  useUnsent,
  useUpdate,
} from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { linkWords } from "../bar.tsx";
import { useDoing } from "../doing/doing.tsx";
import { NoteBody } from "../order/note.tsx";
import { deedWords } from "../order/note-words.ts";
import { Unpair } from "./unpair.tsx";

export function LinkScreen(): ReactNode {
  const [unpairing, setUnpairing] = useState(false);
  const link = useLink();
  const unsent = useUnsent();
  const notes = useNotes();
  const needed = useNeedsPin();
  const update = useUpdate();
  const { ask } = useDoing();
  if (unpairing) return <Unpair onClose={() => setUnpairing(false)} />;
  const others: Action[] = [];
  if (needed) {
    others.push({ key: "pin", label: t("pin.title"), run: ask });
    others.push({ key: "without", label: t("link.send-without-pin"), run: signWithoutPin });
  } else if (update.ready) {
    others.push({ key: "update", label: t("link.update"), run: update.apply });
  }
  return (
    <Two
      meaning="link"
      className="connection"
      stage={
        <Scroller label={t("link.title")}>
          {notes.length > 0 ? (
            <section>
              <h2>{t("link.notes", { count: notes.length })}</h2>
              {notes.map((note) => (
                <NoteCard key={note.id} note={note} />
              ))}
            </section>
          ) : null}
          <section>
            <h2>{t("link.unsent", { count: unsent.length })}</h2>
            <ol className="unsent" aria-label={t("link.unsent-list")}>
              {unsent.map((one) => (
                <li key={one.key}>
                  <b>{one.number}</b> {deedWords(one)}
                  <small>{stateWords(one)}</small>
                </li>
              ))}
            </ol>
          </section>
          <About onUnpair={() => setUnpairing(true)} />
        </Scroller>
      }
      side={
        <>
          <h1>{linkWords(link)}</h1>
          {needed ? <p className="needs">{t("who.needs-pin", needed)}</p> : null}
          {update.ready ? <p>{t("link.update-lead")}</p> : null}
        </>
      }
      main={{ key: "send", label: t("link.send"), off: unsent.length === 0, run: sendNow }}
      others={others}
    />
  );
}

const STATES = {
  waiting: "link.waiting",
  sending: "link.sending",
  "needs-pin": "link.needs-pin",
} as const;

/** Why an action still waits. */
function stateWords({ state, attempts: count, has_photo }: Unsent): string {
  const words = [t(STATES[state])];
  if (count > 0) words.push(t("link.tried", { count }));
  if (has_photo) words.push(t("link.with-photo"));
  return words.join(", ");
}

function NoteCard({ note }: { note: Note }): ReactNode {
  const order = useOrder(note.order_id);
  return (
    <article className="note-card">
      <b className="number">{note.number}</b>
      <NoteBody note={note} order={order ?? null} />
      <Press onClick={() => dismissConflict(note.id)}>{t("ticket.understood")}</Press>
    </article>
  );
}

const MB = 1_000_000;

function About({ onUnpair }: { onUnpair: () => void }): ReactNode {
  const tablet = useTablet();
  const { used, quota, persisted } = useStorage();
  const { sound } = useSettings();
  const spoken = language();
  const megabytes = (bytes: number) => String(Math.round(bytes / MB));
  return (
    <section className="about-tablet">
      <h2>{t("link.settings")}</h2>
      <dl className="words">
        <div>
          <dt>{t("link.tablet")}</dt>
          <dd>{tablet?.name}</dd>
          <dd>{tablet ? nameOf("shop", tablet.shop) : null}</dd>
        </div>
        <div>
          <dt>{t("link.storage")}</dt>
          <dd>
            {t("link.storage-of", { used: megabytes(used), quota: megabytes(quota) })}
            {persisted ? null : `, ${t("link.not-kept")}`}
          </dd>
        </div>
        <div>
          <dt>{t("link.version")}</dt>
          <dd>{import.meta.env["VITE_VERSION"] ?? "0.1.0"}</dd>
        </div>
      </dl>
      <div className="settings">
        <Press aria-pressed={spoken === "ru"} lang="ru" onClick={() => setLanguage("ru")}>
          {SPOKEN.ru}
        </Press>
        <Press aria-pressed={spoken === "en"} lang="en" onClick={() => setLanguage("en")}>
          {SPOKEN.en}
        </Press>
        <Press aria-pressed={sound} onClick={() => setSound(!sound)}>
          {t("link.sound")}: {t(sound ? "link.sound-on" : "link.sound-off")}
        </Press>
        <Press onClick={onUnpair}>{t("link.unpair")}</Press>
      </div>
    </section>
  );
}

/** Each language names itself. */
const SPOKEN = { ru: nameIn("ru"), en: nameIn("en") };

function nameIn(spoken: "ru" | "en"): string {
  const name = new Intl.DisplayNames([spoken], { type: "language" }).of(spoken) ?? spoken;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
