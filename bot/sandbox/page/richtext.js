// A text with Telegram's entities as elements. Offsets are UTF-16 units, as JavaScript counts.

import { make, webAddress } from "./dom.js";
import { word } from "./words.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
};

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

/**
 * The text as a list of nodes. `on.command(text)` is called for a pressed command, `on.link(url)` for a pressed link and
 * says whether it has taken care of it.
 */
export function richText(text, entities, on) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, 0, text.length, sorted, on);
}

function nodes(text, begin, end, entities, on) {
  const made = [];
  let at = begin;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    index += 1;
    if (to <= from) continue;
    const inner = [];
    while (index < entities.length && entities[index].offset < to) inner.push(entities[index++]);
    if (from > at) made.push(text.slice(at, from));
    const isLiteral = entity.type === "code" || entity.type === "pre";
    made.push(element(entity, text.slice(from, to), nodes(text, from, to, isLiteral ? [] : inner, on), on));
    at = to;
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1; // a block ends its line by itself
  }
  if (at < end) made.push(text.slice(at, end));
  return made;
}

function element(entity, shown, children, on) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children, on);
    case "url":
      return link(shown, children, on);
    case "email":
    case "mention":
    case "hashtag":
    case "text_mention":
      return make("span", { class: entity.type === "hashtag" ? "hashtag" : "mention" }, ...children);
    case "bot_command":
      return make("button", { class: "command", type: "button", on: { click: () => on.command(shown) } }, ...children);
    case "spoiler":
      return spoiler(children);
    case "blockquote":
      return make("span", { class: "quotation", role: "blockquote" }, ...children);
    case "expandable_blockquote":
      return expandable(children, shown);
    default:
      return make(TAGS[entity.type] ?? "span", {}, ...children);
  }
}

function link(address, children, on) {
  const url = webAddress(address);
  if (url === null) return make("span", {}, ...children);
  const press = (event) => {
    if (on.link(url)) event.preventDefault();
  };
  return make(
    "a",
    { href: url.href, target: "_blank", rel: "noopener noreferrer", on: { click: press } },
    ...children,
  );
}

function spoiler(children) {
  const node = make(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-pressed": "false", "aria-label": word("spoiler") },
    ...children,
  );
  const show = () => {
    node.setAttribute("aria-pressed", "true");
    node.removeAttribute("aria-label");
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") show();
  });
  return node;
}

function expandable(children, shown) {
  const node = make("span", { class: "quotation", role: "blockquote" }, ...children);
  if (shown.length < 160 && shown.split("\n").length <= 3) return node;
  const fold = make("button", { class: "fold", type: "button" });
  const set = (folded) => {
    node.dataset.fold = folded ? "folded" : "open";
    fold.textContent = folded ? "▾" : "▴";
    fold.setAttribute("aria-expanded", String(!folded));
    fold.setAttribute("aria-label", word(folded ? "showMore" : "showLess"));
  };
  fold.addEventListener("click", () => set(node.dataset.fold === "open"));
  node.append(fold);
  set(true);
  return node;
}
