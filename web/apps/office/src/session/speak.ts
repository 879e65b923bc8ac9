/** Another language: the screens at once, the profile and what the server says right after. */
import { useQueryClient } from "@tanstack/react-query";
import { gatewaySetOwnLanguage } from "@vitrazh/api";
import { type Language, setLanguage } from "@vitrazh/words";
import { sessionChanged } from "./store.ts";

export function useSpeak(): (wanted: Language) => void {
  const queries = useQueryClient();
  return (wanted) => {
    setLanguage(wanted);
    gatewaySetOwnLanguage({ body: { language: wanted } })
      .then(({ data }) => sessionChanged(data))
      // Without an answer the screens speak it all the same; the letters follow another time.
      .catch(() => {})
      .finally(() => void queries.invalidateQueries());
  };
}
