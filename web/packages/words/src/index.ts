export * from "./format.ts";
export * from "./i18n.ts";
export * from "./names.ts";
export * from "./numbers.ts";
export { t as shared } from "./words.gen.ts";
