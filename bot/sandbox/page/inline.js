// Inline mode: typing after the bot's name, in any chat.

import { act, look } from "./backend.js";
import { toast } from "./dom.js";
import { store } from "./store.js";
import { word } from "./words.js";

const PAUSE_MILLISECONDS = 160;
const PATIENCE_MILLISECONDS = 5000;
const KINDS = { reader: "sender", group: "supergroup", editor: "channel", desk: "sender" };

const waiting = new Map();
let openPrivately = () => {};

/** `open(parameter)` opens the private chat with the bot and starts it with that parameter. */
export function prepareInline(open) {
  openPrivately = open;
}

/** What is asked in inline mode, null where the text is no inline query. */
export function inlineText(text) {
  const name = `@${store.bot.username} `.toLowerCase();
  return text.toLowerCase().startsWith(name) ? text.slice(name.length) : null;
}

/** An inline query has been answered. */
export function inlineAnswered(id) {
  waiting.get(id)?.();
}

/**
 * The results as options ({title, text, act}), null where typing has gone on meanwhile. `still()` says whether it has
 * not, `done()` is called when a result has been sent.
 */
export async function typeInline(text, { still, done }) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  if (!still()) return null;
  const chat = store.open;
  const { id } = await act("inline", { user: chat.user, text, chat_kind: KINDS[chat.role] });
  await answered(id);
  if (!still()) return null;
  const { answer } = await look("queries", { id });
  if (answer === null) return [];
  const results = answer.results.map((result) => ({
    title: result.title ?? result.id,
    text: result.description ?? "",
    act: async () => {
      done();
      try {
        await act("choose", { query: id, result: result.id, chat: chat.chat });
      } catch (problem) {
        toast(problem.message);
      }
    },
  }));
  if (answer.button?.start_parameter !== undefined) {
    const parameter = answer.button.start_parameter;
    results.unshift({ title: answer.button.text, text: "", act: () => (done(), openPrivately(parameter)) });
  }
  return results.length ? results : [{ title: word("inlineEmpty"), text: "", act: done }];
}

async function answered(id) {
  const { answer } = await look("queries", { id });
  if (answer !== null) return;
  await new Promise((resolve) => {
    waiting.set(id, resolve);
    setTimeout(resolve, PATIENCE_MILLISECONDS);
  });
  waiting.delete(id);
}
