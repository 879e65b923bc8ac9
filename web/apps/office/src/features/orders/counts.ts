/** How full the folders are, live. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Counts, FolderCount } from "@vitrazh/api";
import { ordersCountsOptions } from "@vitrazh/api/query";
import type { Folder } from "./view.ts";

export type Tally = Pick<FolderCount, "count" | "late" | "mine">;
export type FolderCounts = Record<Folder, Tally>;

const NONE: Tally = { count: 0, late: 0, mine: 0 };

/** By folder, and of all folders together. */
export function countsOf({ folders }: Counts): FolderCounts {
  const by = (folder: Folder) => folders.find(({ stage }) => stage === folder) ?? NONE;
  const sum = (name: keyof Tally) => folders.reduce((total, one) => total + one[name], 0);
  return {
    draft: by("draft"),
    "in-work": by("in-work"),
    ready: by("ready"),
    issued: by("issued"),
    cancelled: by("cancelled"),
    all: { count: sum("count"), late: sum("late"), mine: sum("mine") },
  };
}

/** Undefined until they are known. */
export function useFolderCounts(office: string | undefined): FolderCounts | undefined {
  const { data } = useQuery({
    ...ordersCountsOptions(office ? { query: { office } } : {}),
    placeholderData: keepPreviousData,
  });
  return data ? countsOf(data) : undefined;
}
