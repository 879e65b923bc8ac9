/** Numbers of the sketch's zones as people list them: `1, 2, 5-7`. */
import { t } from "../../../words.gen.ts";
import type { Reading } from "./reading.ts";

const MOST_ZONES = 500;
const HIGHEST = 9999;

export function zoneNumbers(text: string, path: string, reading: Reading): number[] {
  const numbers: number[] = [];
  const fault = () => {
    reading.note(path, t("order-form.fault.zones"));
    return [];
  };
  if (text.length > 10 * MOST_ZONES) return fault();
  for (const part of text.split(/[,;\s]+/)) {
    if (part === "") continue;
    const found = /^(\d{1,4})(?:[-–—](\d{1,4}))?$/.exec(part);
    const first = Number(found?.[1]);
    const last = found?.[2] === undefined ? first : Number(found[2]);
    if (!found || first < 1 || last < first || last > HIGHEST) return fault();
    if (numbers.length + last - first >= MOST_ZONES) return fault();
    for (let number = first; number <= last; number += 1) numbers.push(number);
  }
  return numbers;
}

/** The same list as short as people write it. */
export function zoneText(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < numbers.length; ) {
    let end = start;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1;
    const first = numbers[start];
    parts.push(end - start > 1 ? `${first}-${numbers[end]}` : `${first}`);
    start = end - start > 1 ? end + 1 : start + 1;
  }
  return parts.join(", ");
}
