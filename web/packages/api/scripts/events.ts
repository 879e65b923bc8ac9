/**
 * Writes `src/events.gen.ts`: the type of every event of contracts/gen/schemas, the feed's own
 * messages, and `FeedEvent`, one union over all of them told apart by `type`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type JSONSchema } from "json-schema-to-typescript";

const HERE = dirname(fileURLToPath(import.meta.url));
const SCHEMAS = join(HERE, "../../../../contracts/gen/schemas");
const TARGET = join(HERE, "../src/events.gen.ts");

interface EventSchema extends JSONSchema {
  title: string;
  "x-audience": string[];
}

/** Titles of fields would each become a named type of their own. */
function withoutTitles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTitles);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === "title" && typeof inner === "string"))
      .map(([key, inner]) => [key, withoutTitles(inner)]),
  );
}

/** Says that an object has no other members than those we know of. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([k, v]) => [k, closed(v)]));
  if (inner["type"] === "object" && inner["properties"]) inner["additionalProperties"] ??= false;
  return inner;
}

/** Every definition of a schema, the event itself among them. */
function definitionsOf(schema: EventSchema): Record<string, JSONSchema> {
  const {
    $defs = {},
    $schema: _s,
    $id: _i,
    $comment: _c,
    title,
    ...body
  } = schema as EventSchema & {
    $defs?: Record<string, JSONSchema>;
  };
  return closed(withoutTitles({ ...$defs, [title]: body })) as Record<string, JSONSchema>;
}

/** Names that mean something else in another service (`Purpose`): they get their service's name. */
function ambiguous(all: { found: Record<string, JSONSchema> }[]): Set<string> {
  const known = new Map<string, string>();
  const twice = new Set<string>();
  for (const { found } of all) {
    for (const [name, definition] of Object.entries(found)) {
      const text = JSON.stringify(definition);
      if ((known.get(name) ?? text) !== text) twice.add(name);
      known.set(name, text);
    }
  }
  return twice;
}

async function main(): Promise<void> {
  const all = readdirSync(SCHEMAS)
    .sort()
    .map((file) => {
      const schema = JSON.parse(readFileSync(join(SCHEMAS, file), "utf8")) as EventSchema;
      const service = file.charAt(0).toUpperCase() + file.slice(1, file.indexOf("."));
      return { file, schema, service, found: definitionsOf(schema) };
    });
  const twice = ambiguous(all);
  const definitions: Record<string, JSONSchema> = {};
  const events: { type: string; name: string }[] = [];
  for (const { file, schema, service, found } of all) {
    let text = JSON.stringify(found);
    for (const name of twice) {
      text = text
        .replaceAll(`"${name}":{`, `"${service}${name}":{`)
        .replaceAll(`"#/$defs/${name}"`, `"#/$defs/${service}${name}"`);
    }
    Object.assign(definitions, JSON.parse(text));
    if (schema["x-audience"].length) {
      events.push({ type: file.replace(/\.json$/, ""), name: schema.title });
    }
  }
  const root: JSONSchema = { $defs: definitions, type: "object" };
  const types = await compile(root, "Definitions", {
    bannerComment: "",
    unreachableDefinitions: true,
    format: false,
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
  });
  const union = events.map(({ type, name }) => `  "${type}": ${name};`).join("\n");
  writeFileSync(
    TARGET,
    `// Written by \`make gen\` from contracts/gen/schemas. Do not edit.
${types
  .replace(/export interface Definitions \{[^}]*\}\n?/s, "")
  .replace(/ \* This (interface|type) was referenced by[^/]*?\*\//gs, " */")
  .replace(/ \* \n \*\//g, " */")
  .trim()}

/** Every event that the feed may carry, by its type. */
export interface FeedEvents {
${union}
}

/** What stands around an event in the feed: apply it if \`sequence\` is higher than the subject's. */
export interface FeedEnvelope<Type extends keyof FeedEvents = keyof FeedEvents> {
  id: string;
  type: Type;
  subject: string;
  sequence: number;
  time: string;
  actor: string;
  correlation_id: string;
  /** The click's traceparent; send it back with the receipt. */
  trace: string | null;
  data: FeedEvents[Type];
}

export type FeedEvent = { [Type in keyof FeedEvents]: FeedEnvelope<Type> }[keyof FeedEvents];
`,
  );
}

await main();
