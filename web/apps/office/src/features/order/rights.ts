/** What this person may do with this order as it stands: buttons are shown by it. */
import type { WorkOrderOut } from "@vitrazh/api";
import { type May, useMay } from "../../shared/session.ts";

export interface Rights {
  handOver: boolean;
  edit: boolean;
  correct: boolean;
  copy: boolean;
  cancel: boolean;
  issue: boolean;
  /** He issues orders, but not at the office where this one lies. */
  issueElsewhere: boolean;
  markBack: boolean;
  reopen: boolean;
  answer: boolean;
  setPrice: boolean;
  seePrice: boolean;
  attach: boolean;
  seePreviews: boolean;
  seeMessages: boolean;
  tellClient: boolean;
  openClient: boolean;
}

export function rightsOn(order: WorkOrderOut, may: May): Rights {
  const { stage } = order;
  const open = stage === "draft" || stage === "in-work" || stage === "ready";
  const own = may("orders.edit", order.office_id);
  const issues = may("orders.issue", order.pickup_office_id);
  return {
    handOver: stage === "draft" && own,
    edit: stage === "draft" && own,
    correct: stage === "in-work" && own,
    copy: may("orders.edit"),
    cancel: open && may("orders.cancel", order.office_id),
    issue: stage === "ready" && issues,
    issueElsewhere: stage === "ready" && !issues && may("orders.issue"),
    markBack:
      stage === "ready" &&
      order.back_at_office_at === null &&
      may("orders.move", order.pickup_office_id),
    reopen: stage === "ready" && may("production.control"),
    answer: stage === "in-work" && may("production.answer", order.office_id),
    setPrice: open && own && may("orders.price.read"),
    seePrice: may("orders.price.read"),
    attach: open && own,
    seePreviews: may("production.queue.read"),
    seeMessages: may("messages.read"),
    tellClient: may("messages.edit") && stage !== "issued" && stage !== "cancelled",
    openClient: may("clients.read"),
  };
}

export function useRights(order: WorkOrderOut): Rights {
  return rightsOn(order, useMay());
}
