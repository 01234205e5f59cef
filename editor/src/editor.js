// One editor on a page: the text, what is said of it, whether it is saved, and where windows disagree.
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView, keymap, placeholder, tooltips } from "@codemirror/view";
import { deleteLine, history, historyKeymap, indentLess, indentMore, moveLineDown, moveLineUp, redo, standardKeymap, undo } from "@codemirror/commands";
import { deleteMarkupBackward, insertNewlineContinueMarkup, markdownLanguage } from "@codemirror/lang-markdown";
import { call } from "./api.js";
import { card } from "./card.js";
import { changes } from "./diff.js";
import { h } from "./dom.js";
import { FindingActions } from "./finding_actions.js";
import { Glance } from "./glance.js";
import { bindings, pressed, said } from "./keys.js";
import { LineActions } from "./line_actions.js";
import { LineList } from "./line_list.js";
import { LineStrip } from "./line_strip.js";
import { lineAt, lines, linesField, linesOf, showLines } from "./lines.js";
import { Linter } from "./linting.js";
import { look } from "./look.js";
import { entriesIn, entriesOf, entryIn, findingCommands, findingsField, lookAt, marks, show, unpin } from "./marks.js";
import { mergeView } from "./merge_view.js";
import { Saver } from "./saver.js";
import { SideList } from "./side_list.js";
import { Standing } from "./standing.js";
import { Status } from "./status.js";
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
    if (data.lint) {
      this.findingActions = new FindingActions(this);
      this.lineActions = new LineActions(this);
    }
    this.build(data);
    const newest = known.get(this.id);
    const stored = newest && newest.order > data.order ? newest : data;
    this.view = this.makeView(stored.text, data);
    this.saver = new Saver({
      stored,
      longest: data.longest,
      document: { text: () => this.text, replace: (text) => this.replace(text) },
      send: (body, options) => call("PUT", "text", this.token, { ...body, field: this.field }, { ...options, sure: true }),
      copy: {
        keep: (copy) => copies.keep(this.posting, this.field, copy),
        drop: () => copies.drop(this.posting, this.field),
      },
      on: {
        state: (kind, words) => this.status.say(kind, words),
        conflict: (parts) => this.merge(parts),
        saved: () => this.remember(),
      },
      clock,
      soon: !data.lint, // the draft beside the brief
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
    this.status.say("saved", "Saved");
    this.listen();
    this.begin();
  }

  get id() {
    return `${this.posting}:${this.field}`;
  }

  get token() {
    return this.args.data.token;
  }

  /** The element of the page that the editor stands in. */
  get host() {
    return this.args.parentElement.host ?? this.args.parentElement;
  }

  get text() {
    return this.view.state.doc.toString();
  }

  build(data) {
    this.frame = h("div", { class: "pw-frame" });
    this.status = new Status({
      counted: !data.lint, // above the text where there is more to say of it
      more: data.lint && h("span", { class: "pw-keys", "aria-hidden": "true" }, `${said("next-finding")}: next finding`),
    });
    this.help = h(
      "div",
      { class: "pw-unseen", id: "pw-help" },
      data.lint
        ? `${said("next-finding")} goes to the next finding, ${said("previous-finding")} to the one before; then ${said("into-card")} goes to what can be done, ${said("back")} back to the text. Below the text stands where the line of the cursor comes from.`
        : data.note,
    );
    this.mergePlace = h("div", {});
    this.strip = data.lint && new LineStrip(this.lineActions.forList());
    const left = h("div", { class: "pw-left" }, this.mergePlace, this.frame, this.strip?.element ?? "", this.status.elements, this.help);
    this.element = h("div", { class: `pw-editor ${data.lint ? "pw-with-side" : "pw-field"}` }, left);
    if (!data.lint) {
      left.prepend(h("div", { class: "pw-label", "aria-hidden": "true" }, data.label), data.note ? h("div", { class: "pw-note" }, data.note) : "");
      return;
    }
    this.side = new SideList({
      ...this.findingActions.forCard(),
      goTo: (id) => this.findingActions.goTo(id),
      lookAt: (id) => lookAt(this.view, entryIn(this.view.state, id), { scroll: true }),
      quoteOf: (entry) => this.view.state.sliceDoc(entry.from, entry.to),
      stopIgnoring: (record) => this.findingActions.ask("findings/stop-ignoring", { rule: record.rule, context: record.context }),
      safeFixes: (words) => this.findingActions.safeFixes(words),
      undo: () => this.findingActions.undo(),
      insert: (asked, done) => this.lineActions.insert(asked, done),
      toBrief: this.toBrief,
    });
    this.lineList = new LineList(this.lineActions.forList());
    this.tabs = new Tabs("Beside the text", [
      { key: "findings", label: "Findings", element: this.side.element },
      { key: "lines", label: "Where lines come from", element: this.lineList.element },
    ]);
    this.glance = new Glance({
      showFinding: (id) => this.showFinding(id),
      insertFor: (rule, field) => this.lineActions.insertFor(rule, field),
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
          keymap.of([...this.keys(data), ...historyKeymap, ...standardKeymap]),
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
    return marks({ explain: (entry) => card(entry, this.findingActions.forCard(), { line: this.lineOf(entry.from) }) });
  }

  /** Return what keys do here; platforms have more keys for plain writing, which are not listed. */
  keys(data) {
    const save = () => (this.saver.save(), true);
    const everywhere = { save, undo, redo, "line-up": moveLineUp, "line-down": moveLineDown, "delete-line": deleteLine };
    if (!data.lint) return bindings("editor", everywhere);
    const announce = (entry, number, many) =>
      this.status.tell(entry ? `Finding ${number} of ${many}. ${SEVERITY_NAMES[entry.finding.severity]}: ${entry.finding.message} Press ${said("into-card")} for what can be done.` : "There is no finding in the text.");
    const text = {
      ...findingCommands({ announce }),
      back: () => this.findingActions.back(),
      "next-entry": insertNewlineContinueMarkup,
      "remove-mark": deleteMarkupBackward,
      indent: indentMore,
      outdent: indentLess,
    };
    return [...bindings("text", text), ...bindings("editor", everywhere)];
  }

  // ---- what is typed

  updated(update) {
    if (update.docChanged) {
      const typed = !update.transactions.some((each) => each.annotation(fromElsewhere));
      this.linter?.changed(update.changes);
      this.standing?.changed(update.changes);
      if (typed) this.saver.changed();
      if (typed && !update.transactions.some((each) => each.isUserEvent("input.fix"))) this.side?.done("");
      this.status.count(() => this.text);
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
    this.host.dataset.pwDrawn = ""; // what stands below is shown from now on: postwright/ui/style.css
    const words = countsInWords(answer.findings);
    clearTimeout(this.tellTimer);
    if (words !== this.told && this.told !== undefined) this.tellTimer = setTimeout(() => this.status.tell(`Findings: ${words}.`), TELL_AFTER);
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

  /** Lead to a field of the brief. */
  get toBrief() {
    return (field) => this.args.setTriggerValue("brief", field);
  }

  /** Open a finding beside the text, and show its place. */
  showFinding(id) {
    this.tabs.choose("findings");
    this.side.open(id);
    this.side.focus(id);
    const entry = entryIn(this.view.state, id);
    if (entry?.from !== null) lookAt(this.view, entry, { scroll: true });
  }

  // ---- what is saved

  /** Save, and return whether all is saved. */
  async saved() {
    for (let tries = 0; tries < 20 && (this.saver.dirty || this.saver.busy); tries++) {
      await this.saver.save();
      if (this.saver.dirty || this.saver.busy) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return !this.saver.dirty && !this.saver.busy && !this.saver.conflict;
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
    this.element.addEventListener("keydown", (event) => this.leaveCard(event), { signal });
  }

  /** Go from a card back to the text. */
  leaveCard(event) {
    if (!pressed(event, "back") || event.defaultPrevented || !event.target.closest?.(".pw-tip")) return;
    unpin(this.view);
    this.view.focus();
    event.preventDefault();
  }

  leave() {
    if (this.saver.dirty) void this.saver.save({ leaving: true });
  }

  /** See whether something else is stored by now. */
  async look() {
    try {
      const { status, body } = await call("POST", "state", this.token, { field: this.field, order: this.saver.order }, { sure: true });
      if (status === 200 && body.text !== undefined) this.saver.takeIn(body.text, body.order);
    } catch {
      // the next save says so
    }
  }

  async begin() {
    this.status.count(() => this.text);
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
