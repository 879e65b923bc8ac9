/** Who sits here: his language and theme, the way to the sandboxes, the way out. */
import { DoneIcon, Menu, type MenuItem, notify, type Theme, useTheme } from "@vitrazh/ui";
import { type Language, language } from "@vitrazh/words";
import { useSpeak } from "../session/speak.ts";
import { signOut } from "../session/store.ts";
import { useSession } from "../shared/session.ts";
import { t } from "../words.gen.ts";
import s from "./bar.module.css";
import { sideDoors } from "./side-doors.ts";

const THEMES: Theme[] = ["light", "dark", "auto"];

export function PersonMenu() {
  const session = useSession();
  const speak = useSpeak();
  const { theme, setTheme } = useTheme();
  const other: Language = language() === "ru" ? "en" : "ru";
  const items: MenuItem[] = [
    // Each language is offered in its own words.
    {
      label: t(`office.language-${other}`),
      icon: <Mark on={false} />,
      onClick: () => speak(other),
    },
    ...THEMES.map((each) => ({
      label: t(`shell.theme-${each}`),
      icon: <Mark on={each === theme} />,
      onClick: () => setTheme(each),
    })),
    ...sideDoors().map(({ name, address }) => ({
      label: t(`shell.door-${name}`),
      icon: <Mark on={false} />,
      onClick: () => void window.open(address, "_blank", "noopener"),
    })),
    {
      label: t("shell.sign-out"),
      icon: <Mark on={false} />,
      onClick: () => {
        signOut().catch(() => notify({ kind: "refusal", text: t("shell.not-signed-out") }));
      },
    },
  ];
  return (
    <Menu label={session.name ?? t("shell.person")} items={items} className={s["person"] ?? ""} />
  );
}

function Mark({ on }: { on: boolean }) {
  return (
    <span className={s["mark"]}>
      {on ? <DoneIcon size={16} role="img" aria-label={t("shell.chosen")} /> : null}
    </span>
  );
}
