/** Rounding and measuring of text, the same to the last bit as in the server's drawing. */

/** Hundredths of a millimetre, half up. */
export function cents(value: number): number {
  return Math.floor(value * 100 + 0.5);
}

/** The number as it stands in a scene: to 0.01 mm. */
export function round(value: number): number {
  return cents(value) / 100;
}

/** The shortest text of a number rounded to 0.01: `12`, `12.5`, `-0.25`. */
export function num(value: number): string {
  const all = cents(value);
  const whole = Math.floor(Math.abs(all) / 100);
  const rest = Math.abs(all) % 100;
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
  return `${all < 0 ? "-" : ""}${whole}${fraction}`;
}

const NARROW = " .,:;'!()[]|-\u00a0ijlIг·";
const WIDE = "мшщжюфыwmМШЩЖЮФЫWM⌀×@—%";

/** Width of a text in text heights: never less than a face like Golos or DejaVu needs. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (NARROW.includes(letter)) width += 0.42;
    else if (WIDE.includes(letter)) width += 0.86;
    else if (letter !== letter.toLowerCase()) width += 0.72;
    else width += 0.62;
  }
  return width;
}
