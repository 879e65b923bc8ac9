// The office's first page: folders, the order, and everything moving by itself.
import { api, atMoment, atTime, h, identity, onDay, press, Refused, refuse, show, term, word } from "./kit.js";
import { Feed } from "./feed.js";
import { orderCard } from "./order.js";

const FOLDERS = ["in-work", "ready", "issued", "draft", "cancelled"];
const JOURNAL_LENGTH = 12;
const REFRESH_MS = 120; // a burst of events of one order is one look at it
const page = { session: null, feed: null, folder: "in-work", rows: new Map(), counts: {}, known: new Map(), staff: new Map(), offices: new Map(), open: null, shown: {}, moved: null };
const waiting = new Map();

/** Whether this person may, on a thing of that office; the service decides again by itself. */
export const may = (permission, office = page.session.office_id) => page.session.rights.some((right) =>
  right.permission === permission && (right.scope !== "own-office" || office === page.session.office_id));
export const staffName = (subject) => page.staff.get(subject?.replace(/^staff:/, "")) ?? word(subject?.startsWith("device:") ? "a-tablet" : "system");
export const officeName = (id) => page.offices.get(id)?.name ?? "";

async function start() {
  try {
    page.session = await api("GET", "/api/session");
  } catch (error) {
    if (error.status === 401) return signedOut();
    refuse(error);
    return undefined;
  }
  document.getElementById("sign-in").hidden = true;
  document.getElementById("sign-out").hidden = false;
  show("person", page.session.name ?? "");
  if (!may("feed.read")) return refuse(new Refused(403, { title: word("no-screen") }));
  document.getElementById("office").hidden = false;
  for (const person of await everything("/api/staff")) page.staff.set(person.id, person.name);
  for (const office of await everything("/api/offices")) page.offices.set(office.id, office);
  page.feed = new Feed({ snapshot, apply, state: linkState, signedOut });
  page.feed.run();
  return undefined;
}

