/** Digits to press with gloves: a PIN, a number of pieces. */
import type { ReactNode } from "react";
import { t } from "../words.gen.ts";
import { Press } from "./press.tsx";

export interface PadProps {
  label: string;
  off?: boolean;
  onDigit: (digit: string) => void;
  onBack: () => void;
  onClear: () => void;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

export function Pad({ label, off = false, onDigit, onBack, onClear }: PadProps): ReactNode {
  const digit = (one: string) => (
    <Press key={one} off={off} onClick={() => onDigit(one)}>
      {one}
    </Press>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div role="group" aria-label={label} className="pad">
      {DIGITS.map(digit)}
      <Press off={off} onClick={onClear}>
        {t("shop.clear")}
      </Press>
      {digit("0")}
      <Press off={off} aria-label={t("shop.back")} onClick={onBack}>
        ⌫
      </Press>
    </div>
  );
}
