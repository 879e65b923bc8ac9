// @vitest-environment node
/** The house's rules of the web, as far as no linter knows them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const WEB = join(dirname(fileURLToPath(import.meta.url)), "..");
const MOST_LINES = 250;
const SKIPPED = new Set(["node_modules", "dist", "gen"]);
const TOKENS = "packages/ui/src/tokens.css";

const FILES = ["apps", "packages", "scripts"]
  .flatMap(under)
  .filter((name) => !name.includes(".gen."))
  .sort();

interface Source {
  name: string;
  text: string;
}

function under(folder: string): string[] {
  return readdirSync(join(WEB, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name)) return [];
    return entry.isDirectory() ? under(name) : [name];
  });
}

function sources(endings: RegExp): Source[] {
  return FILES.filter((name) => endings.test(name)).map((name) => ({
    name,
    text: readFileSync(join(WEB, name), "utf8"),
  }));
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
const isTest = (name: string) => /\.test\.tsx?$|\/testing(-\w+)?(\/|\.tsx?$)/.test(name);

/** Every offence as `file: what`, so that a red test says where to go. */
function offences(found: Source[], judge: (text: string, name: string) => string | null): string[] {
  return found.flatMap(({ name, text }) => {
    const fault = judge(text, name);
    return fault ? [`${name}: ${fault}`] : [];
  });
}

const features = (found: Source[]) => found.filter(({ name }) => name.includes("/features/"));

describe("the house", () => {
  it("keeps files short enough to be seen whole", () => {
    const long = offences(sources(/\.(tsx?|css)$/), (text, name) => {
      const lines = text.split("\n").length;
      return lines > MOST_LINES && !isTest(name) ? `${lines} lines` : null;
    });
    expect(long).toEqual([]);
  });

  it("takes every colour from a token", () => {
    const raw = offences(sources(/\.(tsx?|css)$/), (text, name) => {
      if (name === TOKENS || isTest(name) || name.startsWith("scripts/")) return null;
      const found = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?!["'/\w])|\brgba?\(|\bhsla?\(/i.exec(
        withoutComments(text),
      );
      return found ? found[0] : null;
    });
    expect(raw.filter((line) => !line.includes("vite.config.ts"))).toEqual([]);
  });

  it("says nothing in code that a translator cannot find", () => {
    const said = offences(sources(/\.tsx?$/), (text, name) => {
      if (isTest(name) || name.startsWith("scripts/") || name.includes("vite.config")) return null;
      const found = /["'`>][^"'`<>\n]*[а-яё]{2,}[^"'`<>\n]*/i.exec(withoutComments(text));
      return found && !SPOKEN_IN_CODE.has(name) ? found[0].trim() : null;
    });
    expect(said).toEqual([]);
  });

  it("keeps features from reaching into each other", () => {
    const crossed = offences(features(sources(/\.tsx?$/)), (text, name) => {
      const own = /features\/([^/]+)\//.exec(name)?.[1];
      const other = [...text.matchAll(/from "(?:\.\.\/)+(?:features\/)?([\w-]+)\//g)]
        .map((match) => match[1])
        .find((folder) => folder !== own && FEATURES.has(folder ?? ""));
      return other ? `imports ${other}` : null;
    });
    expect(crossed).toEqual([]);
  });

  it("keeps the tablet free of the office's library", () => {
    const heavy = offences(sources(/^apps\/workshop\/.*\.tsx?$/), (text) => {
      const found = /from "(@mantine[^"]*|@vitrazh\/ui|@tanstack[^"]*)"/.exec(text);
      return found ? found[0] : null;
    });
    expect(heavy).toEqual([]);
  });
});

/** Patterns that read what people type: they hold letters, not texts. */
const SPOKEN_IN_CODE = new Set([
  "apps/office/src/features/search/layout.ts",
  "packages/words/src/numbers.ts",
  "packages/drawing/src/numbers.ts",
]);
const FEATURES = new Set(readdirSync(join(WEB, "apps/office/src/features"), { encoding: "utf8" }));
