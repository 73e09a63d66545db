// The menu of one message: reactions, reply, copy, change, delete.

import { act } from "./backend.js";
import { startEditing, startReply } from "./composer.js";
import { byId, copy, make, toast } from "./dom.js";
import { plainText } from "./message.js";
import { isOwn, store } from "./store.js";
import { word } from "./words.js";

const REACTIONS = ["👍", "👎", "❤️", "🔥"];

let opener = null;

/** Wires closing: a press elsewhere, Escape, scrolling. */
export function prepareMenu() {
  const menu = byId("menu");
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && event.target !== opener) close();
  });
  byId("scroll").addEventListener("scroll", close);
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") close(true);
    else if (event.key === "ArrowDown" || event.key === "ArrowRight") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp" || event.key === "ArrowLeft") items.at(at - 1).focus();
    else return;
    event.preventDefault();
  });
}

/** Opens the menu of a message beside the button that was pressed. */
export function openMenu(message, button) {
  const chat = store.open;
  const isAgain = opener === button && !byId("menu").hidden;
  close();
  if (isAgain) return;
  const own = isOwn(chat, message) && !message.via_bot;
  const place = { user: chat.user, chat: chat.chat, message_id: message.message_id };
  const items = [
    make("div", { class: "menu-row" }, ...REACTIONS.map((emoji) => reactionButton(emoji, message, place))),
    item("reply", () => startReply(message)),
    item("copy", () => copy(plainText(message), word("copied"))),
  ];
  if (own && (message.text || message.caption)) items.push(item("edit", () => startEditing(message)));
  if (own) items.push(item("delete", () => tell(act("delete", place)), "danger"));
  show(items, button);
}

function reactionButton(emoji, message, place) {
  const given = message.reactions?.some((reaction) => reaction.user === place.user && reaction.emoji === emoji);
  return make("button", {
    type: "button",
    role: "menuitem",
    "aria-label": word("react", { emoji }),
    text: emoji,
    on: {
      click: () => {
        close();
        tell(act("react", given ? place : { ...place, emoji }));
      },
    },
  });
}

function item(name, perform, kind = "") {
  const press = () => {
    close();
    perform();
  };
  return make("button", { type: "button", role: "menuitem", class: kind, text: word(name), on: { click: press } });
}

function show(items, button) {
  const menu = byId("menu");
  menu.replaceChildren(...items);
  menu.hidden = false;
  opener = button;
  button.setAttribute("aria-expanded", "true");
  const at = button.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.right - menu.offsetWidth), innerWidth - menu.offsetWidth - 8);
  const below = at.bottom + 4 + menu.offsetHeight < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - 4 - menu.offsetHeight)}px`;
  menu.querySelector("button").focus({ preventScroll: true });
}

function close(back = false) {
  byId("menu").hidden = true;
  opener?.setAttribute("aria-expanded", "false");
  if (back === true) opener?.focus();
  opener = null;
}

async function tell(promise) {
  try {
    await promise;
  } catch (problem) {
    toast(problem.message);
  }
}
