// One order in the office: what is made, where it is in the shops, what may be done now.
import { atMoment, atTime, h, money, onDay, size, term, word } from "./kit.js";
import { may, officeName, staffName } from "./office.js";

const PEN_WIDTH = 3;

export function orderCard({ order, handOff, history, act }) {
  return h("section", { class: "stack", "aria-labelledby": "order-number" },
    h("h2", { id: "order-number" }, order.number, " ", h("span", { class: `pane ${order.stage}` }, term("stage", order.stage)),
      order.late && h("span", { class: "pane late" }, word("late"))),
    h("p", {}, order.client.name ?? "", " ", h("span", { class: "muted" }, order.client.phones.join(", "))),
    h("p", {}, `${word("promised")} ${onDay(order.promised_on)} · ${officeName(order.pickup_office_id)} · ${term("urgency", order.urgency)} `, h("b", {}, money(order.price))),
    h("p", { class: "muted" }, `${word("manager")}: ${staffName(order.manager_id)} · ${word("revision", { number: order.revision })}`),
    h("div", { class: "actions" }, officeActions(order, act)),
    h("h3", {}, word("strip")), strip(order, handOff, act),
    h("h3", {}, word("items")), order.items.map((item) => itemCard(item, order, handOff, act)),
    questions(order, handOff, act),
    h("h3", {}, word("history")), h("ul", { class: "journal" }, history.map(said)));
}

function officeActions(order, act) {
  const buttons = [];
  if (order.stage === "draft" && may("orders.edit", order.office_id)) {
    buttons.push(h("button", { class: "main", type: "button", onclick: (e) => act(e.target, "hand-over", undefined, { ifMatch: order.content_version }) }, word("hand-over")));
  }
  if (order.stage === "ready" && !order.back_at_office_at && may("orders.move", order.pickup_office_id)) {
    buttons.push(h("button", { type: "button", onclick: (e) => act(e.target, "mark-back-at-office") }, word("back-at-office")));
  }
  if (order.stage === "ready" && may("orders.issue", order.pickup_office_id)) buttons.push(issue(act));
  return buttons;
}

/** The client signs with a finger or a mouse; his strokes go with the issue. */
function issue(act) {
  const pad = h("canvas", { class: "signature", width: 480, height: 160, tabindex: 0, role: "img", "aria-label": word("signature") });
  const ink = pad.getContext("2d");
  const strokes = [];
  const at = (event) => {
    const box = pad.getBoundingClientRect();
    const put = (value, length, most) => Math.max(0, Math.min(most, Math.round((value / length) * most)));
    return [put(event.clientX - box.left, box.width, pad.width), put(event.clientY - box.top, box.height, pad.height)];
  };
  const done = h("button", { class: "main", type: "button", disabled: true, onclick: (e) => act(e.target, "issue", { signature: { width: pad.width, height: pad.height, strokes } }) }, word("issue"));
  pad.addEventListener("pointerdown", (event) => {
    pad.setPointerCapture(event.pointerId);
    strokes.push([at(event)]);
  });
  pad.addEventListener("pointermove", (event) => {
    const stroke = strokes.at(-1);
    if (!pad.hasPointerCapture(event.pointerId) || !stroke) return;
    ink.lineWidth = PEN_WIDTH;
    ink.beginPath();
    ink.moveTo(...stroke.at(-1));
    stroke.push(at(event));
    ink.lineTo(...stroke.at(-1));
    ink.stroke();
  });
  pad.addEventListener("pointerup", () => {
    if (strokes.at(-1)?.length === 1) strokes.at(-1).push(strokes.at(-1)[0]);
    done.disabled = false;
  });
  return h("div", { class: "stack" }, h("p", { class: "muted" }, word("sign-here")), pad, done);
}

