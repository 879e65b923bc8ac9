/** The tablet forgets its shop; refused as long as something waits to be sent or read. */
import type { ReactNode } from "react";
import { Two } from "../../parts/two.tsx";
import { useUnsent } from "../../store/index.ts";
import { unpair } from "../../sync/unpair.ts";
import { t } from "../../words.gen.ts";
import { go } from "../place.ts";

export function Unpair({ onClose }: { onClose: () => void }): ReactNode {
  const waits = useUnsent().length > 0;
  const forget = async () => {
    await unpair();
    go({ name: "queue" });
  };
  return (
    <Two
      meaning="unpair"
      stage={
        <div className="check">
          <p className={waits ? "fault" : "lead"}>
            {t(waits ? "link.unpair-waits" : "link.unpair-lead")}
          </p>
        </div>
      }
      side={<h1>{t("link.unpair-sure")}</h1>}
      main={{ key: "back", kind: "plain", label: t("shop.cancel"), run: onClose }}
      others={
        waits ? [] : [{ key: "unpair", kind: "danger", label: t("link.unpair"), run: forget }]
      }
    />
  );
}
