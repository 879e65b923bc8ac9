/** Starts the tablet. */
import { keptLanguage, setLanguage } from "@vitrazh/words";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { readAhead } from "./store/hooks.ts";
import { startUpdates } from "./update.ts";

readAhead();
setLanguage(keptLanguage());
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
startUpdates();
