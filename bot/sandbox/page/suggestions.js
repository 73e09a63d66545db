// What is offered above the composer: the bot's commands, and results of inline mode.

import { look } from "./backend.js";
import { byId, make } from "./dom.js";
import { inlineText, typeInline } from "./inline.js";
import { store } from "./store.js";

let chosen = 0;
let fill = () => {};
let send = () => {};
let turn = 0;

/** `fill(text)` puts a text into the composer, `send(text)` sends it. */
export function prepareSuggestions(on) {
  fill = on.fill;
  send = on.send;
  byId("commands").addEventListener("click", () => {
    if (suggestionsAreOpen()) closeSuggestions();
    else showCommands("");
    byId("text").focus();
  });
}

/** Offers what fits to a text that is being typed. */
export async function suggest(text) {
  turn += 1;
  const query = inlineText(text);
  if (query !== null) await showInline(query);
  else if (/^\/\w*$/.test(text)) await showCommands(text.slice(1).toLowerCase());
  else closeSuggestions();
}

/** Whether something is offered. */
export function suggestionsAreOpen() {
  return !byId("suggestions").hidden;
}

/** Takes everything back. */
export function closeSuggestions() {
  byId("suggestions").hidden = true;
  byId("text").removeAttribute("aria-activedescendant");
}

/** Moves through what is offered; whether the key was used up. */
export function handleKey(event) {
  if (!suggestionsAreOpen()) return false;
  const options = [...byId("suggestions").querySelectorAll(".suggestion")];
  if (event.key === "Escape") {
    closeSuggestions();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
    select(options, (chosen + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
  } else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
    if (!options.length) return event.key === "Enter";
    options[chosen].click();
  } else {
    return false;
  }
  event.preventDefault();
  return true;
}

async function showCommands(begun) {
  const mine = ++turn;
  const { chat, language } = store.open;
  const commands = (await look("menu", { chat, language })).filter(({ command }) => command.startsWith(begun));
  if (mine !== turn) return;
  draw(
    commands.map(({ command, description }) =>
      option(`/${command}`, description, () => {
        fill("");
        send(`/${command}`);
      }),
    ),
  );
}

async function showInline(query) {
  const mine = ++turn;
  const options = await typeInline(query, { still: () => mine === turn, done: () => fill("") });
  if (options !== null && mine === turn) draw(options.map(({ title, text, act }) => option(title, text, act)));
}

function option(title, text, act) {
  return make(
    "button",
    { class: "suggestion", type: "button", role: "option", on: { click: act } },
    make("strong", { text: title }),
    text ? make("span", { text }) : null,
  );
}

function draw(options) {
  const list = byId("suggestions");
  list.replaceChildren(...options);
  list.hidden = options.length === 0;
  list.scrollTop = 0;
  if (options.length) select(options, 0);
}

function select(options, index) {
  chosen = index;
  options.forEach((node, place) => {
    node.id = `suggestion-${place}`;
    node.setAttribute("aria-selected", String(place === index));
  });
  byId("text").setAttribute("aria-activedescendant", options[index].id);
  options[index].scrollIntoView({ block: "nearest" });
}
