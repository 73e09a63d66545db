// Making elements. Data only ever becomes text or attributes, never markup.

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * A new element. In `details`: `class`, `text`, `data` (an object), `on` (an object of listeners); the rest are attributes,
 * left out where they are null or false.
 */
export function make(tag, details = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(details)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A short message at the foot of the page. */
export function toast(text, seconds = 4) {
  const node = make("div", { class: "toast", text });
  byId("toasts").append(node);
  setTimeout(() => node.remove(), seconds * 1000);
}

/** A message that waits for OK. */
export function alertBox(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

/** Copies a text and says so. */
export async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch (error) {
    toast(String(error));
  }
}

/** The address if it is a plain web address, else null: no other scheme ever becomes a link. */
export function webAddress(text) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}

/** `listener`, called once after calls have ceased for so many milliseconds. */
export function debounce(milliseconds, listener) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => listener(...values), milliseconds);
  };
}
