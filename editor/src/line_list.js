// The lines beside the text: what the brief says and the text no longer does, own and edited lines, and all the others.
import { adding } from "./adding.js";
import { button, h, quoted, shortened, unseen } from "./dom.js";

const LONGEST = 140;

/** The list. `actions` are {putBack(items, done), add(id, field), goTo(id), wordsOf(entry), lineOf(position)}. */
export class LineList {
  constructor(actions) {
    this.actions = actions;
    this.element = h("div", { class: "pw-lines" }, h("p", { class: "pw-quiet" }, "Where each line comes from appears here in a moment."));
  }

  /** Return how many lines want a look: taken out, or of one's own. */
  show(entries, { taken_out: takenOut, fields }, { imported }) {
    const words = entries.map((entry) => this.actions.wordsOf(entry));
    const content = JSON.stringify([takenOut, words, entries.map(({ label }) => label)]);
    this.entries = entries;
    for (const entry of entries) if (this.places?.[entry.id]) this.places[entry.id].textContent = `Line ${this.actions.lineOf(entry.from)}`;
    if (this.content === content) return;
    this.content = content;
    this.places = {};
    const active = this.element.getRootNode().activeElement;
    const key = this.element.contains(active) ? active.dataset.key : null;
    const of = (kind) => entries.filter((entry) => entry.kind === kind);
    this.element.replaceChildren(
      ...[
        imported && h("p", { class: "pw-quiet" }, "This text was imported, so no line of it was drafted from the brief. The step Brief offers all that was read in it; a single line is added here. The text stays as it is."),
        this.takenOut(takenOut),
        this.group("Your own lines", of("own"), (entry) => adding({ fields, suggested: entry.suggested, words: shortened(this.actions.wordsOf(entry), 60), add: (field) => this.actions.add(entry.id, field) }), "No entry of the brief and no house text says these. Add what is a fact of the job to the brief, so that every form of the posting has it."),
        this.group("Edited by you", of("edited"), (entry) =>
          entry.item.includes(":") && !entry.item.startsWith("heading:")
            ? h("div", { class: "pw-row" }, button(["Put the brief’s words back", unseen(`: ${shortened(this.actions.wordsOf(entry), 60)}`)], () => this.actions.putBack([entry.item], "The line stands as the brief has it"), { class: "pw-button", "data-key": `edited:${entry.item}` }))
            : null, "They stay as they are when the brief changes."),
        !entries.length && h("p", {}, imported ? "The text is empty. Paste the posting, or write it: each line is listed here." : "The text has no line yet. Fill in the brief: each field becomes a line, and here stands where it comes from. What you write yourself is listed here too."),
        entries.length > 0 && !takenOut.length && !of("own").length && !of("edited").length && !of("blank").length && h("p", { class: "pw-all-known" }, "Every line comes from the brief or from a house text, and none is missing."),
        this.group("Blanks to fill in", of("blank"), () => null, "The posting cannot go out with them. Type over each, or fill in the field of the brief."),
        this.rest(of("drafted")),
      ].filter(Boolean),
    );
    if (key) (this.element.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? this.element.querySelector("button"))?.focus();
  }

  takenOut(lines) {
    if (!lines.length) return null;
    const all = lines.length > 1 && button(lines.length === 2 ? "Put both back" : `Put all ${lines.length} back`, () => this.actions.putBack(lines.map(({ item }) => item), `Put ${lines.length} lines back`), { class: "pw-button", "data-key": "all" });
    return h(
      "section",
      { class: "pw-group", "aria-label": "The brief says it, the text no longer does" },
      h("h3", {}, "The brief says it, the text no longer does"),
      h(
        "ul",
        { class: "pw-line-items" },
        lines.map(({ item, text, label }) =>
          h(
            "li",
            {},
            h("p", {}, quoted(shortened(text, LONGEST))),
            h("p", { class: "pw-quiet" }, quoted(label)),
            h("div", { class: "pw-row" }, button(["Put back", unseen(`: ${shortened(text, 60)}`)], () => this.actions.putBack([item], `Put “${shortened(text, 60)}” back`), { class: "pw-button", "data-key": `out:${item}` })),
          ),
        ),
      ),
      all,
    );
  }

  group(title, entries, actionsOf, note) {
    if (!entries.length) return null;
    return h(
      "section",
      { class: "pw-group", "aria-label": title },
      h("h3", {}, title, h("span", { class: "pw-quiet" }, ` (${entries.length})`)),
      h("p", { class: "pw-quiet" }, note),
      h("ul", { class: "pw-line-items" }, entries.map((entry) => h("li", { class: `pw-of-${entry.kind}` }, this.line(entry), !["own", "blank"].includes(entry.kind) && h("p", { class: "pw-quiet" }, quoted(entry.label)), actionsOf(entry)))),
    );
  }

  line(entry) {
    const place = (this.places[entry.id] = h("span", { class: "pw-where" }, `Line ${this.actions.lineOf(entry.from)}`));
    return button([h("span", { class: "pw-title" }, quoted(shortened(this.actions.wordsOf(entry), LONGEST))), place], () => this.actions.goTo(entry.id), {
      class: "pw-line-head",
      title: "Go to this line",
      "data-key": `line:${entry.id}`,
    });
  }

  rest(entries) {
    if (!entries.length) return null;
    return h(
      "details",
      { class: "pw-group" },
      h("summary", {}, `From the brief and the house (${entries.length})`),
      h("ul", { class: "pw-line-items" }, entries.map((entry) => h("li", {}, this.line(entry), h("p", { class: "pw-quiet" }, quoted(entry.label))))),
    );
  }
}
