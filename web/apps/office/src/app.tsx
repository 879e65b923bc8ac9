/** The office: what every screen stands on, then the screen that the address names. */
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { UiProvider } from "@vitrazh/ui";
import { language, onLanguage } from "@vitrazh/words";
import { useSyncExternalStore } from "react";
import { Live } from "./live/live.tsx";
import { queries } from "./queries.ts";
import { router } from "./routes.tsx";
import { SessionGate } from "./session/gate.tsx";

/** A change of language draws everything anew; what was typed is kept in the drafts' store. */
export function App() {
  const spoken = useSyncExternalStore(onLanguage, language);
  return (
    <UiProvider language={spoken}>
      <QueryClientProvider client={queries}>
        <SessionGate>
          <Live />
          <RouterProvider key={spoken} router={router} />
        </SessionGate>
      </QueryClientProvider>
    </UiProvider>
  );
}
