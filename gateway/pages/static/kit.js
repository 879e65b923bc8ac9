// What both pages stand on: words, elements, calls of the API. No inline script, no innerHTML.
export const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
const zone = "Europe/Moscow";

/** A word of the page's language; {name} is filled in. */
export function word(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** A word of a closed list ("stage", "in-work"); the code itself if nobody has named it. */
export const term = (list, code) => words[`${list}.${code}`] ?? code ?? "";

/** Make an element; children are texts or elements, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const show = (id, ...children) => document.getElementById(id).replaceChildren(...children.flat());

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", timeZone: zone });
const day = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: zone });
export const atTime = (instant) => (instant ? clock.format(new Date(instant)) : "");
export const atMoment = (instant) => (instant ? moment.format(new Date(instant)) : "");
export const onDay = (date) => (date ? day.format(new Date(`${date}T00:00:00Z`)) : "");
export const money = (text) =>
  text === null ? "" : `${Number(text).toLocaleString(language, { minimumFractionDigits: 2 })}\u00a0₽`;

/** "800 × 1200 × 4 мм" of a piece. */
export function size(piece) {
  const { width_mm: width, height_mm: height } = piece.shape;
  return `${width}\u00a0×\u00a0${height}\u00a0×\u00a0${piece.thickness_mm}\u00a0${word("mm")}`;
}

const hex = (bytes) => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (b) => b.toString(16).padStart(2, "0")).join("");
export const newKey = () => hex(16);

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? word("no-answer"));
    this.status = status;
    this.problem = problem;
  }
}

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const LATER = [429, 503]; // too often, being restarted: the same again after Retry-After
const LONGEST_S = 10;
const TRIES = 20; // about half a minute: a restart is waited out, a click is not lost

/** How this page says who asks: the office by its cookie, a tablet by its token. */
export const identity = { headers: {}, credentials: "same-origin" };

/**
 * Call the API. A POST carries one Idempotency-Key over all its tries, so a repeat after a lost
 * answer changes nothing twice; a new traceparent lets the click be found from here to the tablet.
 */
export async function api(method, path, body, { ifMatch, key } = {}) {
  const headers = { "Accept-Language": language, traceparent: `00-${hex(16)}-${hex(8)}-01`, ...identity.headers };
  if (method === "POST") headers["Idempotency-Key"] = key ?? newKey();
  if (ifMatch !== undefined) headers["If-Match"] = `"${ifMatch}"`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  for (let left = TRIES - 1; ; left -= 1) {
    let answer = null;
    try {
      answer = await fetch(path, { method, headers, credentials: identity.credentials, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
      if (left === 0) throw new Refused(0, { title: word("no-answer") });
    }
    if (answer && !LATER.includes(answer.status)) return read(answer);
    const seconds = Number(answer?.headers.get("Retry-After")) || 1;
    if (answer && (left === 0 || seconds > LONGEST_S)) throw new Refused(answer.status, await problemOf(answer));
    await pause(seconds);
  }
}

async function read(answer) {
  if (answer.status === 204) return null;
  if (answer.ok) return answer.json();
  throw new Refused(answer.status, await problemOf(answer));
}

const problemOf = async (answer) => (answer ? answer.json().catch(() => ({ title: answer.statusText })) : { title: word("no-answer") });

/** Show a refusal where the page keeps them; an empty one takes it away. */
export function refuse(error) {
  const place = document.getElementById("refusal");
  place.textContent = error ? error.message : "";
  place.hidden = !error;
}

/** Run a click's work; the button is dead meanwhile, and a refusal is shown in words. */
export async function press(button, work) {
  button.disabled = true;
  refuse(null);
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(error);
    return undefined;
  } finally {
    button.disabled = false;
  }
}
