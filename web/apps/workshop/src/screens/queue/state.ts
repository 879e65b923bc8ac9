/** Where an order stands in this shop, as one word with its shape. */
import type { ShapeName } from "../../parts/shape.tsx";
import { mayAccept, type ShownOrder, standing } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

export interface Sign {
  word: string;
  shape: ShapeName;
  /** Colour of the pane behind it. */
  tone: "plain" | "cobalt" | "amber" | "violet" | "bottle" | "ruby";
}

/** The one thing to know of an order in the queue. */
export function signOf(order: ShownOrder): Sign {
  const { gone, notes } = order.local;
  if (gone === "cancelled" || order.stage === "cancelled") {
    return { word: t("queue.cancelled"), shape: "cross", tone: "ruby" };
  }
  if (gone === "moved") return { word: t("queue.moved"), shape: "cross", tone: "ruby" };
  if (notes.length > 0) return { word: t("queue.conflict"), shape: "flag", tone: "ruby" };
  if (mayAccept(order)) return unaccepted(order);
  const states = order.items.flatMap((item) => standing(order, item)?.state ?? []);
  if (states.includes("started")) {
    return { word: t("queue.started"), shape: "half", tone: "amber" };
  }
  if (states.includes("paused")) return { word: t("queue.paused"), shape: "bars", tone: "amber" };
  if (order.shop.state === "completed" || states.every((state) => state === "passed")) {
    return { word: t("queue.passed"), shape: "full", tone: "bottle" };
  }
  if (states.every((state) => state === "finished" || state === "passed")) {
    return { word: t("queue.control"), shape: "diamond", tone: "violet" };
  }
  return { word: t("queue.accepted"), shape: "square", tone: "cobalt" };
}

function unaccepted(order: ShownOrder): Sign {
  if (order.accepted_revision !== null) {
    return { word: t("queue.corrected"), shape: "flag", tone: "ruby" };
  }
  const word = t(order.local.fresh === "new" ? "queue.new" : "queue.not-accepted");
  return { word, shape: "dashed", tone: "plain" };
}
