/** Lists and tabs: a long one, a short one, none, loading, refused. */
import { Button, type Column, Pane, type PaneKind, Rows, Tabs } from "@vitrazh/ui";
import { day, money, size } from "@vitrazh/words";
import { useState } from "react";
import { t } from "../../words.gen.ts";
import s from "./gallery.module.css";
import { Section, Specimen } from "./specimen.tsx";

interface Line {
  key: string;
  number: string;
  piece: string;
  kind: PaneKind;
  due: string;
  price: string;
}

const MANY = 5000;
const FEW = 6;
const KINDS: PaneKind[] = ["accepted", "in-work", "finished", "ready", "issued", "late"];
const NOTHING = () => {};

function line(index: number, long: boolean): Line {
  return {
    key: String(index),
    number: `26-${String(index + 1).padStart(4, "0")}`,
    piece: long
      ? t("gallery.long-piece")
      : t("gallery.piece-name", {
          size: size(400 + (index % 9) * 100, 600 + (index % 5) * 150, 4),
        }),
    kind: KINDS[index % KINDS.length] ?? "accepted",
    due: `2026-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`,
    price: `${1200 + ((index * 377) % 42_000)}.00`,
  };
}

function columns(): Column<Line>[] {
  return [
    { key: "number", head: t("gallery.number"), cell: (row) => row.number, width: "6.5rem" },
    { key: "piece", head: t("gallery.piece"), cell: (row) => row.piece },
    {
      key: "state",
      head: t("gallery.state"),
      cell: (row) => <Pane kind={row.kind} />,
      width: "9.5rem",
    },
    {
      key: "due",
      head: t("gallery.due"),
      cell: (row) => day(row.due),
      width: "9rem",
      hideBelow: 600,
    },
    {
      key: "office",
      head: t("gallery.office"),
      cell: () => t("gallery.office-name"),
      width: "9rem",
      hideBelow: 1000,
    },
    {
      key: "price",
      head: t("gallery.price"),
      cell: (row) => money(row.price),
      width: "8.5rem",
      align: "end",
      hideBelow: 800,
    },
  ];
}

export function Lists() {
  const [many] = useState(() => Array.from({ length: MANY }, (_, index) => line(index, false)));
  const [few] = useState(() => Array.from({ length: FEW }, (_, index) => line(index, index === 2)));
  const [current, setCurrent] = useState<string | null>("1");
  const [opened, setOpened] = useState("");
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const shared = { columns: columns(), rowKey: (row: Line) => row.key, empty: "" };
  return (
    <Section id="lists" title={t("gallery.lists")}>
      <Specimen name={t("gallery.rows-many")} wide>
        <Rows
          {...shared}
          label={t("gallery.rows-many")}
          className={s["short"] ?? ""}
          rows={many}
          state="ready"
          onOpen={(row) => setOpened(row.number)}
        />
        <output>{opened ? t("gallery.chosen", { number: opened }) : null}</output>
      </Specimen>
      <Specimen name={t("gallery.rows-few")} wide>
        <Rows
          {...shared}
          label={t("gallery.rows-few")}
          rows={few}
          state="ready"
          current={current}
          changed={changed}
          onOpen={(row) => setCurrent(row.key)}
          onMore={NOTHING}
        />
        <div className={s["line"]}>
          <Button onClick={() => setChanged(new Set(["3", "4"]))}>{t("gallery.change")}</Button>
        </div>
      </Specimen>
      <Specimen name={t("gallery.rows-plain")}>
        <Rows {...shared} label={t("gallery.rows-plain")} rows={few.slice(0, 3)} state="ready" />
      </Specimen>
      <Specimen name={t("gallery.loading")}>
        <Rows {...shared} label={t("gallery.loading")} rows={[]} state="loading" />
      </Specimen>
      <Specimen name={t("gallery.empty")}>
        <Rows
          {...shared}
          label={t("gallery.empty")}
          rows={[]}
          state="ready"
          empty={t("gallery.rows-empty")}
        />
      </Specimen>
      <Specimen name={t("gallery.error")}>
        <Rows
          {...shared}
          label={t("gallery.error")}
          rows={[]}
          state="error"
          error={Object.assign(new Error(), { name: "NoAnswer" })}
          onRetry={NOTHING}
        />
      </Specimen>
      <Specimen name={t("gallery.usual")}>
        <TabsShown />
      </Specimen>
    </Section>
  );
}

function TabsShown() {
  const [tab, setTab] = useState("late");
  const tabs = [
    { value: "all", label: t("gallery.tab-all"), count: 148 },
    { value: "late", label: t("gallery.tab-late"), count: 3 },
    { value: "ready", label: t("gallery.tab-ready"), count: 0 },
  ];
  return (
    <Tabs label={t("gallery.lists")} value={tab} onChange={setTab} tabs={tabs}>
      {t("gallery.tab-text", { name: tabs.find((one) => one.value === tab)?.label ?? "" })}
    </Tabs>
  );
}
