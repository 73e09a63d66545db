// Files that are dropped on a chat or attached: pictures are sent, page texts are published in the channel.

import { act } from "./backend.js";
import { byId, toast } from "./dom.js";
import { store } from "./store.js";
import { put } from "./composer.js";
import { word } from "./words.js";

const LARGEST_BYTES = 9_000_000;

/** Wires dropping and attaching. */
export function prepareAttachments() {
  const room = byId("room");
  let depth = 0;
  const show = (shown) => {
    byId("drop").hidden = !shown || !store.open;
    if (shown && store.open) byId("drop-text").textContent = word(store.open.role === "editor" ? "dropEditor" : "drop");
  };
  room.addEventListener("dragenter", () => show(++depth > 0));
  room.addEventListener("dragleave", () => show(--depth > 0));
  room.addEventListener("dragover", (event) => event.preventDefault());
  room.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    show(false);
    takeFile(event.dataTransfer.files[0]);
  });
  byId("file").addEventListener("change", (event) => {
    takeFile(event.target.files[0]);
    event.target.value = "";
  });
}

async function takeFile(file) {
  const chat = store.open;
  if (!file || !chat) return;
  if (file.size > LARGEST_BYTES) {
    toast(word("tooLarge"));
    return;
  }
  try {
    if (file.type.startsWith("image/")) await sendPicture(chat, file);
    else if (chat.role === "editor") await publish(chat, file);
    else toast(word("drop"));
  } catch (problem) {
    toast(problem.message, 8);
  }
}

async function sendPicture(chat, file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let raw = "";
  for (let at = 0; at < bytes.length; at += 32768) raw += String.fromCharCode(...bytes.subarray(at, at + 32768));
  const text = byId("text").value.trim();
  put("");
  await act("say", { user: chat.user, chat: chat.chat, text, photo: btoa(raw) });
}

async function publish(chat, file) {
  toast(word("publishing"), 2);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let raw = "";
  for (let at = 0; at < bytes.length; at += 32768) raw += String.fromCharCode(...bytes.subarray(at, at + 32768));
  await act("publish", { chat: chat.chat, name: file.name, content: btoa(raw) });
  toast(word("published"));
}
