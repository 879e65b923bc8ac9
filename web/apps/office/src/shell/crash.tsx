/** A screen that could not be drawn or fetched: said, with the way on; the bar stays. */
import { Button, ErrorNote, Page, Row, Stack } from "@vitrazh/ui";
import { t } from "../words.gen.ts";

export function CrashPage({ reset }: { error: unknown; reset: () => void }) {
  return (
    <Page title={t("shell.crash")}>
      <Stack>
        <ErrorNote error={t("shell.crash-text")} />
        <Row>
          <Button kind="main" onClick={() => location.reload()}>
            {t("shell.reload")}
          </Button>
          <Button onClick={reset}>{t("shell.again")}</Button>
        </Row>
      </Stack>
    </Page>
  );
}
