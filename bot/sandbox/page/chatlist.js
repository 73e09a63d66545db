// The list of chats on the left.

import { byId, make } from "./dom.js";
import { plainText } from "./message.js";
import { newest, store, unread } from "./store.js";
import { clock, word } from "./words.js";

/** Draws the list; `open(chat)` is called for a pressed one. */
export function drawChats(open) {
  const list = byId("chats");
  const focused = document.activeElement?.closest?.(".chat")?.dataset.chat;
  list.replaceChildren(...store.chats.map((chat, index) => make("li", {}, line(chat, index, open))));
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
  const count = store.chats.reduce((sum, chat) => sum + unread(chat), 0);
  document.title = count ? `(${count}) Storyline · demo` : "Storyline · demo";
}

function line(chat, index, open) {
  const last = newest(chat);
  const count = unread(chat);
  return make(
    "button",
    {
      class: "chat",
      type: "button",
      data: { chat: chat.chat, role: chat.role },
      "aria-current": String(chat === store.open),
      on: { click: () => open(chat) },
    },
    avatar(chat, index),
    make("span", { class: "chat-name" }, make("span", { text: chat.name }), make("span", { class: "chat-as", text: asWhom(chat, true) })),
    make("span", { class: "chat-time", text: last ? clock(last.date) : "" }),
    make("span", { class: "chat-last", text: last ? plainText(last).replace(/\s+/g, " ") : word("nothingYet") }),
    count ? make("span", { class: "unread", text: String(count), "aria-label": word("unread", { count }) }) : null,
  );
}

/** The round picture of a chat. */
export function avatar(chat, index = store.chats.indexOf(chat)) {
  const letters = { reader: "S", group: "NF", editor: "AI", desk: "S" };
  return make("span", { class: "avatar", data: { tint: String(index) }, "aria-hidden": "true", text: letters[chat.role] });
}

/** As whom the visitor writes there; in short, without the language. */
export function asWhom(chat, isShort = false) {
  const name = chat.state?.first_name ?? store.chats[0]?.state?.first_name ?? "";
  if (chat.role === "desk") return word("asDesk");
  if (chat.role === "editor") return word("asEditor");
  if (chat.role === "group") return word("asGroup", { name });
  return word(chat.language === "uk" && !isShort ? "asReaderUk" : "asReader", { name });
}
