/** What did not go as a worker meant it: never dropped before he has pressed «Понятно». */
import { Drawing } from "@vitrazh/drawing";
import type { ReactNode } from "react";
import { useRoom } from "../../parts/room.ts";
import { Scroller } from "../../parts/scroller.tsx";
import { Shape } from "../../parts/shape.tsx";
import { type Item, type Note, type ShownOrder, useOperators } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { Changes } from "./changes.tsx";
import { deedWords, noteWords } from "./note-words.ts";
import { fieldsOf } from "./stage.tsx";

/** Text of two drawings beside each other, px. */
const TEXT = 22;

export function NoteStage({ note, order }: { note: Note; order: ShownOrder }): ReactNode {
  return (
    <div className="about note">
      <div className="about-head">
        <p className="number">{order.number}</p>
      </div>
      <Scroller label={noteWords(note, []).title}>
        <NoteBody note={note} order={order} />
      </Scroller>
    </div>
  );
}

/** The note itself; `order` is how the order stands now, null: it is not here any more. */
export function NoteBody({ note, order }: { note: Note; order: ShownOrder | null }): ReactNode {
  const { title, lead } = noteWords(note, useOperators());
  const pair = order && note.kind === "corrected" ? changedPieces(note, order) : [];
  const done = note.kind === "photo" || note.kind === "unknown";
  return (
    <section className="note-body">
      <h2>
        <Shape kind="flag" /> {title}
      </h2>
      <p>{lead}</p>
      {note.verb ? (
        <p className="deed">
          <b>{t(done ? "note.yours" : "note.not-done")}:</b> {deedWords(note)}
        </p>
      ) : null}
      {order && note.changes.length > 0 ? <Changes changes={note.changes} order={order} /> : null}
      {pair.map(([before, after]) => (
        <div key={after.id} className="both">
          <Half label={t("changes.old-drawing")} item={before} note={note} />
          <Half label={t("changes.new-drawing")} item={after} note={note} />
        </div>
      ))}
    </section>
  );
}

function Half({ label, item, note }: { label: string; item: Item; note: Note }): ReactNode {
  const [ref, room] = useRoom<HTMLDivElement>();
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <div ref={ref} className="half">
        {room && room.width > 0 ? (
          <Drawing
            piece={item.piece}
            fit={room}
            text={TEXT}
            detail="measured"
            highlight={{ fields: fieldsOf(note.changes, item) }}
          />
        ) : null}
      </div>
    </figure>
  );
}

/** Items that look different now from what the worker saw. */
function changedPieces(note: Note, order: ShownOrder): [Item, Item][] {
  return order.items.flatMap((after) => {
    const before = note.shown?.items.find(({ id }) => id === after.id);
    const same = !before || JSON.stringify(before.piece) === JSON.stringify(after.piece);
    return same ? [] : [[before, after] as [Item, Item]];
  });
}
