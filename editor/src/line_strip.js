// Under the text: where the line of the cursor comes from, and what can be done with it.
import { adding } from "./adding.js";
import { button, h, quoted, shortened, unseen } from "./dom.js";

/** The strip. `actions` are a line list's. */
export class LineStrip {
  constructor(actions) {
    this.actions = actions;
    this.element = h("div", { class: "pw-strip" });
  }

  /** Show the line of the cursor; `standing` holds the lists of the brief that a line can be added to. */
  show(entry, standing) {
    const words = entry && this.actions.wordsOf(entry);
    const content = entry ? JSON.stringify([entry.id, entry.kind, entry.label, entry.kind === "own" ? words : ""]) : "";
    if (this.content === content) return;
    this.content = content;
    this.element.replaceChildren(...(entry && standing ? this.parts(entry, shortened(words, 60), standing) : []));
  }

  parts(entry, words, { fields }) {
    const source = h("p", {}, h("span", { class: "pw-quiet" }, "This line: "), quoted(entry.label));
    if (entry.kind === "own") return [source, adding({ fields, suggested: entry.suggested, words, add: (field) => this.actions.add(entry.id, field) })];
    if (entry.kind === "edited" && entry.item.includes(":") && !entry.item.startsWith("heading:"))
      return [source, button(["Put the brief’s words back", unseen(`: ${words}`)], () => this.actions.putBack([entry.item], "The line stands as the brief has it"), { class: "pw-link" })];
    return [source];
  }
}
