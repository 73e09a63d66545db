// The alerts' outbox as it drains.

import { act } from "./backend.js";
import { make } from "./dom.js";
import { word } from "./words.js";

const PAUSE_MILLISECONDS = 700;

let timer = 0;

/** Draws the outbox again and again until `leaveOutbox`. */
export async function drawOutbox(panel) {
  leaveOutbox();
  timer = setTimeout(() => drawOutbox(panel), PAUSE_MILLISECONDS);
  const mine = timer;
  try {
    const found = await act("outbox");
    if (mine === timer) panel.replaceChildren(figures(found), ...broadcasts(found));
  } catch {
    if (mine === timer) panel.replaceChildren(make("p", { class: "hint", text: word("outboxNone") }));
  }
}

/** Stops drawing. */
export function leaveOutbox() {
  clearTimeout(timer);
  timer = 0;
}

function figures(found) {
  const shown = {
    due: found.waiting,
    held: found.held,
    sent: found.sent,
    edits: found.edits,
    dead: found.dead,
    rate: found.per_second.toFixed(1),
  };
  const boxes = Object.entries(shown).map(([name, value]) =>
    make("div", { class: "figure" }, make("strong", { text: String(value) }), make("span", { class: "faint", text: word(name) })),
  );
  return make("div", { class: "figures" }, ...boxes);
}

function broadcasts(found) {
  if (!found.broadcasts.length) return [make("p", { class: "hint", text: word("outboxEmpty") })];
  return found.broadcasts.map(({ title, sent, waiting }) =>
    make(
      "div",
      { class: "broadcast" },
      make("strong", { text: title }),
      make("progress", { max: String(sent + waiting || 1), value: String(sent), "aria-label": title }),
      make("span", { class: "faint", text: `${sent} / ${sent + waiting}` }),
    ),
  );
}
