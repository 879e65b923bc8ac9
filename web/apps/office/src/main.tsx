/** Starts the office: language, the session, then the screens. */
import { sendAlways } from "@vitrazh/api";
import { keptLanguage, language, setLanguage } from "@vitrazh/words";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { queries } from "./queries.ts";
import { bePatient } from "./session/patient.ts";
import { askWho, joinTabs, onSession, sessionNow } from "./session/store.ts";

setLanguage(keptLanguage());
sendAlways(() => ({ "Accept-Language": language() }));
bePatient();
joinTabs();
onSession(() => {
  // What one person saw is no other's to see.
  if (sessionNow().kind === "out") queries.clear();
});
void askWho();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
