// @vitest-environment node
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compress, filesUnder, publish } from "./build.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrazh-build-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(place: string, files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, place, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(folder, place);
}

describe("compress", () => {
  it("puts neighbours beside what shrinks, and they hold the same text", async () => {
    const text = "стекло режут молча ".repeat(200);
    const app = put("app", { "assets/index.js": text });

    await compress(app);

    const path = join(app, "assets/index.js");
    expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(text);
    expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(text);
  });

  it("leaves alone what is small, a font, or a page that the gateway writes into", async () => {
    const long = "glass ".repeat(500);
    const app = put("app", {
      "small.js": "let a;",
      "assets/golos.woff2": long,
      "index.html": `<html lang="__LANG__">${long}</html>`,
    });

    await compress(app);

    expect(filesUnder(app)).toEqual(["assets/golos.woff2", "index.html", "small.js"]);
  });
});

describe("publish", () => {
  const listing = () => join(folder, "listing.json");
  const served = () => join(folder, "served");

  it("replaces the page and keeps the parts of the build before for open tabs", () => {
    publish(
      put("one", { "index.html": "1", "assets/a-1.js": "1", "old.svg": "1" }),
      served(),
      listing(),
    );
    publish(put("two", { "index.html": "2", "assets/a-2.js": "2" }), served(), listing());

    expect(filesUnder(served())).toEqual(["assets/a-1.js", "assets/a-2.js", "index.html"]);
    expect(readFileSync(join(served(), "index.html"), "utf8")).toBe("2");
  });

  it("forgets the parts of the build before that one", () => {
    for (const number of [1, 2, 3]) {
      const files = { "index.html": `${number}`, [`assets/a-${number}.js`]: "x" };
      publish(put(`build-${number}`, files), served(), listing());
    }

    expect(filesUnder(served())).toEqual(["assets/a-2.js", "assets/a-3.js", "index.html"]);
  });

  it("moves the page in after the parts that it names", () => {
    const aside = put("one", {
      "index.html": "1",
      "assets/z.js": "1",
      "logo.svg": "1",
      "sw.js": "1",
    });
    // A file where the page should go: publishing fails at the page.
    mkdirSync(join(served(), "index.html"), { recursive: true });

    expect(() => publish(aside, served(), listing())).toThrow();
    expect(filesUnder(served())).toEqual(["assets/z.js", "logo.svg"]);
  });
});
