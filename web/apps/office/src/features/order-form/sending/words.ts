/** What is said while the form is sent, and when a file is not taken. */
import { NoAnswer, Refusal } from "@vitrazh/api";
import { t } from "../../../words.gen.ts";
import type { FileFault } from "./send.ts";

/** The sentence at a file that was not taken: the server's own words where it has them. */
export function fileSentence(fault: FileFault): { file: string; sentence: string } {
  const { why } = fault;
  let sentence = t("order-form.file-lost");
  if (why instanceof Refusal) sentence = why.fields[0]?.message ?? why.title;
  if (why instanceof NoAnswer) sentence = t("order-form.file-broke-off");
  return { file: fault.file, sentence };
}
