// @vitest-environment node
import { describe, expect, it } from "vitest";
import { filesOf, firstLoad, heaviestPage, type Manifest, precached, table } from "./sizes.ts";

const manifest: Manifest = {
  "index.html": {
    file: "assets/index.js",
    isEntry: true,
    imports: ["_react.js"],
    dynamicImports: ["order.tsx", "board.tsx", "src/features/gallery/page.tsx"],
    css: ["assets/index.css"],
  },
  "_react.js": { file: "assets/react.js", css: ["assets/index.css"] },
  "_dates.js": { file: "assets/dates.js", imports: ["_react.js"] },
  "order.tsx": { file: "assets/order.js", imports: ["_dates.js", "_react.js"] },
  "src/features/gallery/page.tsx": { file: "assets/react.js" },
  "board.tsx": { file: "assets/board.js", imports: ["_react.js"] },
};

describe("the first load", () => {
  it("is the entry and what it imports at once, each file once", () => {
    const { js, css } = filesOf(manifest, firstLoad(manifest));

    expect(js.toSorted()).toEqual(["assets/index.js", "assets/react.js"]);
    expect(css).toEqual(["assets/index.css"]);
  });
});

describe("the heaviest page", () => {
  it("counts its own parts, not those that are loaded already", () => {
    const size = (file: string) => ({ "assets/react.js": 1000, "assets/dates.js": 5 })[file] ?? 1;

    expect(heaviestPage(manifest, size)).toEqual({ name: "order.tsx", bytes: 6 });
  });
});

describe("the service worker", () => {
  it("names what it fetches ahead, minified or not", () => {
    const minified = 'e.precacheAndRoute([{url:"index.html",revision:"1"},{url:"assets/a.js"}])';

    expect(precached(minified)).toEqual(["index.html", "assets/a.js"]);
    expect(precached('[{ "url": "a.css", "revision": null }]')).toEqual(["a.css"]);
  });
});

describe("the table", () => {
  const row = { app: "office", what: "CSS, first load", budget: 45 };

  it("holds at the budget and fails one byte over it", () => {
    expect(table([{ ...row, bytes: 45_000 }]).fits).toBe(true);
    const over = table([
      { ...row, bytes: 1 },
      { ...row, bytes: 45_001 },
    ]);

    expect(over.fits).toBe(false);
    expect(over.text).toContain("OVER");
  });
});
