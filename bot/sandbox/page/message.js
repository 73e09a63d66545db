// One message as a list item.

import { pictureAddress } from "./backend.js";
import { keyboard } from "./keyboard.js";
import { make } from "./dom.js";
import { richText } from "./richtext.js";
import { isOwn, isPrivate } from "./store.js";
import { clock, word } from "./words.js";

const TOGETHER_SECONDS = 300;
const MEDIA = ["sticker", "voice", "document", "location"];

/** What the message says, without its formatting; the name of its medium where it says nothing. */
export function plainText(message) {
  const medium = ["photo", ...MEDIA].find((kind) => kind in message);
  return message.text ?? message.caption ?? (medium ? word(medium) : "");
}

/** Who wrote it. */
export function senderName(chat, message) {
  if (message.sender_chat) return message.sender_chat.title;
  if (message.from?.id === chat.user) return word("you");
  return message.from?.first_name ?? "";
}

/** The list item; `previous` is the message above it. `on` holds what the room does: command, link, menu, jump, button. */
export function messageItem(chat, message, previous, on) {
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) {
    return make("li", { class: "service", data: { id: message.message_id }, text: "→" });
  }
  const own = isOwn(chat, message) && chat.role !== "editor";
  const isFirst = !previous || senderKey(previous) !== senderKey(message) || message.date - previous.date > TOGETHER_SECONDS;
  const classes = ["message", own ? "own" : "", isFirst ? "first" : ""].join(" ").trim();
  return make(
    "li",
    { class: classes, data: { id: message.message_id } },
    bubble(chat, message, isFirst && !own, on),
    keyboard(message.reply_markup, (button, node) => on.button(message, button, node), on.link),
    reactions(message),
  );
}

function senderKey(message) {
  return message.sender_chat?.id ?? message.from?.id;
}

function bubble(chat, message, isNamed, on) {
  const shownName = isNamed && !isPrivate(chat);
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const more = make("button", {
    class: "more",
    type: "button",
    "aria-label": word("more"),
    "aria-haspopup": "menu",
    text: "⋯",
    on: { click: (event) => on.menu(message, event.currentTarget) },
  });
  return make(
    "div",
    { class: "bubble" },
    more,
    shownName ? make("span", { class: "sender", text: senderName(chat, message) }) : null,
    replied(chat, message.reply_to_message, on),
    picture(message),
    medium(message),
    text ? make("div", { class: "body", dir: "auto" }, ...richText(text, entities, on)) : null,
    meta(message),
  );
}

function replied(chat, message, on) {
  if (!message) return null;
  return make(
    "button",
    { class: "replied", type: "button", on: { click: () => on.jump(message.message_id) } },
    make("strong", { text: senderName(chat, message) }),
    make("span", { text: plainText(message) }),
  );
}

function picture(message) {
  const size = message.photo?.at(-1);
  if (!size) return null;
  return make("img", {
    class: "picture",
    src: pictureAddress(size.file_id),
    alt: message.caption ?? word("photo"),
    loading: "lazy",
  });
}

function medium(message) {
  const kind = MEDIA.find((name) => name in message);
  return kind ? make("span", { class: "media", text: `${message.sticker?.emoji ?? "◦"} ${word(kind)}` }) : null;
}

function meta(message) {
  const via = message.via_bot ? make("span", { text: `via @${message.via_bot.username}` }) : null;
  const edited = message.edit_date ? make("span", { text: word("edited") }) : null;
  const time = make("time", { text: clock(message.date), datetime: new Date(message.date * 1000).toISOString() });
  return make("span", { class: "meta" }, via, edited, time);
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  const counts = new Map();
  for (const { emoji } of message.reactions) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  const shown = [...counts].map(([emoji, count]) =>
    make("span", { class: "reaction", text: count > 1 ? `${emoji} ${count}` : emoji }),
  );
  return make("div", { class: "reactions" }, ...shown);
}
