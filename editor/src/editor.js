// One editor on a page: the text, what is said of it, whether it is saved, and where windows disagree.
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView, keymap, placeholder, tooltips } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap, undo } from "@codemirror/commands";
import { deleteMarkupBackward, insertNewlineContinueMarkup, markdownLanguage } from "@codemirror/lang-markdown";
import { adding } from "./adding.js";
import { call, problemOf } from "./api.js";
import { card } from "./card.js";
import { changes } from "./diff.js";
import { h, shortened, unseen } from "./dom.js";
import { Glance } from "./glance.js";
import { LineList } from "./line_list.js";
import { LineStrip } from "./line_strip.js";
import { lineAt, lines, linesField, linesOf, plainWords, showLines } from "./lines.js";
import { Linter } from "./linting.js";
import { look } from "./look.js";
import { entriesIn, entriesOf, entryIn, findingsField, goTo, lookAt, marks, show, unpin } from "./marks.js";
import { mergeView } from "./merge_view.js";
import { Saver } from "./saver.js";
import { SideList } from "./side_list.js";
import { Standing } from "./standing.js";
import { Tabs } from "./tabs.js";
import { countsInWords, SEVERITY_NAMES } from "./words.js";

const fromElsewhere = Annotation.define(); // a change that nobody typed here
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g; // as the server leaves them out
const TELL_AFTER = 1_200; // ms without a key, before counts are read out
const HEADER = 64; // px at the top of the window that Streamlit's navigation covers
const PAGE_AFTER = 900; // ms without a key, before the rest of the page follows

const clock = { set: (run, ms) => setTimeout(run, ms), clear: (id) => clearTimeout(id), now: () => performance.now() };

export class Editor {
  constructor(args, { copies, known }) {
    const { data } = args;
    Object.assign(this, { args, copies, known, posting: data.posting, field: data.field });
    this.describe = new Compartment();
    this.build(data);
    const newest = known.get(this.id);
    const stored = newest && newest.order > data.order ? newest : data;
    this.view = this.makeView(stored.text, data);
    this.saver = new Saver({
      stored,
      longest: data.longest,
      document: { text: () => this.text, replace: (text) => this.replace(text) },
      send: (body, options) => call("PUT", "text", this.token, { ...body, field: this.field }, options),
      copy: {
        keep: (copy) => copies.keep(this.posting, this.field, copy),
        drop: () => copies.drop(this.posting, this.field),
      },
      on: {
        state: (kind, words) => this.say(kind, words),
        conflict: (parts) => this.merge(parts),
        saved: () => this.remember(),
      },
      clock,
    });
    if (data.lint) {
      this.linter = new Linter({
        view: this.view,
        token: () => this.token,
        shown: (...answer) => this.showFindings(...answer),
        offline: () => {},
      });
      this.linter.ask();
      this.standing = new Standing({ view: this.view, token: () => this.token, shown: (...answer) => this.showStanding(...answer) });
      this.standing.ask(0);
    }
    this.say("saved", "Saved");
    this.listen();
    this.begin();
  }

  get id() {
    return `${this.posting}:${this.field}`;
  }

  get token() {
    return this.args.data.token;
  }

  get text() {
    return this.view.state.doc.toString();
  }

