/** Query and mutation options of TanStack Query, generated. */
export * from "./gen/@tanstack/react-query.gen.ts";
