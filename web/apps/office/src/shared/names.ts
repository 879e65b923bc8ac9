/** Names behind ids: offices and colleagues. Read once, whole; they are few and rarely change. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Colleague, gatewayAllOffices, gatewayColleagues, type OfficeOut } from "@vitrazh/api";
import { useCallback, useMemo } from "react";
import { t } from "../words.gen.ts";
import { useMay } from "./session.ts";

const PAGE = 200;
const HOUR_MS = 3_600_000;

interface PageOf<Item> {
  items: Item[];
  next?: string | null;
}

async function everything<Item>(page: (cursor: string | null) => Promise<PageOf<Item>>) {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const answer: PageOf<Item> = await page(cursor);
    items.push(...answer.items);
    cursor = answer.next ?? null;
  } while (cursor !== null);
  return items;
}

const colleagues = queryOptions({
  queryKey: [{ _id: "gatewayColleagues", whole: true }],
  queryFn: ({ signal }) =>
    everything<Colleague>(async (cursor) => {
      return (await gatewayColleagues({ query: { limit: PAGE, cursor }, signal })).data;
    }),
  staleTime: HOUR_MS,
});

const offices = queryOptions({
  queryKey: [{ _id: "gatewayAllOffices", whole: true }],
  queryFn: ({ signal }) =>
    everything<OfficeOut>(async (cursor) => {
      return (await gatewayAllOffices({ query: { limit: PAGE, cursor }, signal })).data;
    }),
  staleTime: HOUR_MS,
});

const NOBODY: Colleague[] = [];
const NOWHERE: OfficeOut[] = [];

/** All colleagues, those who left too; empty until they are known, or if one may not know. */
export function useColleagues(): Colleague[] {
  return useQuery({ ...colleagues, enabled: useMay()("staff.read") }).data ?? NOBODY;
}

/** All offices, closed ones too; empty until they are known. */
export function useOffices(): OfficeOut[] {
  return useQuery({ ...offices, enabled: useMay()("offices.read") }).data ?? NOWHERE;
}

/** Name of an office by its id; an empty string until it is known. */
export function useOfficeName(): (id: string | null | undefined) => string {
  const all = useOffices();
  const names = useMemo(() => new Map(all.map((office) => [office.id, office.name])), [all]);
  return useCallback((id) => names.get(id ?? "") ?? "", [names]);
}

/**
 * Name of a colleague by his id or by the `actor` of an event or a history row (`staff:…`);
 * a tablet and the system by their word; an empty string until it is known.
 */
export function useStaffName(): (id: string | null | undefined) => string {
  const all = useColleagues();
  const names = useMemo(() => new Map(all.map((person) => [person.id, person.name])), [all]);
  return useCallback(
    (id) => {
      if (!id) return "";
      if (id.startsWith("device:")) return t("office.tablet");
      if (id.includes(":") && !id.startsWith("staff:")) return t("office.system");
      return names.get(id.replace(/^staff:/, "")) ?? "";
    },
    [names],
  );
}