  build(data) {
    this.frame = h("div", { class: "pw-frame" });
    this.state = h("span", { class: "pw-state" });
    this.words = data.lint ? null : h("span", { class: "pw-count" }); // above the text where there is more to say of it
    this.problem = h("p", { class: "pw-problem", role: "alert", hidden: true });
    this.live = h("div", { class: "pw-unseen", role: "status", "aria-live": "polite" });
    this.help = h(
      "div",
      { class: "pw-unseen", id: "pw-help" },
      data.lint
        ? "F8 goes to the next finding, Shift F8 to the one before; then Tab goes to what can be done, Escape back to the text. Below the text stands where the line of the cursor comes from."
        : data.note,
    );
    this.bar = h("div", { class: "pw-bar" }, this.state, this.words, data.lint && h("span", { class: "pw-keys", "aria-hidden": "true" }, "F8: next finding"));
    this.mergePlace = h("div", {});
    this.strip = data.lint && new LineStrip(this.lineActions());
    const left = h("div", { class: "pw-left" }, this.mergePlace, this.frame, this.strip?.element ?? "", this.bar, this.problem, this.help, this.live);
    this.element = h("div", { class: `pw-editor ${data.lint ? "pw-with-side" : "pw-field"}` }, left);
    if (!data.lint) {
      left.prepend(h("div", { class: "pw-label", "aria-hidden": "true" }, data.label), data.note ? h("div", { class: "pw-note" }, data.note) : "");
      return;
    }
    this.side = new SideList({
      ...this.cardActions(),
      goTo: (id) => this.goTo(id),
      lookAt: (id) => lookAt(this.view, entryIn(this.view.state, id), { scroll: true }),
      quoteOf: (entry) => this.view.state.sliceDoc(entry.from, entry.to),
      stopIgnoring: (record) => this.ask("findings/stop-ignoring", { rule: record.rule, context: record.context }),
      safeFixes: (words) => this.safeFixes(words),
      undo: () => this.undoFix(),
      insert: (asked, done) => this.insert(asked, done),
      toBrief: this.toBrief,
    });
    this.lineList = new LineList(this.lineActions());
    this.tabs = new Tabs("Beside the text", [
      { key: "findings", label: "Findings", element: this.side.element },
      { key: "lines", label: "Where lines come from", element: this.lineList.element },
    ]);
    this.glance = new Glance({
      showFinding: (id) => this.showFinding(id),
      insertFor: (rule, field) => this.insertFor(rule, field),
      toBrief: this.toBrief,
    });
    const side = h("section", { class: "pw-side", "aria-label": "Beside the text" }, this.tabs.row, this.side.notice, this.side.element, this.lineList.element);
    this.element.prepend(this.glance.element);
    this.element.append(side);
  }

  makeView(doc, data) {
    return new EditorView({
      parent: this.frame,
      root: this.args.parentElement,
      state: EditorState.create({
        doc,
        extensions: [
          history(),
          EditorView.lineWrapping,
          look,
          markdownLanguage,
          placeholder(data.placeholder || (data.lint ? "The text of the posting" : "")),
          EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n").replace(UNSEEN, "")),
          data.lint ? [this.findings(), lines()] : [],
          keymap.of([
            ...(data.lint ? [{ key: "Enter", run: insertNewlineContinueMarkup }, { key: "Backspace", run: deleteMarkupBackward }] : []),
            { key: "Mod-s", run: () => (this.saver.save(), true) },
            { key: "Mod-Enter", run: () => (this.saver.save(), true) },
            ...historyKeymap,
            ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
          ]),
          tooltips({ tooltipSpace: () => ({ top: HEADER, left: 8, bottom: window.innerHeight - 8, right: document.documentElement.clientWidth - 8 }) }),
          this.describe.of(this.attributes(data)),
          EditorView.updateListener.of((update) => this.updated(update)),
          EditorView.domEventHandlers({ blur: () => void this.saver.save() }),
        ],
      }),
    });
  }

  attributes(data) {
    return EditorView.contentAttributes.of({
      "aria-label": data.label,
      "aria-multiline": "true",
      "aria-describedby": "pw-help",
      tabindex: "0",
      dir: "auto",
      spellcheck: "true",
      autocorrect: "on",
      autocapitalize: "sentences",
      lang: "en",
      style: `min-height: calc(${data.lines} * 1.6em + 1.8rem)`,
    });
  }

  findings() {
    return marks({
      explain: (entry) => card(entry, this.cardActions(), { line: this.lineOf(entry.from) }),
      announce: (entry, number, many) =>
        this.tell(entry ? `Finding ${number} of ${many}. ${SEVERITY_NAMES[entry.finding.severity]}: ${entry.finding.message} Press Tab for what can be done.` : "There is no finding in the text."),
    });
  }

