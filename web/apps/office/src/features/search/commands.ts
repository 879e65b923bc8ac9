/** What the palette does besides finding. */
import { useNavigate } from "@tanstack/react-router";
import { useTheme } from "@vitrazh/ui";
import { language } from "@vitrazh/words";
import { useSpeak } from "../../session/speak.ts";
import { useMay } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";

export interface Command {
  id: string;
  label: string;
  run: () => void;
}

export function useCommands(): Command[] {
  const navigate = useNavigate();
  const may = useMay();
  const speak = useSpeak();
  const { setTheme } = useTheme();
  const go = (id: string, label: string, seen: boolean, run: () => unknown) =>
    seen ? [{ id, label, run: () => void run() }] : [];
  const other = language() === "ru" ? ("en" as const) : ("ru" as const);
  return [
    ...go("new", t("search.new-order"), may("orders.edit"), () => navigate({ to: "/orders/new" })),
    ...go("day", t("search.go-day"), may("orders.read"), () => navigate({ to: "/" })),
    ...go("orders", t("search.go-orders"), may("orders.read"), () => navigate({ to: "/orders" })),
    ...go("clients", t("search.go-clients"), may("clients.read"), () =>
      navigate({ to: "/clients" }),
    ),
    ...go("board", t("search.go-board"), may("production.queue.read"), () =>
      navigate({ to: "/board" }),
    ),
    ...go("devices", t("search.go-devices"), may("devices.edit"), () =>
      navigate({ to: "/devices" }),
    ),
    ...go("light", t("search.theme-light"), true, () => setTheme("light")),
    ...go("dark", t("search.theme-dark"), true, () => setTheme("dark")),
    ...go("auto", t("search.theme-auto"), true, () => setTheme("auto")),
    ...go("language", t(`office.language-${other}`), true, () => speak(other)),
  ];
}

/** Commands whose words begin as typed; all while nothing is typed. */
export function fitting(commands: Command[], typed: string): Command[] {
  const words = typed.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const said = label.toLocaleLowerCase().split(/\s+/);
    return words.every((word) => said.some((one) => one.startsWith(word)));
  });
}
