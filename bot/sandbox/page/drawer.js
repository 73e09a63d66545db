// The drawer: calls, updates, faults, outbox.

import { look } from "./backend.js";
import { byId, debounce, make } from "./dom.js";
import { drawFaults } from "./faults.js";
import { drawOutbox, leaveOutbox } from "./outbox.js";
import { store } from "./store.js";
import { exactClock, word } from "./words.js";

const SHOWN = 150;
const TABS = { calls: drawCalls, updates: drawUpdates, faults: drawFaults, outbox: drawOutbox };

let tab = "calls";

/** Wires the drawer. */
export function prepareDrawer() {
  byId("drawer-toggle").addEventListener("click", () => toggle(byId("drawer").hidden));
  byId("drawer-close").addEventListener("click", () => {
    toggle(false);
    byId("drawer-toggle").focus();
  });
  byId("drawer").addEventListener("keydown", (event) => {
    if (event.key === "Escape") byId("drawer-close").click();
  });
  byId("tabs").addEventListener("keydown", (event) => {
    const names = Object.keys(TABS);
    const step = { ArrowRight: 1, ArrowLeft: names.length - 1 }[event.key];
    if (step === undefined) return;
    choose(names[(names.indexOf(tab) + step) % names.length]);
    byId("tabs").querySelector('[aria-selected="true"]').focus();
  });
}

/** Draws the drawer anew: in another language, or because something has happened. */
export const refreshDrawer = debounce(120, () => {
  if (!byId("drawer").hidden && (tab === "calls" || tab === "updates")) TABS[tab](byId("panel"));
});

/** Draws tabs and panel. */
export function drawDrawer() {
  const tabs = Object.keys(TABS).map((name) =>
    make("button", {
      class: "tab",
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "aria-selected": String(name === tab),
      "aria-controls": "panel",
      tabindex: name === tab ? "0" : "-1",
      text: word(name),
      on: { click: () => choose(name) },
    }),
  );
  byId("tabs").replaceChildren(...tabs);
  byId("panel").setAttribute("aria-labelledby", `tab-${tab}`);
  if (!byId("drawer").hidden) TABS[tab](byId("panel"));
}

function choose(name) {
  leaveOutbox();
  tab = name;
  byId("panel").replaceChildren();
  drawDrawer();
}

function toggle(open) {
  byId("drawer").hidden = !open;
  byId("app").dataset.drawer = open ? "open" : "closed";
  byId("drawer-toggle").setAttribute("aria-expanded", String(open));
  if (open) drawDrawer();
  else leaveOutbox();
}

async function drawCalls(panel) {
  const calls = await look("calls", { last: SHOWN });
  draw(panel, calls.reverse(), "noCalls", (call) => call.number, callEntry);
}

async function drawUpdates(panel) {
  const updates = await look("updates", { last: SHOWN });
  draw(panel, updates.reverse(), "noUpdates", (update) => update.update_id, updateEntry);
}

/** Newest first; entries that are there already stay as they are, open ones stay open. */
function draw(panel, rows, nothing, keyOf, entryOf) {
  if (!rows.length) {
    panel.replaceChildren(make("p", { class: "hint", text: word(nothing) }));
    return;
  }
  const old = new Map([...panel.querySelectorAll(".entry")].map((node) => [node.dataset.key, node]));
  panel.replaceChildren(...rows.map((row) => old.get(String(keyOf(row))) ?? entryOf(row)));
}

function callEntry(call) {
  const kind = call.status === 200 ? "good" : call.status === 429 || call.status === 0 ? "warn" : "bad";
  const badge = call.status === 0 ? word("neverAnswered") : String(call.status);
  const whole = { method: call.method, parameters: readable(call.parameters), response: call.response };
  const about = { time: call.began_at, name: call.method, note: chatName(call.parameters.chat_id), badge, kind };
  return entry(call.number, about, `${call.milliseconds} ms`, whole);
}

function updateEntry(update) {
  const kind = Object.keys(update).find((name) => name !== "update_id");
  const body = update[kind];
  const note = body.text ?? body.caption ?? body.data ?? body.query ?? "";
  const about = { time: null, name: kind, note, badge: String(update.update_id), kind: "good" };
  return entry(update.update_id, about, "", update);
}

function entry(key, { time, name, note, badge, kind }, took, whole) {
  const node = make(
    "details",
    { class: "entry", data: { key } },
    make(
      "summary",
      {},
      make("time", { text: time ? exactClock(time) : "" }),
      make("span", { class: "name", text: note ? `${name} · ${note}` : name }),
      make("span", { class: "took", text: took }),
      make("span", { class: "badge", data: { kind }, text: badge }),
    ),
  );
  node.addEventListener("toggle", () => {
    if (node.open && node.childElementCount === 1) node.append(make("pre", { text: JSON.stringify(whole, null, 2) }));
  });
  return node;
}

/** Parameters that hold JSON as text, as the objects that they are. */
function readable(parameters) {
  const parsed = {};
  for (const [name, value] of Object.entries(parameters)) {
    try {
      parsed[name] = typeof value === "string" && /^[[{]/.test(value) ? JSON.parse(value) : value;
    } catch {
      parsed[name] = value;
    }
  }
  return parsed;
}

function chatName(id) {
  if (id === undefined) return "";
  const chat = store.chats.find((one) => String(one.chat) === String(id));
  return chat?.state?.first_name ?? chat?.name ?? String(id);
}
