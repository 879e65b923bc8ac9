/** One order: its drawing and its words, and the one thing to press. */
import { nameOf } from "@vitrazh/words";
import { type ReactNode, useEffect, useState } from "react";
import { type Action, Two } from "../../parts/two.tsx";
import {
  act,
  dismissConflict,
  type Item,
  left,
  markSeen,
  type ShownOrder,
  standing,
  useOrder,
} from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { type Doing, useDoing } from "../doing/doing.tsx";
import { go } from "../place.ts";
import { AskSheet } from "./ask.tsx";
import { type Choice, choicesOf, firstItem, nextItem } from "./choices.ts";
import { DefectSheet } from "./defect.tsx";
import { Details } from "./details.tsx";
import { LargeDrawing } from "./large.tsx";
import { MoreSheet } from "./more.tsx";
import { NoteStage } from "./note.tsx";
import { ControlSheet, FinishSheet } from "./quantity.tsx";
import { Side } from "./side.tsx";
import { Stage } from "./stage.tsx";

export type Sheet = "finish" | "control" | "defect" | "ask" | "more" | "drawing" | "details";

export function OrderScreen({ id }: { id: string }): ReactNode {
  const order = useOrder(id);
  const revision = order?.revision;
  useEffect(() => {
    if (revision !== undefined) void markSeen(id);
  }, [id, revision]);
  if (order === undefined) return <main className="list" aria-busy="true" />;
  if (order === null) {
    const run = () => go({ name: "queue" });
    return (
      <Two
        meaning="lost"
        stage={<p className="empty">{t("ticket.lost")}</p>}
        side={null}
        main={{ key: "back", label: t("ticket.to-queue"), run }}
      />
    );
  }
  return <Opened order={order} />;
}

function Opened({ order }: { order: ShownOrder }): ReactNode {
  const [chosen, choose] = useState<string | null>(() => firstItem(order)?.id ?? null);
  const [sheet, open] = useState<Sheet | null>(null);
  const doing = useDoing();
  const item = order.items.find(({ id }) => id === chosen) ?? firstItem(order);
  const close = () => open(null);
  const [note] = order.local.notes;
  if (item && sheet && !(note && sheet !== "drawing" && sheet !== "details")) {
    return <Opening sheet={sheet} order={order} item={item} open={open} close={close} />;
  }
  const choices = choicesOf(order, item);
  const does = { order, item, doing, open, choose };
  const wait = item ? waitWords(order, item) : t("ticket.nothing");
  return (
    <Two
      className="ticket"
      meaning={`${item?.id} ${note?.id} ${choices.main} ${standing(order, item ?? NOTHING)?.state}`}
      stage={
        note ? (
          <NoteStage note={note} order={order} />
        ) : (
          <Stage order={order} item={item} onChoose={choose} onDrawing={() => open("drawing")} />
        )
      }
      side={item ? <Side order={order} item={item} onMore={() => open("details")} /> : null}
      main={choices.main && { key: choices.main, ...mainAction(choices.main, does) }}
      wait={wait}
      others={choices.others.map((choice) => ({ key: choice, ...actionOf(choice, does) }))}
    />
  );
}

const NOTHING = { shops: [] as Item["shops"] } as Item;

interface Does {
  order: ShownOrder;
  item: Item | null;
  doing: Doing;
  open: (sheet: Sheet | null) => void;
  choose: (id: string) => void;
}

type Bare = Omit<Action, "key">;

function mainAction(main: NonNullable<ReturnType<typeof choicesOf>["main"]>, does: Does): Bare {
  const { order, item, choose } = does;
  if (main === "understood") {
    const [note] = order.local.notes;
    return { label: t("ticket.understood"), run: () => note && dismissConflict(note.id) };
  }
  if (main === "next") {
    const next = nextItem(order, item);
    const label = t("ticket.next", { position: next?.position ?? 0 });
    return { label, run: () => next && choose(next.id) };
  }
  if (main === "to-queue") {
    return { label: t("ticket.to-queue"), run: () => go({ name: "queue" }) };
  }
  return actionOf(main, does);
}

function actionOf(choice: Choice, { order, item, doing, open }: Does): Bare {
  const id = item?.id ?? "";
  const paused = item && standing(order, item)?.state === "paused";
  switch (choice) {
    case "accept": {
      const again = order.accepted_revision !== null;
      const label = t(again ? "ticket.accept-changes" : "ticket.accept");
      return { label, run: () => doing.run(() => act.accept(order.id)) };
    }
    case "start": {
      const label = t(paused ? "ticket.go-on" : "ticket.start");
      return { label, run: () => doing.run(() => act.start(order.id, id)) };
    }
    case "pause":
      return { label: t("ticket.pause"), run: () => doing.run(() => act.pause(order.id, id)) };
    case "finish": {
      const many = item && left(order, item).make > 1;
      const run = () => (many ? open("finish") : doing.run(() => act.finish(order.id, id)));
      return { label: t("ticket.finish"), run };
    }
    case "control":
      return { label: t("ticket.control"), run: () => open("control") };
    case "defect":
      return { label: t("ticket.defect"), run: () => open("defect") };
    case "ask":
      return { label: t("ticket.ask"), run: () => open("ask") };
    case "more":
      return { label: t("ticket.more"), run: () => open("more") };
  }
}

function waitWords(order: ShownOrder, item: Item): string {
  if (item.open_questions > 0) return t("ticket.wait-answer");
  const at = item.shops.findIndex(({ shop }) => shop === order.shop.shop);
  const slow = item.shops
    .slice(0, Math.max(at, 0))
    .find(({ state }) => state !== "finished" && state !== "passed");
  return slow ? t("ticket.wait-shop", { shop: nameOf("shop", slow.shop) }) : t("ticket.nothing");
}

interface OpeningProps {
  sheet: Sheet;
  order: ShownOrder;
  item: Item;
  open: (sheet: Sheet | null) => void;
  close: () => void;
}

function Opening({ sheet, order, item, open, close }: OpeningProps): ReactNode {
  const of = { order, item, onClose: close };
  switch (sheet) {
    case "finish":
      return <FinishSheet {...of} />;
    case "control":
      return <ControlSheet {...of} onDefect={() => open("defect")} />;
    case "defect":
      return <DefectSheet {...of} />;
    case "ask":
      return <AskSheet {...of} />;
    case "more":
      return <MoreSheet {...of} behind={choicesOf(order, item).behind} open={open} />;
    case "drawing":
      return <LargeDrawing piece={item.piece} onClose={close} />;
    case "details":
      return <Details {...of} />;
  }
}

export interface SheetProps {
  order: ShownOrder;
  item: Item;
  onClose: () => void;
}
