// What a person can do about findings: fix, ignore, report, go to their place; and all safe fixes at once.
import { undo } from "@codemirror/commands";
import { adding } from "./adding.js";
import { call, NO_CONNECTION, problemOf } from "./api.js";
import { changes } from "./diff.js";
import { unseen } from "./dom.js";
import { said } from "./keys.js";
import { lineAt } from "./lines.js";
import { entryIn, goTo, unpin } from "./marks.js";
import { SEVERITY_NAMES } from "./words.js";

export class FindingActions {
  constructor(editor) {
    this.editor = editor;
  }

  /** Return what a card offers. */
  forCard() {
    return {
      addable: (entry) => this.addable(entry),
      fix: (id, number) => this.fix(id, number),
      ignore: (id, reason, until) => this.ask("findings/ignore", { finding: id, reason, until }),
      wrong: async (id, because) => {
        const problem = await this.ask("findings/wrong", { finding: id, because });
        if (!problem) this.editor.status.tell("Reported. It is kept on this machine only; HR finds it on the page Organisation.");
        return problem;
      },
      notWrong: (id) => this.ask("findings/not-wrong", { finding: id }),
    };
  }

  /** Offer to add the line of a finding to the brief, where the finding is that nothing supports it. */
  addable({ finding, from }) {
    const { view, standingNow, lineActions } = this.editor;
    if (!finding.rule.startsWith("grounding/") || from === null || !standingNow) return null;
    const line = lineAt(view.state, from);
    if (line?.kind !== "own") return null;
    return adding({ fields: standingNow.fields, suggested: line.suggested, words: finding.message, add: (field) => lineActions.addToBrief(lineAt(view.state, from), field) });
  }

  /** Ask the server to do something about a finding; return what went wrong, in words. */
  async ask(path, body) {
    const { editor } = this;
    const { text } = editor;
    const answer = await call("POST", path, editor.token, { ...body, text }).catch(() => null);
    if (answer?.status !== 200) return answer ? problemOf(answer) : NO_CONNECTION;
    unpin(editor.view);
    if (editor.text === text) editor.showFindings(answer.body, text, null);
    else editor.linter.ask();
    editor.pageSoon();
    return undefined;
  }

  fix(id, number) {
    const { editor } = this;
    const { state } = editor.view;
    const entry = entryIn(state, id);
    const edits = entry?.edits[number];
    if (!edits || edits.some((edit) => state.sliceDoc(edit.from, edit.to) !== edit.was)) {
      editor.status.tell("The text has changed: look at the finding again.");
      editor.linter.ask();
      return;
    }
    const made = state.changes(edits);
    editor.view.dispatch({ changes: made, selection: { anchor: made.mapPos(edits[0].to, 1) }, userEvent: "input.fix", scrollIntoView: true });
    editor.view.focus();
    this.done(entry.finding.fixes[number].label);
  }

  async safeFixes(words) {
    const { editor } = this;
    const { text } = editor;
    const answer = await call("POST", "findings/safe-fixes", editor.token, { text }).catch(() => null);
    if (answer?.status !== 200) {
      editor.status.say("error", answer ? problemOf(answer) : NO_CONNECTION);
      return;
    }
    editor.side.askSafe(words, answer.body.changes, () => {
      if (editor.text !== text) {
        editor.status.tell("Nothing was fixed: the text has changed. Look at the safe fixes again.");
        return;
      }
      editor.view.dispatch({ changes: changes(text, answer.body.text), userEvent: "input.fix" });
      this.done(`Applied ${words}`);
      editor.view.focus();
    });
  }

  /** Say that something was fixed, with a way to take it back. */
  done(label) {
    this.editor.side.done(label, ["Undo", unseen(" the last fix")]);
    this.editor.status.tell(`Done: ${label}.`);
  }

  undo() {
    undo(this.editor.view);
    this.editor.side.done("");
    this.editor.view.focus();
    this.editor.status.tell("The fix was taken back.");
  }

  /** Go from the list to a finding's place; Escape leads back. */
  goTo(id) {
    const entry = entryIn(this.editor.view.state, id);
    if (!entry || entry.from === null) return;
    this.cameFrom = id;
    goTo(this.editor.view, entry);
    this.editor.status.tell(`${SEVERITY_NAMES[entry.finding.severity]}: ${entry.finding.message} ${said("back")} goes back to the list.`);
  }

  /** Close the explanation, or go back to the list where one came from there; return whether either was to be done. */
  back() {
    if (unpin(this.editor.view)) return true;
    if (!this.cameFrom) return false;
    this.editor.side.focus(this.cameFrom);
    this.cameFrom = null;
    return true;
  }
}
