// Knobs for what can go wrong between a bot and Telegram.

import { act, clearFaults, look } from "./backend.js";
import { make, toast } from "./dom.js";
import { word } from "./words.js";

const SENDING = { method: "send*" };

const KNOBS = [
  { name: "faultFlood", value: 5, unit: "s", order: (seconds) => ({ kind: "flood", seconds, ...SENDING }) },
  { name: "faultError", order: () => ({ kind: "error", status: 500, ...SENDING }) },
  { name: "faultSwallow", order: () => ({ kind: "swallow", ...SENDING }) },
  { name: "faultSlow", value: 800, unit: "ms", order: (value) => ({ kind: "slow", seconds: value / 1000, times: 20 }) },
  { name: "faultDown", value: 10, unit: "s", order: (seconds) => ({ kind: "down", seconds }) },
];

/** Draws the knobs and what is on order. */
export async function drawFaults(panel) {
  const [active, switches] = await Promise.all([look("faults"), act("switches")]);
  panel.replaceChildren(
    ...KNOBS.map((knob) => row(knob, panel)),
    limitsRow(switches.flood_limits),
    ...active.map((fault) =>
      make("p", { class: "hint", text: word("faultActive", { kind: fault.kind, hits: fault.hits }) }),
    ),
    clearRow(panel),
  );
}

function row(knob, panel) {
  const input = knob.value
    ? make("input", { type: "number", min: "1", max: "60000", value: knob.value, "aria-label": `${word(knob.name)}, ${knob.unit}` })
    : null;
  const press = async () => {
    await tell(act("faults", knob.order(Number(input?.value))));
    await drawFaults(panel);
  };
  return make(
    "div",
    { class: "knob" },
    explained(knob.name),
    input,
    make("button", { class: "plain-button", type: "button", text: word("doIt"), data: { fault: knob.name }, on: { click: press } }),
  );
}

function limitsRow(isOn) {
  const box = make("input", { type: "checkbox", id: "flood-limits", "aria-label": word("floodLimits") });
  box.checked = isOn;
  box.addEventListener("change", () => tell(act("switches", { flood_limits: box.checked })));
  return make("div", { class: "knob" }, explained("floodLimits"), box);
}

function clearRow(panel) {
  const press = async () => {
    await clearFaults();
    await drawFaults(panel);
  };
  return make(
    "div",
    { class: "knob" },
    make("p", {}),
    make("button", { class: "plain-button", type: "button", text: word("clear"), on: { click: press } }),
  );
}

function explained(name) {
  return make("p", {}, make("strong", { text: word(name) }), make("span", { class: "faint", text: word(`${name}Hint`) }));
}

async function tell(promise) {
  try {
    await promise;
    toast(word("ordered"), 2);
  } catch (problem) {
    toast(problem.message);
  }
}