function strip(order, handOff, act) {
  const shops = handOff.shops.map((shop) => {
    const accept = shop.state !== "accepted" && shop.state !== "completed" && order.stage === "in-work" && may("production.accept") &&
      h("button", { type: "button", onclick: (e) => act(e.target, "accept", { revision: handOff.revision, shop: shop.shop }) }, word("accept"));
    const when = (name, at) => at && h("span", { class: "when" }, `${word(name)} ${atTime(at)}`);
    return h("div", { class: "strip" }, h("b", {}, term("shop", shop.shop)), h("span", { class: `pane ${shop.state}` }, term("shop-state", shop.state)),
      when("received", shop.received_at), when("seen", shop.seen_at), when("accepted", shop.accepted_at), when("completed", shop.completed_at),
      shop.unseen_at && !shop.seen_at && h("span", { class: "pane unseen" }, word("unseen")), accept);
  });
  if (shops.length === 0) shops.push(h("p", { class: "muted" }, word("not-handed-over")));
  const mark = (name, at, by) => at && h("div", { class: "strip" }, h("span", { class: `pane ${name}` }, word(`mark.${name}`)), h("span", { class: "when" }, atMoment(at), by ? ` · ${by}` : ""));
  return [...shops, mark("ready", order.ready_at), mark("told", order.told_at, term("channel", order.told_by)),
    ["failed", "unknown", "call-needed"].includes(order.told_state) && h("div", { class: "strip" }, h("span", { class: "pane not-told" }, term("told", order.told_state))),
    mark("back", order.back_at_office_at), mark("issued", order.issued_at), mark("cancelled", order.cancelled_at)].filter(Boolean);
}

function itemCard(item, order, handOff, act) {
  const progress = handOff.items.find((one) => one.id === item.id)?.shops ?? [];
  const name = document.documentElement.lang === "en" ? item.name.en : item.name.ru;
  return h("article", { class: "card stack" },
    h("p", {}, h("b", {}, `${item.position}. ${name}`), ` · ${size(item.piece)} · ${word("pieces", { count: item.quantity })}`),
    progress.map((one) => h("div", { class: "strip" }, term("shop", one.shop), h("span", { class: `pane ${one.state}` }, term("work", one.state)),
      h("span", { class: "when" }, `${one.done}/${item.quantity}`, one.last_step ? ` · ${atTime(one.last_step.step_at)}` : ""),
      order.stage === "in-work" && may("production.report") && steps(one, item, handOff, act))));
}

function steps(one, item, handOff, act) {
  const common = { revision: handOff.revision, shop: one.shop, item_id: item.id };
  const button = (verb, body, label) => h("button", { type: "button", onclick: (e) => act(e.target, verb, body) }, word(label));
  const accepted = handOff.shops.some((shop) => shop.shop === one.shop && (shop.state === "accepted" || shop.state === "completed"));
  if (!accepted) return null;
  if (one.state === "queued" || one.state === "paused") return button("start", common, "start");
  if (one.state === "started") return button("finish", { ...common, quantity: item.quantity - one.done }, "finish");
  if (one.state === "finished") return button("pass-control", { ...common, quantity: one.done - one.passed }, "pass-control");
  return null;
}

function questions(order, handOff, act) {
  return handOff.questions.map((question) => {
    const field = h("input", { id: `answer-${question.id}`, maxlength: 1000, required: true });
    const form = h("form", { class: "stack", onsubmit: (event) => {
      event.preventDefault();
      act(event.submitter, "answer", { question_id: question.id, text: field.value });
    } }, h("label", { for: field.id }, word("answer-label"), field), h("button", {}, word("answer")));
    return h("div", { class: "card stack" }, h("p", {}, h("b", {}, `${term("shop", question.shop)}: `), question.text),
      question.answer_text ? h("p", {}, question.answer_text) : may("production.answer", order.office_id) && form);
  });
}

const said = (row) => h("li", {}, `${atMoment(row.at)} · ${term("action", row.action)} · ${staffName(row.operator ? `staff:${row.operator}` : row.actor)}`);
