/** Narrows the board: by shop, by state, to what is late or asks. */
import { Button, Checkbox, Row, Select } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import { type BoardView, isNarrowed, SHOPS, STATES } from "./view.ts";

interface FiltersProps {
  view: BoardView;
  onView: (view: BoardView) => void;
}

/** The view without a part of it, or with another value there. */
function withPart<Part extends keyof BoardView>(
  view: BoardView,
  part: Part,
  value: BoardView[Part] | undefined,
): BoardView {
  const { [part]: _gone, ...rest } = view;
  return value === undefined ? (rest as BoardView) : { ...view, [part]: value };
}

export function Filters({ view, onView }: FiltersProps) {
  return (
    <Row gap="m" align="end" className={s["filters"] ?? ""}>
      <Select
        label={t("board.filter.shop")}
        value={view.shop ?? "any"}
        onChange={(shop) => onView(withPart(view, "shop", shop === "any" ? undefined : shop))}
        options={[
          { value: "any", label: t("board.filter.any-shop") },
          ...SHOPS.map((value) => ({ value, label: nameOf("shop", value) })),
        ]}
      />
      <Select
        label={t("board.filter.state")}
        value={view.state ?? "any"}
        onChange={(state) => onView(withPart(view, "state", state === "any" ? undefined : state))}
        options={[
          { value: "any", label: t("board.filter.any-state") },
          ...STATES.map((value) => ({ value, label: nameOf("work", value) })),
        ]}
      />
      <Checkbox
        label={t("board.filter.late")}
        checked={view.late ?? false}
        onChange={(on) => onView(withPart(view, "late", on ? true : undefined))}
      />
      <Checkbox
        label={t("board.filter.urgent")}
        checked={view.urgent ?? false}
        onChange={(on) => onView(withPart(view, "urgent", on ? true : undefined))}
      />
      <Checkbox
        label={t("board.filter.unaccepted")}
        checked={view.unaccepted ?? false}
        onChange={(on) => onView(withPart(view, "unaccepted", on ? true : undefined))}
      />
      <Checkbox
        label={t("board.filter.asking")}
        checked={view.asking ?? false}
        onChange={(on) => onView(withPart(view, "asking", on ? true : undefined))}
      />
      {isNarrowed(view) ? (
        <Button kind="link" onClick={() => onView({})}>
          {t("board.filter.clear")}
        </Button>
      ) : null}
    </Row>
  );
}
