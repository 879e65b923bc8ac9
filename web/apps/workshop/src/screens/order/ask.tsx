/** A question to the office: a tile says most of it, words and a picture the rest. */
import { type ReactNode, useState } from "react";
import { PhotoField } from "../../parts/photo-field.tsx";
import { Press } from "../../parts/press.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Two } from "../../parts/two.tsx";
import { act } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { useDoing } from "../doing/doing.tsx";
import type { SheetProps } from "./order.tsx";

const TYPICAL = ["ask.size", "ask.edge", "ask.holes", "ask.material", "ask.other"] as const;
type Typical = (typeof TYPICAL)[number];
const MOST_LETTERS = 900;

/** The question as the office reads it; empty: it is not one yet. */
export function questionOf(about: Typical | null, words: string): string {
  const text = words.trim();
  if (about === null || about === "ask.other") return text;
  return text === "" ? t(about) : `${t(about)} ${text}`;
}

export function AskSheet({ order, item, onClose }: SheetProps): ReactNode {
  const [about, setAbout] = useState<Typical | null>(null);
  const [words, setWords] = useState("");
  const [photo, setPhoto] = useState<string | null>(null);
  const { run } = useDoing();
  const text = questionOf(about, words);
  const send = async () => {
    const asking = { text, itemId: item.id, ...(photo ? { photo } : {}) };
    if (await run(() => act.ask(order.id, asking))) onClose();
  };
  const missing = t(about === "ask.other" ? "ask.need-text" : "ask.pick");
  return (
    <Two
      meaning="ask"
      stage={
        <Scroller label={t("ask.typical")}>
          <div className="reasons">
            {TYPICAL.map((one) => (
              <Press key={one} aria-pressed={about === one} onClick={() => setAbout(one)}>
                {t(one)}
              </Press>
            ))}
          </div>
          <label className="field">
            {t("ask.text")}
            <textarea
              rows={2}
              maxLength={MOST_LETTERS}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </Scroller>
      }
      side={
        <>
          <h1>{t("ask.title")}</h1>
          <p>
            {order.number}, {t("ask.about", { position: item.position })}
          </p>
          <PhotoField photo={photo} onPhoto={setPhoto} />
        </>
      }
      main={{
        key: "send",
        label: text === "" ? missing : t("ask.send"),
        off: text === "",
        run: send,
      }}
      others={[{ key: "back", label: t("shop.cancel"), run: onClose }]}
    />
  );
}