  // ---- what is typed

  updated(update) {
    if (update.docChanged) {
      const typed = !update.transactions.some((each) => each.annotation(fromElsewhere));
      this.linter?.changed(update.changes);
      this.standing?.changed(update.changes);
      if (typed) this.saver.changed();
      if (typed && !update.transactions.some((each) => each.isUserEvent("input.fix"))) this.side?.done("");
      this.count();
      if (this.pageTimer) this.pageSoon();
    }
    if (this.side && (update.docChanged || update.selectionSet || update.transactions.some((each) => each.effects.length))) {
      const { active } = update.state.field(findingsField);
      this.side.point(active ?? this.under(update.state));
      this.strip.show(lineAt(update.state, update.state.selection.main.head), this.standingNow);
    }
  }

  /** Return the id of the finding that the cursor stands in. */
  under(state) {
    const { head } = state.selection.main;
    return state.field(findingsField).entries.find(({ from, to }) => from !== null && from <= head && head <= to)?.id;
  }

  count() {
    if (!this.words) return;
    clearTimeout(this.countTimer);
    this.countTimer = setTimeout(() => {
      const many = this.text.match(/\S+/g)?.length ?? 0;
      this.words.textContent = `${many.toLocaleString("en")} word${many === 1 ? "" : "s"}`;
    }, 200);
  }

