/** Reads the texts of an item and gathers what could not be read, each fault at its field. */
import { faultText, type Limits, type Read, readCount, readMm } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";

/** A fault of a field; `empty` ones are only told once somebody wants to send. */
export interface Fault {
  sentence: string;
  empty: boolean;
}
/** Faults by the field's path in the item: `size`, `holes.<key>.x`. */
export type Faults = Map<string, Fault>;

/** What a text becomes when it cannot be read: the drawing leaves it out, nothing is sent. */
const UNREAD = null as unknown as number;

export class Reading {
  readonly faults: Faults = new Map();

  note(path: string, sentence: string, empty = false): void {
    if (!this.faults.has(path)) this.faults.set(path, { sentence, empty });
  }

  take<Value>(path: string, read: Read<Value>): Value | null {
    if (read.ok) return read.value;
    this.note(path, faultText(read), read.fault === "shared.fault-empty");
    return null;
  }

  /** A length that must be there. */
  mm(path: string, text: string, limits: Limits = {}): number {
    return this.take(path, readMm(text, limits)) ?? UNREAD;
  }

  /** A length that may be left out. */
  maybeMm(path: string, text: string, limits: Limits = {}): number | null {
    return text.trim() === "" ? null : this.take(path, readMm(text, limits));
  }

  count(path: string, text: string, limits: Limits = {}): number {
    return this.take(path, readCount(text, limits)) ?? UNREAD;
  }

  maybeCount(path: string, text: string, limits: Limits = {}): number | null {
    return text.trim() === "" ? null : this.take(path, readCount(text, limits));
  }

  /** A word of the trade: one line of at most 80 characters. */
  word(path: string, text: string): string | null {
    const word = text.trim().replace(/[\r\n\t]+/g, " ");
    if (word === "") return null;
    if (word.length > 80) this.note(path, t("order-form.fault.word", { most: 80 }));
    return word;
  }

  /** A word that must be there. */
  needed(path: string, text: string): string {
    const word = this.word(path, text);
    if (word === null) this.note(path, t("order-form.fault.missing"), true);
    return word ?? "";
  }
}
