/**
 * Builds the apps into `web/dist/<app>`, with a .gz and a .br beside every file that shrinks:
 * `node scripts/build.ts [app…]`.
 *
 * A running system serves that folder meanwhile, so an app is built aside and then moved in file
 * by file: what carries its content's hash first, the page that names those files last. What the
 * build before this one consisted of stays, for tabs that are still open on it.
 */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const WEB = join(dirname(fileURLToPath(import.meta.url)), "..");
const APPS = ["office", "workshop"];
const COMPRESSIBLE = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"]);
/** Bytes; what fits into one packet anyway gains nothing. */
const LEAST = 1000;
/** Where the gateway writes a word of its own into a page: it packs that page itself. */
const WRITTEN_INTO = "__LANG__";

export class BuildFault extends Error {}

/** Every file below a folder, as paths from it. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Writes the .gz and .br neighbours of the files that become smaller by them. */
export async function compress(folder: string): Promise<void> {
  const gz = promisify(gzip);
  const br = promisify(brotliCompress);
  const names = filesUnder(folder).filter(
    (name) => COMPRESSIBLE.has(extname(name)) && !name.startsWith(".vite/"),
  );
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const plain = readFileSync(path);
      if (plain.length < LEAST || plain.includes(WRITTEN_INTO)) return;
      const sized = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
      const packed: [string, Buffer][] = [
        [".gz", await gz(plain, { level: 9 })],
        [".br", await br(plain, { params: sized })],
      ];
      for (const [tail, bytes] of packed) {
        if (bytes.length < plain.length) writeFileSync(path + tail, bytes);
      }
    }),
  );
}

/** When a file is moved in: hashed parts, then the rest, then the page, then its service worker. */
function turn(name: string): number {
  if (name.startsWith("assets/")) return 0;
  if (name.startsWith("index.html")) return 2;
  return name.startsWith("sw.js") ? 3 : 1;
}

/**
 * Moves a finished build into the folder that is served.
 *
 * `listing` is where the names of a build's files are kept until the next one.
 */
export function publish(aside: string, target: string, listing: string): void {
  const before = existsSync(listing)
    ? new Set(JSON.parse(readFileSync(listing, "utf8")) as string[])
    : new Set<string>();
  const names = filesUnder(aside).sort((a, b) => turn(a) - turn(b));
  for (const name of names) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    renameSync(join(aside, name), join(target, name));
  }
  const now = new Set(names);
  for (const name of filesUnder(target)) {
    const stays = now.has(name) || (before.has(name) && turn(name) === 0);
    if (!stays) rmSync(join(target, name));
  }
  mkdirSync(dirname(listing), { recursive: true });
  writeFileSync(listing, JSON.stringify(names));
  rmSync(aside, { recursive: true, force: true });
}

/** Runs Vite for one app; its words are shown when it fails. */
function vite(app: string, outDir: string): Promise<void> {
  const program = join(WEB, "node_modules/vite/bin/vite.js");
  const options = ["--outDir", outDir, "--emptyOutDir", "--manifest", "--logLevel", "warn"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "build", ...options], {
      cwd: join(WEB, "apps", app),
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    child.stdout.on("data", (part: Buffer) => (words += part));
    child.stderr.on("data", (part: Buffer) => (words += part));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new BuildFault(`${words.trim()}\nthe ${app} could not be built`));
    });
  });
}

/** Builds one app and puts it where it is served. */
async function build(app: string, dist: string): Promise<void> {
  const aside = join(dist, `.${app}.${process.pid}.part`);
  try {
    await vite(app, aside);
    if (!existsSync(join(aside, "index.html"))) {
      throw new BuildFault(`the ${app} could not be built: no index.html came out`);
    }
    await compress(aside);
    publish(aside, join(dist, app), join(dist, ".files", `${app}.json`));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((app) => !APPS.includes(app));
  if (unknown.length) throw new BuildFault(`there is no app ${unknown.join(", ")}`);
  const dist = join(WEB, "dist");
  mkdirSync(dist, { recursive: true });
  const ends = await Promise.allSettled(
    (asked.length ? asked : APPS).map((app) => build(app, dist)),
  );
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof BuildFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
