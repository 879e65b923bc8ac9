// @vitest-environment node
import { describe, expect, it } from "vitest";
import { compilePair, WordsFault } from "./words.ts";

const FORMS = "one {# день} few {# дня} many {# дней} other {# дня}";

describe("the words' check", () => {
  it("compiles a pair with the arguments of its messages", () => {
    const [entry] = compilePair(
      { "a.b": `{count, plural, ${FORMS}} {name}` },
      { "a.b": "{count, plural, one {# day} other {# days}} {name}" },
      "here",
    );
    expect(entry?.args).toEqual(["count", "name"]);
  });

  it.each([
    ["an id without English", { "a.b": "да" }, {}],
    ["an id without Russian", {}, { "a.b": "yes" }],
    ["an empty text", { "a.b": " " }, { "a.b": "yes" }],
    [
      "a Russian plural without few",
      { "a.b": "{n, plural, one {#} many {#} other {#}}" },
      { "a.b": "{n}" },
    ],
    ["arguments that differ", { "a.b": "{name}" }, { "a.b": "{number}" }],
  ])("refuses %s", (_what, ru, en) => {
    expect(() =>
      compilePair(ru as Record<string, string>, en as Record<string, string>, "here"),
    ).toThrow(WordsFault);
  });
});
