// The state of the text at a glance, above the editor: figures, each of which opens what it is made of. No score.
import { button, h, quoted, shortened, unseen } from "./dom.js";
import { pressed } from "./keys.js";
import { sameSaid, SEVERITIES, SEVERITY_NAMES } from "./words.js";

const MEANINGS = {
  error: "Unlawful, impossible or contradictory, or a blank left in: mend these before the posting goes out.",
  warning: "Likely inflated or missing: mend these, or ignore them with a reason.",
  notice: "House rules and matters of style: read them once.",
  info: "Counted for you; nothing needs to be done.",
};
const STATES = { there: "In the text", missing: "Not in the text", ignored: "Not in the text, and somebody accepted that", unchecked: "Not checked" };
const number = (many) => many.toLocaleString("en");

/** The bar. `actions` are {showFinding(id), findings(), insertFor(rule, field), toBrief(field)}. */
export class Glance {
  constructor(actions) {
    this.actions = actions;
    this.figures = new Map(); // key -> {box, button, panel, content}
    this.row = h("div", { class: "pw-figures" });
    this.element = h("section", { class: "pw-glance", "aria-label": "The state of the text" }, this.row);
    this.counts = {};
  }

  listen(signal) {
    document.addEventListener("pointerdown", (event) => this.open && !event.composedPath().includes(this.open.box) && this.close(), { signal });
    this.element.addEventListener("keydown", (event) => {
      if (!pressed(event, "close-figure") || !this.open) return;
      const { button: opener } = this.open;
      this.close();
      opener.focus();
      event.preventDefault();
    }, { signal });
    this.element.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && this.open && !this.open.box.contains(relatedTarget) && this.close(), { signal });
  }

  /** Count the findings anew, each with the line in which it stands: they come while somebody types. */
  showFindings(findings) {
    this.findings = findings;
    const shown = SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity)]).filter(([, found]) => found.length);
    if (!shown.length) shown.push(["none", []]);
    this.put(
      "findings",
      shown.map(([severity, found]) => ({ key: severity, kind: severity, words: severity === "none" ? "Nothing to remark on" : `${number(found.length)} ${SEVERITY_NAMES[severity].toLowerCase()}`, content: () => this.ofSeverity(severity, found) })),
    );
    if (this.told) this.showRest();
  }

  /** Show what was answered when nobody typed. */
  show(answer) {
    this.told = answer;
    this.showRest();
  }

  showRest() {
    const { length, grade, required, law, checked } = this.told;
    const outside = length.words > length.most ? "long" : length.words && length.words < length.least ? "short" : "";
    const hard = grade.figure !== null && grade.figure > grade.most;
    const kept = required.filter(({ state }) => state === "there").length;
    const lost = required.filter(({ state }) => state === "missing").length;
    const needed = law.asked.filter(({ state }) => state === "missing").length;
    this.put("rest", [
      { key: "words", alert: outside, words: `${number(length.words)} word${length.words === 1 ? "" : "s"}${outside && `, ${outside}`}`, content: () => this.ofLength(length) },
      { key: "grade", alert: hard, words: grade.figure === null ? "No grade yet" : `Grade ${grade.figure}${hard ? ", hard to read" : ""}`, content: () => this.ofGrade(grade) },
      { key: "required", alert: lost, words: !required.length ? "No must-haves" : checked ? `Must-haves ${kept} of ${required.length}` : "Must-haves not checked", content: () => this.ofRequired(required) },
      { key: "law", alert: needed, words: !law.place_known ? "Law: no place known" : !checked ? "Law: not checked" : needed ? `Law: ${needed} still needed` : "Law: nothing missing", content: () => this.ofLaw(law) },
    ]);
  }

  /** Put a group of figures in the row; what did not change stays, with the focus on it. */
  put(group, figures) {
    const keys = new Set(figures.map(({ key }) => key));
    for (const [key, figure] of this.figures)
      if (figure.group === group && !keys.has(key)) {
        if (this.open === figure) this.close();
        figure.box.remove();
        this.figures.delete(key);
      }
    let before = null;
    for (const { key, kind, alert, words, content } of figures) {
      const figure = this.figures.get(key) ?? this.figure(group, key, kind);
      figure.content = content;
      if (figure.button.textContent !== words) figure.button.textContent = words;
      figure.button.classList.toggle("pw-alert", Boolean(alert));
      const last = before ?? (group === "findings" ? null : this.lastOf("findings"));
      const place = last ? last.nextSibling : this.row.firstChild;
      if (place !== figure.box) this.row.insertBefore(figure.box, place);
      before = figure.box;
      if (this.open === figure) this.fill(figure);
    }
  }

  lastOf(group) {
    return [...this.figures.values()].filter((figure) => figure.group === group && figure.box.isConnected).map(({ box }) => box).at(-1);
  }

  figure(group, key, kind) {
    const panel = h("div", { class: "pw-panel", hidden: true, id: `pw-figure-${key}`, role: "group", tabindex: "0" });
    const opener = button("", () => (this.open === figure ? this.close() : this.showPanel(figure)), { class: `pw-figure${kind ? ` pw-${kind}` : ""}`, "aria-expanded": "false", "aria-controls": panel.id });
    const figure = { group, box: h("div", { class: "pw-figure-box" }, opener, panel), button: opener, panel, content: null };
    this.figures.set(key, figure);
    return figure;
  }

  showPanel(figure) {
    this.close();
    this.open = figure;
    figure.shown = null;
    this.fill(figure);
    figure.panel.hidden = false;
    figure.button.setAttribute("aria-expanded", "true");
    const most = this.element.clientWidth - figure.panel.offsetWidth;
    figure.panel.style.left = `${Math.max(0, Math.min(figure.button.offsetLeft, most))}px`;
    figure.panel.style.top = `${this.row.offsetHeight + 6}px`;
  }

  fill(figure) {
    const content = h("div", { class: "pw-panel-content" }, figure.content());
    figure.panel.setAttribute("aria-label", figure.button.textContent);
    if (figure.shown === content.innerHTML) return;
    const inside = figure.panel.contains(figure.panel.getRootNode().activeElement);
    figure.shown = content.innerHTML;
    figure.panel.replaceChildren(content);
    if (inside) figure.button.focus();
  }

  close() {
    if (!this.open) return;
    this.open.panel.hidden = true;
    this.open.button.setAttribute("aria-expanded", "false");
    this.open = null;
  }

  // ---- what each is made of

  ofSeverity(severity, found) {
    if (severity === "none") return [h("p", {}, "All rules that the house uses were run over this text, and none has a remark.")];
    return [
      h("p", {}, MEANINGS[severity]),
      h("ul", { class: "pw-made-of" }, sameSaid(found).map((same) => h("li", {}, this.saidOf(same)))),
    ];
  }

  /** Return what is said, once; said of several places, each place leads to its finding. */
  saidOf(same) {
    const words = shortened(same[0].message, 160);
    const to = ({ id }) => () => this.actions.showFinding(id);
    if (same.length === 1) return this.link(words, to(same[0]));
    const places = same.map((finding, at) => [at ? ", " : "", this.link(finding.line ? `line ${finding.line}` : `${at + 1}`, to(finding), `: ${words}`)]);
    return [h("span", {}, quoted(words)), h("div", { class: "pw-quiet" }, `${number(same.length)} times: `, places)];
  }

  ofLength({ words, least, most, why, source }) {
    const outside = words > most ? `, and this text has ${number(words - most)} more` : words < least ? `, and this text has ${number(least - words)} fewer` : "";
    return [h("p", {}, `Usual are ${number(least)} to ${number(most)} words${outside}.`), h("p", { class: "pw-quiet" }, why), h("p", { class: "pw-quiet" }, `Source: ${source}`)];
  }

  ofGrade({ words, arithmetic, most, why, source }) {
    return [
      h("p", {}, words || "There is too little prose to tell: a grade of a few sentences is chance."),
      arithmetic && h("p", {}, `${arithmetic}. It is remarked on above ${most}.`),
      h("p", { class: "pw-quiet" }, why),
      h("p", { class: "pw-quiet" }, `Source: ${source}`),
    ];
  }

  ofRequired(required) {
    if (!required.length)
      return [h("p", {}, "The brief requires nothing of the person yet. What somebody needs on the first day belongs into its must-haves."), this.brief("must_have", "Fill in the must-haves")];
    return [
      h("p", {}, "What the brief requires of the person, and whether the text still asks for it."),
      h("ul", { class: "pw-made-of" }, required.map((each) => h("li", { class: `pw-is-${each.state}` }, state(each.state), quoted(each.text), each.state === "missing" && this.insert("missing/must-have", each.field)))),
    ];
  }

  ofLaw({ place_known: known, places, asked, as_of: asOf }) {
    const lead = known
      ? asked.length
        ? "What the law of the posting’s places wants said in it, and whether the text says it."
        : `No law of the places that are known${places ? ` (${places})` : ""} wants anything said in the posting.`
      : "No place is known, so no law was checked. Say in the brief where the work is done.";
    return [
      h("p", {}, lead),
      !known && this.brief("locations", "Fill in the place"),
      asked.length > 0 &&
        h(
          "ul",
          { class: "pw-made-of" },
          asked.map((each) => {
            const finding = each.state === "missing" && this.findings?.find(({ rule }) => rule === each.rule);
            return h(
              "li",
              { class: `pw-is-${each.state}` },
              state(each.state === "there" ? "there" : each.state, "Nothing missing"),
              `${each.words} `,
              h("span", { class: "pw-quiet" }, `(${each.laws})`),
              finding && h("div", {}, this.link("Show the finding", () => this.actions.showFinding(finding.id), `: ${each.words}`)),
            );
          }),
        ),
      asked.length > 0 && h("details", { class: "pw-why" }, h("summary", {}, "Why these laws apply"), [...new Set(asked.map(({ reasons }) => reasons))].map((reasons) => h("p", {}, reasons))),
      asOf && h("p", { class: "pw-quiet" }, asOf),
    ];
  }

  insert(rule, field) {
    const act = this.actions.insertFor(rule, field);
    return act && h("div", {}, this.link("Insert it", act, ` (${field})`));
  }

  brief(field, words) {
    return h("p", {}, button(words, () => this.actions.toBrief(field), { class: "pw-button" }));
  }

  link(words, act, more = "") {
    return button([quoted(words), unseen(more)], () => (this.close(), act()), { class: "pw-link" });
  }
}

/** Return a state with a sign and in words. */
function state(kind, there = STATES.there) {
  const words = kind === "there" ? there : STATES[kind];
  const sign = kind === "there" ? "✓ " : kind === "missing" ? "! " : "– ";
  return h("span", { class: "pw-is" }, h("span", { "aria-hidden": "true" }, sign), h("span", {}, `${words}: `));
}
