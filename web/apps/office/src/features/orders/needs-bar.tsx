/** Says which orders of "my day" the list shows, and leads back to the folders. */
import { Link } from "@tanstack/react-router";
import type { Need } from "@vitrazh/api";
import { Button } from "@vitrazh/ui";
import { t } from "../../words.gen.ts";
import s from "./orders.module.css";

export function NeedsBar({ needs, onLeave }: { needs: Need; onLeave: () => void }) {
  return (
    <div className={s["needs"]}>
      <h2 className={s["needs-title"]}>{t(`orders.needs-${needs}`)}</h2>
      <Link to="/">{t("orders.to-day")}</Link>
      <Button kind="link" onClick={onLeave}>
        {t("orders.all-folders")}
      </Button>
    </div>
  );
}