  replace(text) {
    const spec = { changes: changes(this.text, text), annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)] };
    if (spec.changes.length) this.view.dispatch(spec);
  }

  lineOf(position) {
    return this.view.state.doc.lineAt(Math.min(position, this.view.state.doc.length)).number;
  }

  // ---- what is found

  showFindings(answer, text, since) {
    if (!this.view.dom.isConnected) return;
    this.view.dispatch({ effects: show(entriesOf(answer.findings, text, since)) });
    this.side.show(entriesIn(this.view.state), (position) => this.lineOf(position), answer);
    this.glance.showFindings(entriesIn(this.view.state).map(({ finding, from }) => ({ ...finding, line: from === null ? null : this.lineOf(from) })));
    this.tabs.counted("findings", answer.findings.length, "findings");
    if (!since) this.standing?.ask();
    const words = countsInWords(answer.findings);
    clearTimeout(this.tellTimer);
    if (words !== this.told && this.told !== undefined) this.tellTimer = setTimeout(() => this.tell(`Findings: ${words}.`), TELL_AFTER);
    this.told = words;
    if (answer.order > this.saver.order) this.look();
  }

  /** Show what was answered when nobody typed. */
  showStanding(answer, text, since) {
    if (!this.view.dom.isConnected) return;
    this.standingNow = answer;
    this.view.dispatch({ effects: showLines(linesOf(answer.lines, text, since)) });
    const { entries } = this.view.state.field(linesField);
    this.glance.show(answer);
    this.side.canInsert(answer.inserts);
    this.side.lookedAt(answer);
    this.lineList.show(entries, answer, { imported: this.args.data.imported });
    this.tabs.counted("lines", answer.taken_out.length, "lines of the brief that the text no longer has");
    this.strip.show(lineAt(this.view.state, this.view.state.selection.main.head), answer);
  }

  /** Lead to a field of the brief, where the page has one. */
  get toBrief() {
    return this.args.data.imported ? null : (field) => this.args.setTriggerValue("brief", field);
  }

  /** Open a finding beside the text, and show its place. */
  showFinding(id) {
    this.tabs.choose("findings");
    this.side.open(id);
    this.side.focus(id);
    const entry = entryIn(this.view.state, id);
    if (entry?.from !== null) lookAt(this.view, entry, { scroll: true });
  }

  insertFor(rule, field) {
    const found = this.side.insertOf({ rule, field });
    return found?.items.length ? () => this.insertOrSay({ items: found.items }, `Inserted “${shortened(found.text, 110)}”`) : null;
  }

  /** Insert, and say under the text where that did not work. */
  async insertOrSay(asked, done) {
    const problem = await this.insert(asked, done);
    this.problem.textContent = problem ?? "";
    this.problem.hidden = !problem;
  }

  /** Put composed lines, or a blank, into the text; undo takes it back. Return what went wrong, in words. */
  async insert(asked, done) {
    const { text } = this;
    const answer = await call("POST", "lines/insert", this.token, { text, ...asked }).catch(() => null);
    if (answer?.status !== 200) return answer ? problemOf(answer) : "No connection to the server. Try again when it is back.";
    if (this.text !== text) return "The text has changed meanwhile: try again.";
    const made = this.view.state.changes(changes(text, answer.body.text));
    const blank = answer.body.blank ? answer.body.text.indexOf(answer.body.blank) : -1;
    let last = 0;
    made.iterChanges((_, __, ___, end) => (last = end));
    const end = last - (/\s*$/.exec(answer.body.text.slice(0, last))?.[0].length ?? 0);
    this.view.dispatch({
      changes: made,
      selection: blank < 0 ? { anchor: end } : { anchor: blank, head: blank + answer.body.blank.length },
      userEvent: "input.fix",
      scrollIntoView: true,
    });
    this.view.focus();
    this.side.done(done, ["Undo", unseen(" the last change")]);
    this.tell(`Done: ${done}.${blank < 0 ? "" : " It is selected: type over it."}`);
    return undefined;
  }

  lineActions() {
    const entryOf = (id) => this.view.state.field(linesField).entries.find((entry) => entry.id === id);
    return {
      lineOf: (position) => this.lineOf(position),
      wordsOf: (entry) => plainWords(this.view.state.doc.lineAt(entry.from).text),
      goTo: (id) => {
        const entry = entryOf(id);
        if (!entry) return;
        this.view.dispatch({ selection: { anchor: entry.from, head: entry.to }, effects: EditorView.scrollIntoView(entry.from, { y: "center" }) });
        this.view.focus();
      },
      putBack: (items, done) => this.insertOrSay({ items }, done),
      add: (id, field) => this.addToBrief(entryOf(id), field),
    };
  }

  /** Take a line of one's own into a list of the brief; return what went wrong, in words. */
  async addToBrief(entry, field) {
    if (!entry || !(await this.saved())) return "The text is not saved yet: try again when it is.";
    const { text } = this;
    const start = [...text.slice(0, this.view.state.doc.lineAt(entry.from).from)].length;
    const answer = await call("POST", "lines/add", this.token, { text, start, field }).catch(() => null);
    if (answer?.status !== 200) return answer ? problemOf(answer) : "No connection to the server. Try again when it is back.";
    this.saver.takeIn(answer.body.text, answer.body.order);
    const { label } = this.standingNow.fields.find((each) => each.field === field);
    const done = `The line is in the brief: ${label}`;
    const added = { field, entry: answer.body.entry, after: answer.body.text, text };
    this.side.done(done, ["Undo", unseen(": take the line out of the brief again")], () => this.undoAdd(added));
    this.tell(`Done: ${done}.`);
    this.followBrief();
    return undefined;
  }

  /** Take a line out of the brief again that was just added, and put the text back as it was. */
  async undoAdd(added) {
    const still = (await this.saved()) && this.text === added.after;
    const answer = still && (await call("POST", "lines/undo-add", this.token, added).catch(() => null));
    if (answer?.status !== 200) {
      const words = !still ? "The text has changed since: take the entry out on the step Brief." : answer ? problemOf(answer) : "No connection to the server. Try again when it is back.";
      this.problem.textContent = words;
      this.problem.hidden = false;
      return;
    }
    this.saver.takeIn(answer.body.text, answer.body.order);
    this.side.done("");
    this.tell("The line is out of the brief again.");
    this.followBrief();
  }

  /** Show what a changed brief makes of the text, and go on in it. */
  followBrief() {
    this.problem.hidden = true;
    this.linter.ask();
    this.standing.ask(0);
    this.pageSoon();
    this.view.focus();
  }

  /** Save, and return whether all is saved. */
  async saved() {
    for (let tries = 0; tries < 20 && (this.saver.dirty || this.saver.busy); tries++) {
      await this.saver.save();
      if (this.saver.dirty || this.saver.busy) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return !this.saver.dirty && !this.saver.busy && !this.saver.conflict;
  }

  cardActions() {
    return {
      addable: (entry) => this.addable(entry),
      fix: (id, number) => this.fix(id, number),
      ignore: (id, reason, until) => this.ask("findings/ignore", { finding: id, reason, until }),
      wrong: async (id, because) => {
        const problem = await this.ask("findings/wrong", { finding: id, because });
        if (!problem) this.tell("Reported. It is kept on this machine only; HR finds it on the page Organisation.");
        return problem;
      },
      notWrong: (id) => this.ask("findings/not-wrong", { finding: id }),
    };
  }

  /** Offer to add the line of a finding to the brief, where the finding is that nothing supports it. */
  addable({ finding, from }) {
    if (!finding.rule.startsWith("grounding/") || from === null || !this.standingNow) return null;
    const line = lineAt(this.view.state, from);
    if (line?.kind !== "own") return null;
    return adding({ fields: this.standingNow.fields, suggested: line.suggested, words: finding.message, add: (field) => this.addToBrief(lineAt(this.view.state, from), field) });
  }

  /** Ask the server to do something about a finding; return what went wrong, in words. */
  async ask(path, body) {
    const text = this.text;
    let problem;
    try {
      const answer = await call("POST", path, this.token, { ...body, text });
      if (answer.status === 200) {
        unpin(this.view);
        if (this.text === text) this.showFindings(answer.body, text, null);
        else this.linter.ask();
        this.pageSoon();
        return undefined;
      }
      problem = problemOf(answer);
    } catch {
      problem = "No connection to the server. Try again when it is back.";
    }
    return problem;
  }

  fix(id, number) {
    const entry = entryIn(this.view.state, id);
    const edits = entry?.edits[number];
    const { state } = this.view;
    if (!edits || edits.some((edit) => state.sliceDoc(edit.from, edit.to) !== edit.was)) {
      this.tell("The text has changed: look at the finding again.");
      this.linter.ask();
      return;
    }
    const made = state.changes(edits);
    this.view.dispatch({
      changes: made,
      selection: { anchor: made.mapPos(edits[0].to, 1) },
      userEvent: "input.fix",
      scrollIntoView: true,
    });
    this.view.focus();
    const { label } = entry.finding.fixes[number];
    this.side.done(label, ["Undo", unseen(" the last fix")]);
    this.tell(`Done: ${label}.`);
  }

  async safeFixes(words) {
    const text = this.text;
    const answer = await call("POST", "findings/safe-fixes", this.token, { text }).catch(() => null);
    if (answer?.status !== 200) {
      this.say("error", answer ? problemOf(answer) : "No connection to the server. Try again when it is back.");
      return;
    }
    this.side.askSafe(words, answer.body.changes, () => {
      if (this.text !== text) {
        this.tell("Nothing was fixed: the text has changed. Look at the safe fixes again.");
        return;
      }
      this.view.dispatch({ changes: changes(text, answer.body.text), userEvent: "input.fix" });
      this.side.done(`Applied ${words}`, ["Undo", unseen(" the last fix")]);
      this.tell(`Done: applied ${words}.`);
      this.view.focus();
    });
  }

  undoFix() {
    undo(this.view);
    this.side.done("");
    this.view.focus();
    this.tell("The fix was taken back.");
  }

  goTo(id) {
    const entry = entryIn(this.view.state, id);
    if (!entry || entry.from === null) return;
    this.back = id;
    goTo(this.view, entry);
    this.tell(`${SEVERITY_NAMES[entry.finding.severity]}: ${entry.finding.message} Escape goes back to the list.`);
  }

  // ---- what is saved

  say(kind, words) {
    const problem = kind === "error";
    this.state.dataset.kind = kind;
    if (kind !== "saved") this.bar.classList.add("pw-used");
    this.state.textContent = problem ? "Not saved" : words;
    if (this.problem.textContent !== (problem ? words : "")) this.problem.textContent = problem ? words : "";
    this.problem.hidden = !problem;
    if (kind === "merged" || kind === "conflict") this.tell(words);
  }

  tell(words) {
    this.live.textContent = "";
    setTimeout(() => (this.live.textContent = words), 30);
  }

  remember() {
    this.known.set(this.id, { text: this.saver.base, order: this.saver.order });
    this.pageSoon();
  }

  /** Let the rest of the page follow, when nobody is typing. */
  pageSoon() {
    clearTimeout(this.pageTimer);
    this.pageTimer = setTimeout(() => {
      this.pageTimer = null;
      if (this.view.dom.isConnected) this.args.setTriggerValue("saved", this.saver.order);
    }, this.side ? PAGE_AFTER : 0);
  }

  merge(parts) {
    const view = mergeView(parts, (text) => {
      this.mergePlace.replaceChildren();
      this.frame.hidden = false;
      void this.saver.settle(text);
      this.view.focus();
    });
    this.frame.hidden = true;
    this.mergePlace.replaceChildren(view);
    view.focus({ preventScroll: true });
    view.scrollIntoView({ block: "start" });
  }

  // ---- the page around it

  listen() {
    this.stopListening = new AbortController();
    const { signal } = this.stopListening;
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? this.leave() : this.look()), { signal });
    window.addEventListener("pagehide", () => this.leave(), { signal });
    window.addEventListener("online", () => (this.saver.later(0), this.linter?.ask()), { signal });
    window.addEventListener("focus", () => this.look(), { signal });
    this.glance?.listen(signal);
    this.element.addEventListener("keydown", (event) => this.escaped(event), { signal });
  }

  /** Escape leads from a card to the text, and from the text to where one came from. */
  escaped(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const inCard = event.target.closest?.(".pw-tip");
    if (inCard) {
      unpin(this.view);
      this.view.focus();
      event.preventDefault();
    } else if (this.back && event.target === this.view.contentDOM) {
      this.side.focus(this.back);
      this.back = null;
    }
  }

  leave() {
    if (this.saver.dirty) void this.saver.save({ leaving: true });
  }

  /** See whether something else is stored by now. */
  async look() {
    try {
      const { status, body } = await call("POST", "state", this.token, { field: this.field, order: this.saver.order });
      if (status === 200 && body.text !== undefined) this.saver.takeIn(body.text, body.order);
    } catch {
      // the next save says so
    }
  }

  async begin() {
    this.count();
    for (const copy of await this.copies.left(this.posting, this.field)) {
      if (this.saver.conflict) break;
      this.saver.restore(copy);
      this.saver.keepCopy();
      if (copy.windowId !== this.copies.windowId) this.copies.drop(this.posting, this.field, copy.windowId);
    }
    if (!this.saver.dirty) await this.look();
  }

  /** Streamlit ran the page again. */
  update(args) {
    const renewed = args.data.token !== this.token;
    this.args = args;
    this.saver.takeIn(args.data.text, args.data.order);
    if (renewed && this.saver.dirty) this.saver.later(0);
  }

  destroy() {
    this.leave();
    clearTimeout(this.pageTimer);
    clearTimeout(this.tellTimer);
    this.stopListening.abort();
    this.saver.stop();
    this.linter?.stop();
    this.standing?.stop();
    this.view.destroy();
  }
}
