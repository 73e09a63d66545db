// Starts the page and leads events to where they belong.

import { prepareAttachments } from "./attachments.js";
import { act, listen, look } from "./backend.js";
import { pressAnswered, pressButton, prepareButtons } from "./buttons.js";
import { drawChats } from "./chatlist.js";
import { changeDraft, prepareComposer, put, sendText } from "./composer.js";
import { byId, toast } from "./dom.js";
import { drawDrawer, prepareDrawer, refreshDrawer } from "./drawer.js";
import { inlineAnswered, prepareInline } from "./inline.js";
import { openMenu, prepareMenu } from "./messagemenu.js";
import { drawHead, drawRoom, drawStatus, placeMessage, prepareRoom } from "./room.js";
import { chatOf, load, loadStates, markRead, privateChat, store } from "./store.js";
import { prepareSuggestions } from "./suggestions.js";
import { language, switchLanguage, translateDocument, word } from "./words.js";

const TYPING_MILLISECONDS = 5000;
const READY_CHECK_MILLISECONDS = 200;
const LAST_CHAT = "storyline-chat";
let isDrawing = false;

const isNarrow = matchMedia("(max-width: 720px)");

function openChat(chat) {
  const left = store.open;
  store.open = chat;
  sessionStorage.setItem(LAST_CHAT, String(chat.chat));
  byId("app").dataset.view = "room";
  if (left !== chat) changeDraft(left, chat);
  drawRoom();
  drawChats(openChat);
  if (!isNarrow.matches) byId(byId("start").hidden ? "text" : "start").focus({ preventScroll: true });
}

/** Links to this bot stay here: they open the private chat and start the bot with their parameter. */
function followLink(url) {
  const isBot = url.hostname === "t.me" && url.pathname.slice(1).toLowerCase() === store.bot.username.toLowerCase();
  if (!isBot) return false;
  startPrivately(url.searchParams.get("start") ?? "");
  return true;
}

function startPrivately(parameter) {
  const chat = privateChat(store.open);
  openChat(chat);
  sendText(`/start ${parameter}`.trim(), chat);
}

function messageEvent({ kind, chat: id, message_id: number, message }) {
  const chat = chatOf(id);
  if (!chat) return;
  if (message) chat.messages.set(number, message);
  else chat.messages.delete(number);
  if (kind === "message") chat.typingUntil = 0;
  if (chat === store.open) {
    placeMessage(chat, number, message, kind === "message");
    drawStatus();
  }
  drawChatsSoon();
}

/** Draws the list of chats once for all that happens before the next frame. */
function drawChatsSoon() {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    drawChats(openChat);
  });
}

function typingEvent({ chat: id }) {
  const chat = chatOf(id);
  if (!chat) return;
  chat.typingUntil = Date.now() + TYPING_MILLISECONDS;
  if (chat === store.open) drawStatus();
  setTimeout(() => store.open && drawStatus(), TYPING_MILLISECONDS + 50);
}

async function statesEvent() {
  await loadStates();
  if (store.open) drawHead();
}

const EVENTS = {
  message: messageEvent,
  edited: messageEvent,
  reaction: messageEvent,
  deleted: messageEvent,
  typing: typingEvent,
  callback: pressAnswered,
  inline: ({ query }) => inlineAnswered(query),
  member: statesEvent,
  call: refreshDrawer,
  update: refreshDrawer,
};

async function startAgain() {
  await load();
  const wanted = sessionStorage.getItem(LAST_CHAT);
  const chat = store.open ?? chatOf(Number(wanted)) ?? (isNarrow.matches ? null : store.chats[0]);
  translateDocument();
  drawDrawer();
  if (chat) openChat(chat);
  else drawChats(openChat);
  showReady();
}

async function showReady() {
  const { ready } = await look("bot");
  byId("lamp").dataset.state = ready ? "ready" : "waiting";
  byId("connection").textContent = word(ready ? "ready" : "waiting");
  document.documentElement.dataset.ready = String(ready);
  if (!ready) setTimeout(showReady, READY_CHECK_MILLISECONDS);
}

function prepareHead() {
  byId("back").addEventListener("click", () => {
    byId("app").dataset.view = "list";
    sessionStorage.removeItem(LAST_CHAT);
    if (isNarrow.matches) store.open = null;
    drawChats(openChat);
  });
  byId("start").addEventListener("click", () => sendText("/start"));
  byId("block").addEventListener("click", async () => {
    await act("chat", { chat: store.open.chat, change: "block" });
    await statesEvent();
  });
  byId("language").addEventListener("click", () => {
    switchLanguage();
    translateDocument();
    drawDrawer();
    drawChats(openChat);
    if (store.open) drawRoom();
    showReady();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !store.open) return;
    markRead(store.open);
    drawChats(openChat);
  });
}

document.documentElement.lang = language();
prepareHead();
prepareRoom({ command: (text) => sendText(text), link: followLink, menu: openMenu, button: pressButton });
prepareComposer();
prepareSuggestions({ fill: put, send: sendText });
prepareInline(startPrivately);
prepareButtons({ fill: (text) => (put(text), byId("text").focus()) });
prepareAttachments();
prepareMenu();
prepareDrawer();
listen({
  told: (event) => EVENTS[event.kind]?.(event),
  opened: () => startAgain().catch((problem) => toast(problem.message)),
  lost: () => {
    byId("lamp").dataset.state = "gone";
    byId("connection").textContent = word("gone");
  },
});
