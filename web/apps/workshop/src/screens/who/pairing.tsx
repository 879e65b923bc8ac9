/** A tablet that belongs to no shop yet: the administrator's code, and what to call it. */
import { NoAnswer, Refusal } from "@vitrazh/api";
import { shared } from "@vitrazh/words";
import { type ReactNode, useState } from "react";
import { Press } from "../../parts/press.tsx";
import { Two } from "../../parts/two.tsx";
import { pair, useUnsent } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

/** What codes are made of: nothing that can be taken for another sign. */
const SIGNS = [..."23456789ABCDEFGHJKLMNPQRSTUVWXYZ"];
const LENGTH = 8;
const NAME_LENGTH = 60;

/** What was typed or pasted, as a code: big letters, no dashes or spaces. */
export function codeOf(typed: string): string {
  return [...typed.toUpperCase()]
    .filter((sign) => SIGNS.includes(sign))
    .join("")
    .slice(0, LENGTH);
}

export function Pairing({ revoked }: { revoked: boolean }): ReactNode {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const count = useUnsent().length;
  const type = (typed: string) => {
    setError(null);
    setCode(codeOf(typed));
  };
  const connect = async () => {
    setBusy(true);
    try {
      await pair(code, name.trim());
    } catch (failed) {
      setError(failed);
      // A code is good once: the next one is typed from the start.
      if (failed instanceof Refusal && failed.code === "pairing-refused") setCode("");
    } finally {
      setBusy(false);
    }
  };
  const whole = code.length === LENGTH;
  const field = (
    <label className="field">
      {t("pairing.code")}
      <input
        className="code"
        value={code}
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        placeholder="········"
        onChange={(event) => type(event.target.value)}
      />
    </label>
  );
  const words = (
    <>
      <h1>{t("pairing.title")}</h1>
      {revoked ? <p className="fault">{t("pairing.revoked")}</p> : null}
      {count > 0 ? <p className="needs">{t("pairing.kept", { count })}</p> : null}
      {error ? (
        <p className="fault" role="alert">
          {faultWords(error)}
        </p>
      ) : (
        <p className="lead">{t("pairing.lead")}</p>
      )}
    </>
  );
  if (!whole) {
    return (
      <main className="pairing">
        <div>{words}</div>
        <div className="typed">
          {field}
          <Press aria-label={t("pairing.erase")} onClick={() => type(code.slice(0, -1))}>
            ⌫
          </Press>
        </div>
        <Signs onType={(sign) => type(code + sign)} />
      </main>
    );
  }
  return (
    <Two
      meaning="pairing"
      stage={
        <div className="naming">
          {field}
          <label className="field">
            {t("pairing.name")}
            <input
              value={name}
              maxLength={NAME_LENGTH}
              autoComplete="off"
              placeholder={t("pairing.name-hint")}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        </div>
      }
      side={words}
      main={{
        key: "pair",
        label: t(busy ? "pairing.busy" : "pairing.pair"),
        off: busy || name.trim() === "",
        run: connect,
      }}
      others={[{ key: "back", label: t("shop.cancel"), off: busy, run: () => type("") }]}
    />
  );
}

function Signs({ onType }: { onType: (sign: string) => void }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div role="group" aria-label={t("pairing.keys")} className="signs">
      {SIGNS.map((sign) => (
        <Press key={sign} onClick={() => onType(sign)}>
          {sign}
        </Press>
      ))}
    </div>
  );
}

function faultWords(error: unknown): string {
  if (error instanceof Refusal) return error.fields[0]?.message ?? error.title;
  return error instanceof NoAnswer ? shared("shared.no-answer") : t("shop.broken");
}
