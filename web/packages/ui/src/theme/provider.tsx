/** What every primitive stands on: tokens, fonts, theme, and the place of notices. */
import type { ReactNode } from "react";
import { Notices } from "../states/notices.tsx";
import "../styles.css";
import "./theme.ts";

interface UiProviderProps {
  language: "ru" | "en";
  children: ReactNode;
}

export function UiProvider({ language, children }: UiProviderProps) {
  return (
    <>
      {children}
      <Notices key={language} />
    </>
  );
}
