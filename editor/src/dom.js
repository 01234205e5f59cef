// Small helpers to make elements; text is always text, never markup.

/** Return an element; `attributes` may hold `class`, properties such as `hidden`, and listeners as `onclick`. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

/** Return a button that does not send a form. */
export const button = (label, onclick, attributes = {}) => h("button", { type: "button", onclick, ...attributes }, label);

/** Return words that are read out and not drawn. */
export const unseen = (words) => h("span", { class: "pw-unseen" }, words);

/** Return words of a posting, kept apart from the direction of writing around them. */
export const quoted = (words) => h("bdi", {}, words);

/** Return words on one line of at most `most` characters. */
export function shortened(words, most) {
  const line = words.split(/\s+/).join(" ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
