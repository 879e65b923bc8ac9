/**
 * What a first visit of each app loads, against the budgets of the screens: prints a table and
 * fails when something is over. Sizes are of the gzipped files; a kB is 1000 bytes.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = join(dirname(fileURLToPath(import.meta.url)), "../dist");
/** Already packed: gzip would only add to it. */
const PACKED = new Set([".woff2", ".png", ".jpg", ".webp"]);
const KB = 1000;

/** One row of Vite's manifest. */
export interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}
export type Manifest = Record<string, Chunk>;
export interface Row {
  app: string;
  what: string;
  bytes: number;
  budget: number;
}

/** The chunks that load before anything is shown: the entries and what they import at once. */
export function firstLoad(manifest: Manifest): Set<string> {
  return reached(
    manifest,
    Object.keys(manifest).filter((key) => manifest[key]?.isEntry),
  );
}

function reached(manifest: Manifest, from: string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  return seen;
}

/** Files of some chunks, each once. */
export function filesOf(
  manifest: Manifest,
  keys: Iterable<string>,
): { js: string[]; css: string[] } {
  const js = new Set<string>();
  const css = new Set<string>();
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) continue;
    (chunk.file.endsWith(".css") ? css : js).add(chunk.file);
    for (const sheet of chunk.css ?? []) css.add(sheet);
  }
  return { js: [...js], css: [...css] };
}

/** Shows every primitive at once to those who make them: a page that nobody works with. */
const GALLERY = "features/gallery/";

/** The heaviest part that a page loads when it is opened, on top of the first load. */
export function heaviestPage(
  manifest: Manifest,
  size: (file: string) => number,
): { name: string; bytes: number } {
  const first = firstLoad(manifest);
  let heaviest = { name: "none", bytes: 0 };
  const pages = new Set(Object.values(manifest).flatMap((chunk) => chunk.dynamicImports ?? []));
  for (const key of pages) {
    if (key.includes(GALLERY)) continue;
    const own = [...reached(manifest, [key])].filter((one) => !first.has(one));
    const bytes = filesOf(manifest, own).js.reduce((sum, file) => sum + size(file), 0);
    if (bytes > heaviest.bytes) heaviest = { name: key, bytes };
  }
  return heaviest;
}

/** Addresses that a generated service worker fetches ahead. */
export function precached(worker: string): string[] {
  return [...worker.matchAll(/["']?url["']?\s*:\s*["']([^"']+)["']/g)].map(
    (found) => found[1] ?? "",
  );
}

function sizeOf(path: string): number {
  const plain = readFileSync(path);
  return PACKED.has(extname(path)) ? plain.length : gzipSync(plain, { level: 9 }).length;
}

/** Fonts of every page; the -ext subsets load only when a rare letter is shown. */
function fonts(folder: string): string[] {
  const assets = join(folder, "assets");
  const names = existsSync(assets) ? readdirSync(assets) : [];
  return names
    .filter((name) => name.endsWith(".woff2") && !name.includes("-ext-"))
    .map((name) => `assets/${name}`);
}

function measured(app: string, limits: { js: number; css: number; fonts: number }): Row[] {
  const folder = join(DIST, app);
  const size = (file: string) => sizeOf(join(folder, file));
  const total = (files: string[]) => files.reduce((sum, file) => sum + size(file), 0);
  const manifest = JSON.parse(
    readFileSync(join(folder, ".vite/manifest.json"), "utf8"),
  ) as Manifest;
  const { js, css } = filesOf(manifest, firstLoad(manifest));
  const row = (what: string, bytes: number, budget: number) => ({ app, what, bytes, budget });
  const rows = [
    row("JS, first load", total(js), limits.js),
    row("CSS, first load", total(css), limits.css),
    row("fonts", total(fonts(folder)), limits.fonts),
  ];
  const page = heaviestPage(manifest, size);
  if (app === "office") rows.push(row(`JS, heaviest page (${page.name})`, page.bytes, 60));
  const worker = join(folder, "sw.js");
  if (app === "workshop") {
    const ahead = precached(readFileSync(worker, "utf8"));
    rows.push(row("precache", total(ahead), 600));
    // A worker that fetches nothing ahead is one that this program cannot read.
    if (!ahead.includes("index.html")) throw new Error("sw.js: no precached page was found");
  }
  return rows;
}

/** The table, and whether every row is within its budget. */
export function table(rows: Row[]): { text: string; fits: boolean } {
  const lines = rows.map(({ app, what, bytes, budget }) => {
    const over = bytes > budget * KB;
    const sizes = `${(bytes / KB).toFixed(1).padStart(7)} of ${String(budget).padStart(3)} kB`;
    return `${app.padEnd(9)} ${sizes}  ${over ? "OVER" : "ok  "}  ${what}`;
  });
  return { text: lines.join("\n"), fits: rows.every((row) => row.bytes <= row.budget * KB) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, fits } = table([
    ...measured("office", { js: 250, css: 45, fonts: 65 }),
    ...measured("workshop", { js: 120, css: 5, fonts: 65 }),
  ]);
  console.log(text);
  process.exitCode = fits ? 0 : 1;
}
