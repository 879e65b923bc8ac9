/** What has no room of its own beside the main button. */
import type { ReactNode } from "react";
import { Press } from "../../parts/press.tsx";
import { Two } from "../../parts/two.tsx";
import { t } from "../../words.gen.ts";
import type { Choice } from "./choices.ts";
import type { Sheet, SheetProps } from "./order.tsx";

const BEHIND = ["defect", "control", "ask"] as const;

interface MoreProps extends SheetProps {
  behind: readonly Choice[];
  open: (sheet: Sheet) => void;
}

export function MoreSheet(props: MoreProps): ReactNode {
  const { item, behind, onClose, open } = props;
  return (
    <Two
      meaning="more"
      stage={
        <div className="reasons">
          {BEHIND.filter((sheet) => behind.includes(sheet)).map((sheet) => (
            <Press key={sheet} onClick={() => open(sheet)}>
              {t(`ticket.${sheet}`)}
            </Press>
          ))}
        </div>
      }
      side={<h1>{t("shop.item", { position: item.position })}</h1>}
      main={{ key: "back", kind: "plain", label: t("shop.cancel"), run: onClose }}
    />
  );
}
