/** What the office knows: one cache of answers, kept fresh by the feed rather than by time. */
import { QueryClient } from "@tanstack/react-query";
import { worthRepeating } from "@vitrazh/api";

const MOST_TRIES = 3;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (tries, error) => tries < MOST_TRIES && worthRepeating(error),
    },
    mutations: { retry: false },
  },
});
