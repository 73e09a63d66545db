// Buttons under a message.

import { make, webAddress } from "./dom.js";
import { word } from "./words.js";

/** The buttons, or null. `press(button, node)` is called for all that are no links, `link(url)` for those that are. */
export function keyboard(markup, press, link) {
  const rows = markup?.inline_keyboard;
  if (!rows?.length) return null;
  const shown = rows.map((row) =>
    make("div", { class: "buttons-row" }, ...row.map((button) => inlineButton(button, press, link))),
  );
  return make("div", { class: "buttons" }, ...shown);
}

function inlineButton(button, press, link) {
  if (button.url !== undefined) return linkButton(button, link);
  const node = make("button", { class: "inline-button", type: "button", text: button.text });
  node.addEventListener("click", () => press(button, node));
  return node;
}

function linkButton(button, link) {
  const url = webAddress(button.url);
  if (url === null) return make("span", { class: "inline-button", text: button.text });
  const press = (event) => {
    if (link(url)) event.preventDefault();
  };
  const node = make("a", {
    class: "inline-button",
    href: url.href,
    target: "_blank",
    rel: "noopener noreferrer",
    text: button.text,
    on: { click: press },
  });
  node.append(make("span", { class: "kind", title: word("openLink"), "aria-hidden": "true", text: "↗" }));
  return node;
}
