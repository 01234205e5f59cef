// What a person can do about lines: insert what is missing, put back what the brief says, add one's own to the brief.
import { EditorView } from "@codemirror/view";
import { call, NO_CONNECTION, problemOf } from "./api.js";
import { changes } from "./diff.js";
import { shortened, unseen } from "./dom.js";
import { linesField, plainWords } from "./lines.js";

const LONGEST = 110; // characters of a line that is told

export class LineActions {
  constructor(editor) {
    this.editor = editor;
  }

  /** Return what the list of lines and the strip under the text offer. */
  forList() {
    const { editor } = this;
    return {
      lineOf: (position) => editor.lineOf(position),
      wordsOf: (entry) => plainWords(editor.view.state.doc.lineAt(entry.from).text),
      goTo: (id) => this.goTo(id),
      putBack: (items, done) => this.insertOrSay({ items }, done),
      add: (id, field) => this.addToBrief(this.entryOf(id), field),
    };
  }

  entryOf(id) {
    return this.editor.view.state.field(linesField).entries.find((entry) => entry.id === id);
  }

  goTo(id) {
    const entry = this.entryOf(id);
    if (!entry) return;
    const { view } = this.editor;
    view.dispatch({ selection: { anchor: entry.from, head: entry.to }, effects: EditorView.scrollIntoView(entry.from, { y: "center" }) });
    view.focus();
  }

  /** Return what inserts the lines for a finding without a place, null where there are none. */
  insertFor(rule, field) {
    const found = this.editor.side.insertOf({ rule, field });
    return found?.items.length ? () => this.insertOrSay({ items: found.items }, `Inserted “${shortened(found.text, LONGEST)}”`) : null;
  }

  /** Insert, and say under the text where that did not work. */
  async insertOrSay(asked, done) {
    this.editor.status.showProblem((await this.insert(asked, done)) ?? "");
  }

  /** Put composed lines, or a blank, into the text; undo takes it back. Return what went wrong, in words. */
  async insert(asked, done) {
    const { editor } = this;
    const { text } = editor;
    const answer = await call("POST", "lines/insert", editor.token, { text, ...asked }).catch(() => null);
    if (answer?.status !== 200) return answer ? problemOf(answer) : NO_CONNECTION;
    if (editor.text !== text) return "The text has changed meanwhile: try again.";
    const { blank } = answer.body;
    this.write(text, answer.body.text, blank);
    editor.view.focus();
    editor.side.done(done, ["Undo", unseen(" the last change")]);
    editor.status.tell(`Done: ${done}.${blank && answer.body.text.includes(blank) ? " It is selected: type over it." : ""}`);
    return undefined;
  }

  /** Turn the text into another; select the blank in it, or stand behind what came last. */
  write(text, now, blank) {
    const { view } = this.editor;
    const made = view.state.changes(changes(text, now));
    const at = blank ? now.indexOf(blank) : -1;
    let last = 0;
    made.iterChanges((_, __, ___, end) => (last = end));
    const end = last - (/\s*$/.exec(now.slice(0, last))?.[0].length ?? 0);
    view.dispatch({
      changes: made,
      selection: at < 0 ? { anchor: end } : { anchor: at, head: at + blank.length },
      userEvent: "input.fix",
      scrollIntoView: true,
    });
  }

  /** Take a line of one's own into a list of the brief; return what went wrong, in words. */
  async addToBrief(entry, field) {
    const { editor } = this;
    if (!entry || !(await editor.saved())) return "The text is not saved yet: try again when it is.";
    const { text } = editor;
    const start = [...text.slice(0, editor.view.state.doc.lineAt(entry.from).from)].length;
    const answer = await call("POST", "lines/add", editor.token, { text, start, field }).catch(() => null);
    if (answer?.status !== 200) return answer ? problemOf(answer) : NO_CONNECTION;
    editor.saver.takeIn(answer.body.text, answer.body.order);
    const { label } = editor.standingNow.fields.find((each) => each.field === field);
    const done = `The line is in the brief: ${label}`;
    const added = { field, entry: answer.body.entry, after: answer.body.text, text };
    editor.side.done(done, ["Undo", unseen(": take the line out of the brief again")], () => this.undoAdd(added));
    editor.status.tell(`Done: ${done}.`);
    this.followBrief();
    return undefined;
  }

  /** Take a line out of the brief again that was just added, and put the text back as it was. */
  async undoAdd(added) {
    const { editor } = this;
    const still = (await editor.saved()) && editor.text === added.after;
    const answer = still && (await call("POST", "lines/undo-add", editor.token, added).catch(() => null));
    if (answer?.status !== 200) {
      editor.status.showProblem(!still ? "The text has changed since: take the entry out on the step Brief." : answer ? problemOf(answer) : NO_CONNECTION);
      return;
    }
    editor.saver.takeIn(answer.body.text, answer.body.order);
    editor.side.done("");
    editor.status.tell("The line is out of the brief again.");
    this.followBrief();
  }

  /** Show what a changed brief makes of the text, and go on in it. */
  followBrief() {
    const { editor } = this;
    editor.status.showProblem("");
    editor.linter.ask();
    editor.standing.ask(0);
    editor.pageSoon();
    editor.view.focus();
  }
}
