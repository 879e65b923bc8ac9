/** Names behind the ids of an order, for what is laid side by side. */
import { useMemo } from "react";
import { useOfficeName, useStaffName } from "../../../shared/names.ts";
import type { Names } from "../model/compare.ts";
import type { ChosenClient } from "../model/form.ts";

export function useNames(...clients: (ChosenClient | null)[]): Names {
  const office = useOfficeName();
  const staff = useStaffName();
  const known = clients.filter((client) => client !== null);
  const key = known.map((client) => client.id + client.name).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the clients
  return useMemo(
    () => ({
      office,
      staff,
      client: (id) => known.find((client) => client.id === id)?.name ?? "",
    }),
    [office, staff, key],
  );
}
