// Where one writes: sending, answering, changing.

import { act } from "./backend.js";
import { byId, toast } from "./dom.js";
import { plainText, senderName } from "./message.js";
import { isOwn, store } from "./store.js";
import { handleKey, suggest, suggestionsAreOpen } from "./suggestions.js";
import { word } from "./words.js";

let replyTo = null;
let editing = null;
const drafts = new Map();

/** Wires the composer. */
export function prepareComposer() {
  const text = byId("text");
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  text.addEventListener("input", () => {
    fit();
    suggest(text.value);
  });
  text.addEventListener("keydown", pressKey);
  byId("context-cancel").addEventListener("click", leaveContext);
}

function pressKey(event) {
  if (handleKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape") {
    leaveContext();
  } else if (event.key === "ArrowUp" && byId("text").value === "" && !suggestionsAreOpen()) {
    const own = [...store.open.messages.values()].filter((message) => isOwn(store.open, message) && !message.via_bot);
    if (own.length) {
      event.preventDefault();
      startEditing(own.at(-1));
    }
  }
}

async function submit() {
  const text = byId("text").value.trim();
  if (!text || !store.open) return;
  const order = { user: store.open.user, chat: store.open.chat, text };
  const [changed, answered] = [editing, replyTo];
  put("");
  leaveContext();
  try {
    if (changed !== null) await act("edit", { ...order, message_id: changed });
    else await act("say", answered === null ? order : { ...order, reply_to: answered });
  } catch (problem) {
    toast(problem.message);
    put(text);
  }
}

/** Sends a text in the open chat, as if it had been typed. */
export async function sendText(text, chat = store.open) {
  try {
    await act("say", { user: chat.user, chat: chat.chat, text });
  } catch (problem) {
    toast(problem.message);
  }
}

/** Puts a text into the composer. */
export function put(text) {
  byId("text").value = text;
  fit();
  suggest(text);
}

/** Remembers what was being written in the chat that is left, and takes up what was in the one that opens. */
export function changeDraft(left, opened) {
  if (left) drafts.set(left.chat, byId("text").value);
  leaveContext();
  put(drafts.get(opened.chat) ?? "");
}

/** The next message answers this one. */
export function startReply(message) {
  leaveContext();
  replyTo = message.message_id;
  showContext(word("replyTo", { name: senderName(store.open, message) }), plainText(message));
}

/** The next sending changes this message. */
export function startEditing(message) {
  leaveContext();
  editing = message.message_id;
  showContext(word("editing"), plainText(message));
  put(message.text ?? message.caption ?? "");
}

function showContext(title, quotation) {
  byId("context-title").textContent = title;
  byId("context-quote").textContent = quotation;
  byId("context").hidden = false;
  byId("text").focus();
}

function leaveContext() {
  if (editing !== null) put("");
  replyTo = null;
  editing = null;
  byId("context").hidden = true;
}

function fit() {
  const text = byId("text");
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}
