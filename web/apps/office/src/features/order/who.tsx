/** Whose hands: the person's name, whether he acted at a tablet, and whether by PIN. */
import { useStaffName } from "../../shared/names.ts";
import { t } from "../../words.gen.ts";
import s from "./order.module.css";

interface WhoProps {
  operatorId?: string | null;
  /** `staff:…` or `device:…`, as the server wrote it. */
  by?: string | null;
  tablet?: boolean;
  /** Only said of taps at a tablet: false = he chose his tile without a PIN. */
  verified?: boolean;
}

export function Who({ operatorId, by, tablet = false, verified = true }: WhoProps) {
  const nameOf = useStaffName();
  const name = nameOf(operatorId ?? by);
  const atTablet = tablet || Boolean(by?.startsWith("device:"));
  return (
    <span className={s["who"]}>
      {name}
      {atTablet && operatorId ? (
        <span className={s["muted"]}> {t("order.strip.by-tablet")}</span>
      ) : null}
      {atTablet && !verified ? (
        <span className={s["no-pin"]}>{t("order.strip.no-pin")}</span>
      ) : null}
    </span>
  );
}
