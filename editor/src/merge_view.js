// Both texts where two windows changed the same lines: each place is chosen, nothing is lost meanwhile.
import { button, h } from "./dom.js";
import { textOf } from "./merge.js";

const AROUND = 1; // settled lines that are shown before and after a place to choose

/** Return the element that shows `parts`; `settled(text)` takes what the person chose. */
export function mergeView(parts, settled) {
  const conflicts = parts.filter((part) => !part.lines);
  const chosen = conflicts.map((part) => part.mine);
  const name = `pw-${Math.random().toString(36).slice(2)}`;
  let number = -1;
  const shown = parts.map((part, at) => {
    if (part.lines) return context(part, at === 0, at === parts.length - 1);
    number += 1;
    return place(part, number, conflicts.length, name, (lines, which) => (chosen[which] = lines));
  });
  const all = (side) => () => settled(textOf(parts, conflicts.map((part) => part[side])));
  const use = button("Use the chosen lines", () => settled(textOf(parts, chosen)), { class: "pw-button pw-primary" });
  const many = conflicts.length === 1 ? "one place" : `${conflicts.length} places`;
  return h(
    "section",
    { class: "pw-merge", "aria-label": "Two versions of this text", tabindex: "-1" },
    h("h2", {}, "This text was changed in another window too"),
    h("p", {}, `Both texts are here, and nothing is lost. They differ in ${many}; choose what should stand.`),
    h("div", { class: "pw-parts" }, shown),
    h(
      "div",
      { class: "pw-row" },
      use,
      button("Keep what I typed here", all("mine"), { class: "pw-button" }),
      button("Keep the other window's text", all("theirs"), { class: "pw-button" }),
    ),
  );
}

function context({ lines, theirs }, first, last) {
  if (theirs) return h("div", { class: "pw-context" }, h("p", { class: "pw-note" }, "From the other window:"), lines.map(lineOf));
  const head = first ? [] : lines.slice(0, AROUND);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - AROUND));
  const hidden = lines.length - head.length - tail.length;
  return h("div", { class: "pw-context" }, head.map(lineOf), hidden > 0 && h("p", { class: "pw-note" }, `⋯ ${hidden} unchanged line${hidden === 1 ? "" : "s"}`), tail.map(lineOf));
}

const lineOf = (line) => h("p", { class: "pw-line", dir: "auto" }, line || "\u00a0");

function place(part, number, many, name, choose) {
  const both = [...part.mine, ...part.theirs];
  const option = (label, lines, checked) => {
    const input = h("input", { type: "radio", name: `${name}-${number}`, checked, onchange: () => choose(lines, number) });
    return h("label", { class: "pw-option" }, input, h("span", { class: "pw-note" }, label), h("span", { class: "pw-version" }, lines.length ? lines.map((line) => h("span", { class: "pw-line", dir: "auto" }, line || "\u00a0")) : h("em", {}, "nothing: these lines are taken out")));
  };
  return h(
    "fieldset",
    { class: "pw-place" },
    h("legend", {}, many === 1 ? "Which should stand?" : `Which should stand? (${number + 1} of ${many})`),
    option("Typed here", part.mine, true),
    option("Saved in the other window", part.theirs, false),
    part.mine.length > 0 && part.theirs.length > 0 && option("Both", both, false),
  );
}
