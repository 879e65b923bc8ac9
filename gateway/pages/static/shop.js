// The tablet's first page: pairing, whose hands, the queue of the shop with one big button at a time.
import { api, h, identity, onDay, press, refuse, Refused, show, size, term, word } from "./kit.js";
import { Feed } from "./feed.js";

const TOKEN = "vitrazh-tablet";
const REFRESH_MS = 100;
const tablet = { token: localStorage.getItem(TOKEN), feed: null, orders: new Map(), known: new Map(), fresh: new Set(), operator: null };
const waiting = new Map();
let receipts = Promise.resolve();
identity.credentials = "omit"; // the tablet's token alone: a person may be signed in beside it

function start() {
  const paired = tablet.token !== null;
  document.getElementById("pairing").hidden = paired;
  document.getElementById("queue").hidden = !paired;
  if (!paired) return linkState("signed-out");
  identity.headers = { Authorization: `Bearer ${tablet.token}` };
  tablet.feed = new Feed({ snapshot, apply, state: linkState, signedOut });
  tablet.feed.run();
  return drawOperator();
}

function signedOut() {
  tablet.feed?.stop();
  tablet.token = null;
  localStorage.removeItem(TOKEN);
  identity.headers = {};
  refuse(new Refused(401, { title: word("not-paired") }));
  start();
}

function linkState(state) {
  const place = document.getElementById("link-state");
  place.dataset.state = state;
  place.textContent = word(`link.${state}`);
}

async function snapshot() {
  const { items } = await api("GET", "/api/queue?limit=200");
  tablet.orders = new Map();
  for (const order of items) take(order);
  draw();
}

function apply(event) {
  if (event.sequence <= (tablet.known.get(event.subject) ?? 0)) return;
  tablet.known.set(event.subject, event.sequence);
  clearTimeout(waiting.get(event.subject));
  waiting.set(event.subject, setTimeout(() => refresh(event.subject), REFRESH_MS));
}

async function refresh(id) {
  waiting.delete(id);
  try {
    take(await api("GET", `/api/queue/${id}`));
  } catch (error) {
    if (error.status !== 404 && error.status !== 409) return;
    tablet.orders.delete(id);
  }
  draw();
}

/** Keep the order if the shop still has to do with it; tell the office that it has arrived. */
function take(order) {
  if (order.sequence < (tablet.orders.get(order.id)?.sequence ?? 0)) return; // a late answer
  if (order.stage !== "in-work" || order.shop.state === "completed") {
    tablet.orders.delete(order.id);
    return;
  }
  if (order.shop.state === "sent") tablet.fresh.add(order.id);
  tablet.orders.set(order.id, order);
  tablet.known.set(order.id, Math.max(order.sequence, tablet.known.get(order.id) ?? 0));
  if (order.shop.state === "sent") receipts = receipts.then(() => receive(order.id));
}

/** One receipt after the other: a tablet that comes back to a full queue storms nobody. */
async function receive(id) {
  const order = tablet.orders.get(id);
  if (order?.shop.state === "sent") await tap(order, "receive").catch(() => {});
}

async function tap(order, verb, body = {}) {
  const operator = tablet.operator && !tablet.operator.session ? { operator_id: tablet.operator.staff_id } : {};
  const answer = await api("POST", `/api/work-orders/${order.id}/${verb}`, { revision: order.revision, operated_at: new Date().toISOString(), ...operator, ...body });
  take(answer);
  draw();
}

/** A worker's tap needs hands: without them the tiles come first, and the tap goes on after. */
async function work(button, order, verb, body) {
  if (tablet.operator === null && !(await askOperator())) return;
  await press(button, async () => {
    try {
      await tap(order, verb, body);
    } catch (error) {
      if (error.problem?.code?.startsWith("operator")) leave();
      if (error.status === 409) await refresh(order.id);
      throw error;
    }
  });
}

function draw() {
  const pressing = { "client-waits": 0, urgent: 1, normal: 2 };
  const orders = [...tablet.orders.values()].sort((a, b) => pressing[a.urgency] - pressing[b.urgency] || a.promised_on.localeCompare(b.promised_on));
  document.getElementById("empty").hidden = orders.length > 0;
  show("orders", orders.map(card));
}

