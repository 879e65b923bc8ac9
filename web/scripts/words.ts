/**
 * Reads every words.ru.json and words.en.json of a package, checks them against each other, and
 * writes the package's `src/words.gen.ts`: compiled messages and a `t` that knows every id and its
 * arguments. With --check it writes nothing and fails when a file is not what it would write.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { compileMessage } from "@lingui/message-utils/compileMessage";

type Words = Record<string, string>;
type Part = string | [string, string?, Record<string, unknown>?];

const WEB = join(dirname(fileURLToPath(import.meta.url)), "..");
const RU_PLURALS = ["one", "few", "many", "other"];
const EN_PLURALS = ["one", "other"];

export class WordsFault extends Error {}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)words\.ru\.json$/.test(name) && !name.includes("node_modules"))
    .map((name) => join(folder, name))
    .sort();
}

/** Names of the arguments of a compiled message, with the plural forms it distinguishes. */
export function argumentsOf(message: string | unknown[], id: string, plurals: string[]): string[] {
  const found = new Set<string>();
  const walk = (parts: string | unknown[]): void => {
    if (typeof parts === "string") return;
    for (const part of parts as Part[]) {
      if (typeof part === "string") continue;
      const [name, kind, forms] = part;
      if (name !== "#") found.add(name);
      if (kind === "plural" && forms) {
        const missing = plurals.filter((form) => !(form in forms));
        if (missing.length) throw new WordsFault(`${id}: plural lacks ${missing.join(", ")}`);
      }
      for (const form of Object.values(forms ?? {})) {
        if (Array.isArray(form)) walk(form);
      }
    }
  };
  walk(message);
  return [...found].sort();
}

function read(path: string): Words {
  return JSON.parse(readFileSync(path, "utf8")) as Words;
}

/** Checks one pair of files and adds what it says; throws WordsFault naming the file's fault. */
export function compilePair(ru: Words, en: Words, where: string) {
  const gone = Object.keys(ru).filter((id) => !(id in en));
  const extra = Object.keys(en).filter((id) => !(id in ru));
  if (gone.length || extra.length) {
    throw new WordsFault(`${where}: English lacks [${gone}], Russian lacks [${extra}]`);
  }
  return Object.keys(ru).map((id) => {
    const one = compileMessage(ru[id] ?? "");
    const two = compileMessage(en[id] ?? "");
    if (!ru[id]?.trim() || !en[id]?.trim()) throw new WordsFault(`${where}: ${id} is empty`);
    const args = argumentsOf(one, id, RU_PLURALS);
    const others = argumentsOf(two, id, EN_PLURALS);
    if (args.join() !== others.join()) {
      throw new WordsFault(`${where}: ${id} has other arguments in English: ${args} / ${others}`);
    }
    return { id, args, ru: one, en: two };
  });
}

function render(entries: ReturnType<typeof compilePair>, i18n: string): string {
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const types = sorted.map(({ id, args }) => {
    const shape = args.length ? `{ ${args.map((name) => `${name}: Value`).join("; ")} }` : "null";
    return `  ${JSON.stringify(id)}: ${shape};`;
  });
  const catalog = (language: "ru" | "en") =>
    sorted.map((entry) => `  ${JSON.stringify(entry.id)}: ${JSON.stringify(entry[language])},`);
  return `// Written by \`pnpm words\` from the words.*.json of this package. Do not edit.
import { add, say${types.some((line) => line.includes("Value")) ? ", type Value" : ""} } from ${JSON.stringify(i18n)};

export interface Words {
${types.join("\n")}
}

add("ru", {
${catalog("ru").join("\n")}
});
add("en", {
${catalog("en").join("\n")}
});

/** Says a message of this package in the language that is spoken now. */
export function t<Id extends keyof Words>(
  id: Id,
  ...values: Words[Id] extends null ? [] : [Words[Id]]
): string {
  return say(id, values[0] as Parameters<typeof say>[1]);
}
`;
}

function packages(): string[] {
  return ["apps", "packages"].flatMap((group) =>
    readdirSync(join(WEB, group)).map((name) => join(WEB, group, name)),
  );
}

function main(): void {
  const owner = new Map<string, string>();
  const stale: string[] = [];
  for (const home of packages()) {
    const entries = filesUnder(join(home, "src")).flatMap((path) => {
      const where = relative(WEB, path);
      return compilePair(read(path), read(path.replace("words.ru", "words.en")), where).map(
        (entry) => {
          const other = owner.get(entry.id);
          if (other) throw new WordsFault(`${entry.id} is in ${other} and in ${where}`);
          owner.set(entry.id, where);
          return entry;
        },
      );
    });
    if (!entries.length) continue;
    const target = join(home, "src/words.gen.ts");
    const text = render(entries, home.endsWith("/words") ? "./i18n.ts" : "@vitrazh/words/i18n");
    let old = "";
    try {
      old = readFileSync(target, "utf8");
    } catch {}
    if (old === text) continue;
    stale.push(relative(WEB, target));
    if (!process.argv.includes("--check")) writeFileSync(target, text);
  }
  if (process.argv.includes("--check") && stale.length) {
    throw new WordsFault(`run \`make gen\`: ${stale.join(", ")}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof WordsFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
