// The help sheet of keyboard shortcuts: a button at the top of every page, a key, and a dialog with the list of
// shortcuts.json. Keys that are pressed alone can be switched off. No library, no build: this file is served as it is.

const KEPT = "postwright.keys-alone"; // in the browser: "off" where keys that are pressed alone do nothing
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES = { Mod: MAC ? "⌘" : "Ctrl", Alt: MAC ? "⌥" : "Alt", Shift: MAC ? "⇧" : "Shift", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };

let sheet = null; // the one on the page

// On the body, so that a key which is switched off does not reach what Streamlit listens to on the document.
document.body.addEventListener("keydown", (event) => sheet?.pressed(event));

export default function mount({ parentElement, data: [data] }) {
  const place = parentElement.querySelector(".shortcuts");
  if (sheet?.place !== place) sheet = new Sheet(place, data);
}

class Sheet {
  constructor(place, { groups, words }) {
    Object.assign(this, { place, groups, words });
    this.shortcuts = groups.flatMap(({ shortcuts }) => shortcuts);
    this.alone = kept();
    this.opener = h("button", { type: "button", class: "opener", "aria-haspopup": "dialog" }, h("span", { class: "unseen" }, `${words.keyboard} `), words.shortcuts);
    this.opener.addEventListener("click", () => this.toggle());
    this.dialog = h("dialog", { "aria-labelledby": "title" });
    this.dialog.addEventListener("close", () => this.dialog.replaceChildren()); // nothing to be found by a search on the page
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    place.replaceChildren(this.opener, this.dialog);
  }

  head() {
    const close = h("button", { type: "button", class: "close" }, this.words.close);
    close.addEventListener("click", () => this.dialog.close());
    return h("div", { class: "head" }, h("h2", { id: "title" }, `${this.words.keyboard} ${this.words.shortcuts.toLowerCase()}`), close);
  }

  group({ title, shortcuts }) {
    const rows = shortcuts.map(({ keys, words }) => h("div", { class: "row" }, h("dt", {}, ...this.keys(keys)), h("dd", {}, words)));
    return h("section", {}, h("h3", {}, title), h("dl", {}, ...rows));
  }

  /** Return the keys of a shortcut as they stand on the keyboard, with "or" between them. */
  keys(keys) {
    const drawn = (key) => h("span", { class: "keys" }, ...key.split("-").map((part) => h("kbd", {}, NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))));
    return keys.flatMap((key, at) => (at ? [` ${this.words.or} `, drawn(key)] : [drawn(key)]));
  }

  switch() {
    const box = h("input", { type: "checkbox" });
    box.checked = this.alone;
    box.addEventListener("change", () => keep((this.alone = box.checked)));
    const keys = this.shortcuts.filter(({ alone }) => alone).map(({ keys: [key] }) => key.toUpperCase());
    return h("label", { class: "switch" }, box, h("span", {}, `${this.words.alone} (${keys.join(", ")})`));
  }

  toggle() {
    if (this.dialog.open) {
      this.dialog.close();
      return;
    }
    this.dialog.replaceChildren(this.head(), ...this.groups.map((group) => this.group(group)), this.switch());
    this.dialog.showModal();
  }

  pressed(event) {
    const shortcut = event.isComposing ? null : this.shortcuts.find((each) => each.keys.some((key) => isPressed(key, event, each.alone)));
    if (!shortcut || (shortcut.alone && isTyped(event))) return;
    if (shortcut.alone && !this.alone) event.stopPropagation();
    else if (shortcut.id.startsWith("sheet")) {
      event.preventDefault();
      this.toggle();
    }
  }
}

/** Return whether an event is this key, with Ctrl or ⌘ where the key says so; "?" may need Shift, and "/" too. */
function isPressed(key, event, alone) {
  if (alone) return event.key.toLowerCase() === key && !event.ctrlKey && !event.metaKey && !event.altKey;
  return key === `Mod-${event.key}` && (MAC ? event.metaKey : event.ctrlKey) && !event.altKey;
}

/** Return whether a key is a letter of what somebody writes. */
function isTyped(event) {
  const [field] = event.composedPath();
  return field.isContentEditable || field.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button])");
}

function kept() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

function keep(alone) {
  try {
    localStorage.setItem(KEPT, alone ? "on" : "off");
  } catch {
    // it holds until the page is closed
  }
}

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
