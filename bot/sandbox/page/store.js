// What the page knows: chats with their messages, which is open, what is unread.

import { look, runName } from "./backend.js";

const KEPT = 1500;
const READ = "storyline-read";

/** `chats` in the order of the list; `open` is the open one or null; `bot` is the bot's account. */
export const store = { chats: [], open: null, bot: null };

/** Reads everything anew. */
export async function load() {
  const [bot, seats, states] = await Promise.all([look("bot"), look("seats"), look("chats")]);
  store.bot = bot;
  const read = readMarks();
  const chats = await Promise.all(
    seats.map(async (seat) => {
      const state = states.find((chat) => chat.id === seat.chat);
      const messages = await look("messages", { chat: seat.chat, last: KEPT });
      return {
        ...seat,
        state,
        messages: new Map(messages.map((message) => [message.message_id, message])),
        read: read[seat.chat] ?? 0,
        typingUntil: 0,
      };
    }),
  );
  store.chats = chats;
  store.open = chats.find((chat) => chat.chat === store.open?.chat) ?? null;
}

/** The chat with this id, if it is on the list. */
export function chatOf(id) {
  return store.chats.find((chat) => chat.chat === id);
}

/** Reads anew how the bot stands in the chats. */
export async function loadStates() {
  const states = await look("chats");
  for (const chat of store.chats) chat.state = states.find((state) => state.id === chat.chat) ?? chat.state;
}

/** Whether the person of this chat wrote the message. */
export function isOwn(chat, message) {
  if (chat.role === "editor") return true;
  return message.from?.id === chat.user;
}

/** Whether the chat is one person's with the bot. */
export function isPrivate(chat) {
  return chat.role === "reader" || chat.role === "desk";
}

/** How many messages of others came since the chat was last looked at. */
export function unread(chat) {
  let count = 0;
  for (const [id, message] of chat.messages) if (id > chat.read && !isOwn(chat, message)) count += 1;
  return count;
}

/** The newest message, or undefined. */
export function newest(chat) {
  return chat.messages.get(Math.max(...chat.messages.keys()));
}

/** All of the chat has been seen. */
export function markRead(chat) {
  chat.read = Math.max(chat.read, ...chat.messages.keys());
  const marks = readMarks();
  marks[chat.chat] = chat.read;
  localStorage.setItem(READ, JSON.stringify({ run: runName(), marks }));
}

function readMarks() {
  try {
    const kept = JSON.parse(localStorage.getItem(READ));
    return kept.run === runName() ? kept.marks : {};
  } catch {
    return {};
  }
}

/** The private chat in which the person of `chat` speaks with the bot. */
export function privateChat(chat) {
  return chatOf(chat.user) ?? store.chats.find((one) => one.role === "reader");
}
