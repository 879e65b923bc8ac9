export * from "./client.ts";
export type * as Events from "./events.gen.ts";
export type { FeedEnvelope, FeedEvent, FeedEvents } from "./events.gen.ts";
export type { Feed, FeedReader, LinkState } from "./feed.ts";
export { openFeed } from "./feed.ts";
export * from "./gen/index.ts";
export * from "./keys.ts";
export * from "./problem.ts";