function card(order) {
  const accepted = order.shop.state === "accepted";
  const button = (label, verb, body, main = true) => h("button", { type: "button", class: main ? "main" : null, onclick: (e) => work(e.target, order, verb, body) }, word(label));
  return h("article", { class: `card${tablet.fresh.has(order.id) ? " new" : ""}`, "aria-labelledby": `n-${order.id}`, onclick: () => look(order) },
    h("div", { class: "strip" }, h("h2", { class: "number", id: `n-${order.id}` }, order.number), h("span", { class: `pane ${order.shop.state}` }, term("shop-state", order.shop.state)),
      order.urgency !== "normal" && h("span", { class: "pane late" }, term("urgency", order.urgency)), order.late && h("span", { class: "pane late" }, word("late")), onDay(order.promised_on)),
    order.items.map((item) => itemRow(order, item, accepted, button)),
    !accepted && button("accept", "accept"));
}

function itemRow(order, item, accepted, button) {
  const mine = item.shops.find((one) => one.shop === order.shop.shop);
  if (!mine) return null;
  const piece = item.piece;
  return h("div", { class: "item" }, h("div", {}, h("div", { class: "size" }, size(piece)),
    `${[...new Set([term("product", piece.product), term("material", piece.material)])].join(" · ")} · ${word("pieces", { count: item.quantity })} `, h("span", { class: `pane ${mine.state}` }, term("work", mine.state))),
  h("div", { class: "actions" }, accepted && next(item, mine, button)));
}

function next(item, mine, button) {
  const body = { item_id: item.id };
  if (mine.state === "queued" || mine.state === "paused") return button("start", "start", body);
  if (mine.state === "started") return [button("pause", "pause", body, false), button("finish", "finish", { ...body, quantity: item.quantity - mine.done })];
  if (mine.state === "finished") return button("pass-control", "pass-control", { ...body, quantity: mine.done - mine.passed });
  return null;
}

function look(order) {
  tablet.fresh.delete(order.id);
  if (order.shop.state === "received") tap(order, "mark-seen").catch(() => {});
}

function leave() {
  tablet.operator = null;
  delete identity.headers["X-Operator"];
  drawOperator();
}

function drawOperator() {
  const name = tablet.operator ? tablet.operator.name + (tablet.operator.session ? "" : ` (${word("unverified")})`) : word("nobody");
  show("operator", h("button", { type: "button", onclick: () => { leave(); askOperator(); } }, name));
}

/** Tiles of the shop's workers, then the PIN; without a PIN the actions are marked unverified. */
async function askOperator() {
  const dialog = document.getElementById("hands");
  const form = document.getElementById("pin-form");
  const tiles = await api("GET", "/api/devices/operators").catch((error) => refuse(error));
  if (!tiles) return false;
  let chosen = null;
  form.hidden = true;
  show("tiles", tiles.map((tile) => h("button", { type: "button", "aria-pressed": "false", onclick: (event) => {
    chosen = tile;
    for (const other of event.target.parentElement.children) {
      other.setAttribute("aria-pressed", String(other === event.target));
      other.classList.toggle("main", other === event.target);
    }
    form.hidden = false;
    document.getElementById("pin").focus();
  } }, tile.name)));
  form.onsubmit = (event) => {
    event.preventDefault();
    const pin = document.getElementById("pin").value;
    press(event.submitter, async () => {
      tablet.operator = pin === "" ? { staff_id: chosen.id, name: chosen.name, session: null }
        : await api("POST", "/api/devices/operator", { staff_id: chosen.id, pin });
      if (tablet.operator.session) identity.headers["X-Operator"] = tablet.operator.session;
      form.reset();
      dialog.close();
    });
  };
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  drawOperator();
  return tablet.operator !== null;
}

document.getElementById("pairing-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  press(event.submitter, async () => {
    const paired = await api("POST", "/api/devices/pair", { code: form.get("code"), name: form.get("name") });
    tablet.token = paired.token;
    localStorage.setItem(TOKEN, paired.token);
    start();
  });
});
start();
