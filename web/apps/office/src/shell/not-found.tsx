/** No such address. */
import { Link } from "@tanstack/react-router";
import { asButton, EmptyState, Page } from "@vitrazh/ui";
import { t } from "../words.gen.ts";

export function NotFoundPage() {
  return (
    <Page title={t("shell.not-found")}>
      <EmptyState
        text={t("shell.not-found-text")}
        action={
          <Link to="/" className={asButton("main")}>
            {t("shell.to-day")}
          </Link>
        }
      />
    </Page>
  );
}
