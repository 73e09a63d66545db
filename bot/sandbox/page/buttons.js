// What pressing a button under a message does, and what the bot answers to it.

import { act } from "./backend.js";
import { alertBox, copy, toast } from "./dom.js";
import { store } from "./store.js";
import { word } from "./words.js";

const PATIENCE_MILLISECONDS = 10_000;

const pressed = new Map();
let fill = () => {};

/** `on.fill(text)` puts a text into the composer. */
export function prepareButtons(on) {
  fill = on.fill;
}

/** A button that is no link has been pressed. */
export async function pressButton(message, button, node) {
  if (button.copy_text) {
    await copy(button.copy_text.text, word("copied"));
  } else if (button.switch_inline_query_current_chat !== undefined) {
    fill(`@${store.bot.username} ${button.switch_inline_query_current_chat}`);
  } else if (button.switch_inline_query !== undefined) {
    fill(`@${store.bot.username} ${button.switch_inline_query}`);
  } else if (button.callback_data !== undefined) {
    await callBack(message, button, node);
  }
}

async function callBack(message, button, node) {
  const chat = store.open;
  node.setAttribute("aria-busy", "true");
  const rest = () => node.removeAttribute("aria-busy");
  setTimeout(rest, PATIENCE_MILLISECONDS);
  try {
    const order = { user: chat.user, chat: chat.chat, message_id: message.message_id, data: button.callback_data };
    const { id } = await act("press", order);
    if (early.delete(id)) rest();
    else pressed.set(id, rest);
  } catch (problem) {
    rest();
    toast(problem.message);
  }
}

const early = new Set();

/** The bot has answered a press. */
export function pressAnswered({ query, user, chat, answer }) {
  const rest = pressed.get(query);
  if (rest) rest();
  else early.add(query);
  pressed.delete(query);
  if (!answer.text || store.open?.chat !== chat || store.open.user !== user) return;
  if (answer.show_alert) alertBox(answer.text);
  else toast(answer.text);
}
