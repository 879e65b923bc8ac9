/** Every primitive in every state: what people look at, and what the checks run on. */
import { Choice, Page, ShortcutsHelp, type Theme, useTheme } from "@vitrazh/ui";
import { t } from "../../words.gen.ts";
import { Actions } from "./actions.tsx";
import { Choices, Fields, Signing } from "./fields.tsx";
import { Finding } from "./finding.tsx";
import s from "./gallery.module.css";
import { Layers, Messages } from "./layers.tsx";
import { Lists } from "./lists.tsx";
import { Looks } from "./looks.tsx";

const SECTIONS = [
  "text",
  "panes",
  "buttons",
  "fields",
  "choices",
  "search",
  "lists",
  "layers",
  "messages",
  "signature",
] as const;

const THEMES: Theme[] = ["light", "dark", "auto"];

export function GalleryPage() {
  const { theme, setTheme } = useTheme();
  return (
    <Page
      title={t("gallery.title")}
      lead={t("gallery.lead")}
      actions={
        <Choice
          label={t("gallery.theme")}
          value={theme}
          onChange={setTheme}
          options={THEMES.map((value) => ({ value, label: t(`gallery.theme-${value}`) }))}
        />
      }
    >
      <nav aria-label={t("gallery.contents")} className={s["contents"]}>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`}>
            {t(`gallery.${section}`)}
          </a>
        ))}
      </nav>
      <Looks />
      <Actions />
      <Fields />
      <Choices />
      <Finding />
      <Lists />
      <Layers />
      <Messages />
      <Signing />
      <ShortcutsHelp />
    </Page>
  );
}