async function everything(path) {
  const items = [];
  for (let cursor = ""; cursor !== null; ) {
    const answer = await api("GET", `${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...answer.items);
    cursor = answer.next;
  }
  return items;
}

function signedOut() {
  page.feed?.stop();
  document.getElementById("sign-in").hidden = false;
  document.getElementById("office").hidden = true;
  document.getElementById("sign-out").hidden = true;
  linkState("signed-out");
  document.getElementById("login").focus();
}

function linkState(state) {
  const place = document.getElementById("link-state");
  place.dataset.state = state;
  place.textContent = word(`link.${state}`);
}

/** Everything as it stands now: after it, events with a higher sequence move it. */
async function snapshot() {
  await Promise.all([loadFolder(), loadCounts()]);
  if (page.open) await openOrder(page.open);
}

async function loadFolder() {
  const folder = page.folder;
  const answer = await api("GET", `/api/work-orders?folder=${folder}&limit=100`);
  if (folder !== page.folder) return;
  page.rows = new Map(answer.items.map((row) => [row.id, row]));
  for (const row of answer.items) page.known.set(row.id, Math.max(row.sequence, page.known.get(row.id) ?? 0));
  drawRows();
}

async function loadCounts() {
  const { folders } = await api("GET", "/api/work-orders/counts");
  page.counts = Object.fromEntries(folders.map((folder) => [folder.stage, folder.count]));
  drawFolders();
}

/** An event of the feed: told in the journal at once; the order is looked at again if it is newer. */
function apply(event) {
  if (event.sequence <= (page.known.get(event.subject) ?? 0)) return;
  page.known.set(event.subject, event.sequence);
  const said = h("li", {}, `${atTime(event.time)} · ${event.data.number} · ${term("event", event.type)}`);
  const journal = document.getElementById("journal");
  journal.prepend(said);
  while (journal.children.length > JOURNAL_LENGTH) journal.lastChild.remove();
  clearTimeout(waiting.get(event.subject));
  waiting.set(event.subject, setTimeout(() => refresh(event.subject), REFRESH_MS));
}

async function refresh(id) {
  waiting.delete(id);
  page.moved = id;
  try {
    const order = await api("GET", `/api/work-orders/${id}`);
    take(order);
  } catch (error) {
    if (error.status !== 404) return;
    page.rows.delete(id);
  }
  drawRows();
  await loadCounts();
  if (page.open === id) await openOrder(id);
}

/** Put the order, as just answered, into the folder it belongs to now. */
function take(order) {
  if (order.sequence < (page.rows.get(order.id)?.sequence ?? 0)) return; // a late answer
  page.known.set(order.id, Math.max(order.sequence, page.known.get(order.id) ?? 0));
  if (order.stage === page.folder) page.rows.set(order.id, { ...order, client_name: order.client.name });
  else page.rows.delete(order.id);
}

function drawFolders() {
  const folder = (stage) => h("li", {}, h("button", { type: "button", "aria-current": String(stage === page.folder), onclick: () => choose(stage) },
    term("folder", stage), h("span", { class: "count" }, String(page.counts[stage] ?? 0))));
  show("folders", FOLDERS.map(folder));
}

function choose(stage) {
  page.folder = stage;
  page.rows = new Map();
  drawFolders();
  loadFolder().catch(refuse);
}

function drawRows() {
  const rows = [...page.rows.values()].sort((a, b) => a.promised_on.localeCompare(b.promised_on) || a.number.localeCompare(b.number));
  document.getElementById("empty").hidden = rows.length > 0;
  document.getElementById("rows-table").hidden = rows.length === 0;
  show("folder-name", term("folder", page.folder));
  show("rows", rows.map(drawRow));
}

/** The client was told, or the desk must act: he was not, nobody knows, he wants a call. */
function toldBadge(row) {
  if (["failed", "unknown", "call-needed"].includes(row.told_state)) return h("span", { class: "pane not-told" }, term("told", row.told_state));
  return row.told_at && h("span", { class: "pane told" }, word("told-at", { at: atMoment(row.told_at), by: term("channel", row.told_by) }));
}

function drawRow(row) {
  const late = row.late && h("span", { class: "pane late" }, word("late"));
  const told = toldBadge(row);
  return h("tr", { "aria-selected": String(row.id === page.open), class: row.id === page.moved ? "moved" : null },
    h("td", {}, h("button", { type: "button", class: "link", onclick: () => openOrder(row.id).catch(refuse) }, row.number)),
    h("td", {}, row.client_name ?? "", h("div", { class: "muted" }, row.summary), told),
    h("td", {}, onDay(row.promised_on), " ", late));
}

export async function openOrder(id) {
  page.open = id;
  const [order, handOff, history] = await Promise.all([
    api("GET", `/api/work-orders/${id}`),
    api("GET", `/api/work-orders/${id}/hand-off`),
    api("GET", `/api/work-orders/${id}/history?limit=50`),
  ]);
  if (page.open !== id || (page.shown.id === id && handOff.sequence < page.shown.sequence)) return;
  page.shown = { id, sequence: handOff.sequence };
  take(order);
  drawRows();
  show("order", orderCard({ order, handOff, history: history.items ?? history, act }));
}

/** Do something with the open order; the answer and the feed bring the new state. */
function act(button, verb, body, options) {
  return press(button, async () => {
    await api("POST", `/api/work-orders/${page.open}/${verb}`, body, options);
    await refresh(page.open);
  });
}

document.getElementById("sign-in-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  press(event.submitter, async () => {
    await api("POST", "/api/session", { login: form.get("login"), password: form.get("password") });
    event.target.reset();
    await start();
  });
});
document.getElementById("sign-out").addEventListener("click", (event) =>
  press(event.target, async () => {
    await api("DELETE", "/api/session");
    signedOut();
  }));
identity.credentials = "same-origin";
start();
