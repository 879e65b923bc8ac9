/** The PIN of a worker, typed on keys that a glove hits. */
import { NoAnswer, Refusal } from "@vitrazh/api";
import { type ReactNode, useEffect, useState } from "react";
import { useSecondsUntil } from "../../parts/now.ts";
import { Pad } from "../../parts/pad.tsx";
import { type Action, Two } from "../../parts/two.tsx";
import { chooseTile, signIn, type Tile } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

const LEAST = 4;
const MOST = 6;

export interface PinProps {
  tile: Tile;
  onDone: () => void;
  onBack: () => void;
}

export function Pin({ tile, onDone, onBack }: PinProps): ReactNode {
  const [pin, setPin] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [locked, setLocked] = useState<number | null>(null);
  const seconds = useSecondsUntil(locked);
  const off = busy || seconds !== null;
  const digit = (one: string) => {
    setError(null);
    setPin((typed) => (typed.length < MOST ? typed + one : typed));
  };
  const enter = async () => {
    setBusy(true);
    try {
      await signIn(tile.id, pin);
      onDone();
    } catch (failed) {
      setError(failed);
      setPin("");
      if (failed instanceof Refusal && failed.retryAfter !== null) {
        setLocked(Date.now() + failed.retryAfter * 1000);
      }
    } finally {
      setBusy(false);
    }
  };
  useKeys(off, digit, () => setPin((typed) => typed.slice(0, -1)), pin.length >= LEAST, enter);
  const others: Action[] = [{ key: "back", label: t("shop.cancel"), run: onBack }];
  if (error instanceof NoAnswer) {
    const run = () => chooseTile(tile.id).then(onDone);
    others.push({ key: "unverified", label: t("pin.unverified"), run });
  }
  const fault = seconds === null ? faultWords(error) : t("pin.wait", { left: leftWords(seconds) });
  const label = busy ? t("pin.checking") : t("pin.enter");
  return (
    <Two
      meaning="pin"
      className="keys"
      stage={
        <Pad
          label={t("pin.keys")}
          off={off}
          onDigit={digit}
          onBack={() => setPin((typed) => typed.slice(0, -1))}
          onClear={() => setPin("")}
        />
      }
      side={
        <>
          <h1>{tile.name}</h1>
          {fault ? (
            <p className="fault" role="alert">
              {fault}
            </p>
          ) : (
            <p>{t("pin.title")}</p>
          )}
          <p className="dots" role="img" aria-label={t("pin.digits", { count: pin.length })}>
            {"●".repeat(pin.length)}
            {"○".repeat(Math.max(0, LEAST - pin.length))}
          </p>
        </>
      }
      main={{ key: "enter", label, off: off || pin.length < LEAST, run: enter }}
      others={others}
    />
  );
}

function faultWords(error: unknown): string {
  if (error instanceof Refusal) return error.retryAfter === null ? error.title : "";
  if (error instanceof NoAnswer) return t("pin.no-answer");
  return error ? t("shop.broken") : "";
}

function leftWords(seconds: number): string {
  if (seconds < 60) return t("pin.seconds", { count: seconds });
  return t("pin.minutes", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** A keyboard on the desk works too. */
function useKeys(
  off: boolean,
  digit: (one: string) => void,
  back: () => void,
  enough: boolean,
  enter: () => void,
): void {
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (off) return;
      if (/^\d$/.test(key)) digit(key);
      else if (key === "Backspace") back();
      else if (key === "Enter" && enough && !(target instanceof HTMLButtonElement)) enter();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}
