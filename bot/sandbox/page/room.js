// The open chat: its messages, where one has scrolled to, what its head says.

import { look } from "./backend.js";
import { asWhom, avatar } from "./chatlist.js";
import { byId, make } from "./dom.js";
import { messageItem } from "./message.js";
import { isOwn, isPrivate, markRead, store } from "./store.js";
import { day, word } from "./words.js";

const NEAR_END = 120;
const MARGIN = 12;

let actions = {};
let isFollowing = true; // whether the view keeps to the newest message while heights still change

/** What messages call back: command, link, menu, jump, button. */
export function prepareRoom(on) {
  actions = { ...on, jump };
  const scroll = byId("scroll");
  scroll.addEventListener("scroll", () => {
    byId("latest").hidden = isAtEnd();
  });
  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    scroll.addEventListener(event, () => requestAnimationFrame(() => (isFollowing = isAtEnd())), { passive: true });
  }
  const watcher = new ResizeObserver(() => isFollowing && follow());
  watcher.observe(scroll);
  watcher.observe(byId("messages"));
  byId("latest").addEventListener("click", () => toEnd("smooth"));
}

/** Draws the open chat from nothing. */
export function drawRoom() {
  const chat = store.open;
  if (!chat) return;
  drawHead();
  const items = [];
  let previous;
  for (const message of inOrder(chat)) {
    items.push(...withDay(chat, message, previous));
    previous = message;
  }
  byId("messages").replaceChildren(...items);
  drawEmpty();
  toEnd();
  markRead(chat);
}

/** Draws the head and decides between composer, START and unblocking. */
export function drawHead() {
  const chat = store.open;
  byId("room-avatar").replaceWith(Object.assign(avatar(chat), { id: "room-avatar" }));
  byId("room-name").textContent = chat.name;
  drawStatus();
  const isShut = isPrivate(chat) && (chat.state.blocked || !chat.state.started);
  byId("composer").hidden = isShut;
  byId("start").hidden = !isShut;
  byId("start").textContent = word(chat.state.blocked ? "unblock" : "start");
  byId("block").hidden = !isPrivate(chat) || isShut;
  byId("block").textContent = word("block");
  const placeholder = { reader: "messageReader", group: "messageGroup", editor: "messageEditor", desk: "messageReader" }[chat.role];
  byId("text").placeholder = word(placeholder);
  byId("attach").setAttribute("aria-label", word(chat.role === "editor" ? "attachEditor" : "attach"));
  byId("commands").hidden = chat.role === "editor";
}

/** The line under the name: typing, or who is there. */
export function drawStatus() {
  const chat = store.open;
  const isTyping = chat.typingUntil > Date.now();
  const kinds = { reader: word("bot"), group: word("group", { count: 2 }), editor: word("channel"), desk: word("bot") };
  const calm = chat.state.blocked ? word("blocked") : kinds[chat.role];
  const status = byId("room-status");
  status.textContent = isTyping ? word("typing") : chat.role === "editor" ? calm : `${calm} · ${asWhom(chat)}`;
  status.classList.toggle("room-status-typing", isTyping);
}

/** A new, changed or deleted (null) message of the open chat takes its place. */
export function placeMessage(chat, id, message, isNew) {
  const list = byId("messages");
  const old = list.querySelector(`[data-id="${id}"]`);
  if (!message) {
    old?.remove();
    drawEmpty();
    return;
  }
  const previous = inOrder(chat).filter((one) => one.message_id < id).at(-1);
  if (old) {
    old.replaceWith(messageItem(chat, message, previous, actions));
  } else {
    const items = withDay(chat, message, previous);
    items.at(-1).classList.add("new");
    list.append(...items);
  }
  drawEmpty();
  if (isNew && (isFollowing || isAtEnd() || isOwn(chat, message))) toEnd();
  else if (isNew) byId("latest").hidden = false;
  if (!document.hidden) markRead(chat);
}

function withDay(chat, message, previous) {
  const item = messageItem(chat, message, previous, actions);
  const isNewDay = !previous || day(previous.date) !== day(message.date);
  return isNewDay ? [make("li", { class: "day", text: day(message.date) }), item] : [item];
}

function inOrder(chat) {
  return [...chat.messages.values()].sort((a, b) => a.message_id - b.message_id);
}

function isAtEnd() {
  const scroll = byId("scroll");
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
}

/** To the newest message, and to those that come until the reader scrolls away. */
function toEnd(behavior = "instant") {
  isFollowing = true;
  follow(behavior);
  byId("latest").hidden = true;
}

/** The end, or the beginning of the newest message where it does not fit. */
function follow(behavior = "instant") {
  const scroll = byId("scroll");
  const last = byId("messages").lastElementChild;
  const end = scroll.scrollHeight - scroll.clientHeight;
  const isTall = last && last.offsetHeight > scroll.clientHeight - 2 * MARGIN && !last.classList.contains("own");
  scroll.scrollTo({ top: isTall ? Math.min(end, last.offsetTop - scroll.offsetTop - MARGIN) : end, behavior });
}

function jump(id) {
  isFollowing = false;
  const item = byId("messages").querySelector(`[data-id="${id}"]`);
  item?.scrollIntoView({ block: "center", behavior: "smooth" });
}

async function drawEmpty() {
  const chat = store.open;
  const empty = byId("empty");
  empty.hidden = chat.messages.size > 0;
  if (empty.hidden) return;
  const texts = { group: "emptyGroup", editor: "emptyChannel", desk: "emptyDesk" };
  let text = chat.role in texts ? word(texts[chat.role], { bot: store.bot.username }) : undefined;
  if (text === undefined) text = (await look("about", { language: chat.language })).description || word("emptyReader");
  if (chat === store.open) empty.replaceChildren(avatar(chat), make("h2", { text: chat.name }), make("p", { text }));
}
