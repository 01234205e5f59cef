// Asks for findings as fast as the server answers, one question at a time; a busy server is asked less often.
import { ChangeSet } from "@codemirror/state";
import { call } from "./api.js";

const AT_ONCE = 4; // ms after a key: what is typed in one go is asked together
const SHARE = 5; // times its answer's own time the server is left alone, while others wait for theirs
const FEW = 1; // others that may wait without a pause
const LONGEST = 4_000;
const AGAIN_AFTER = 2_000; // ms without a connection

/** `shown(answer, text, since)` gets each answer, with the changes made after the text was sent. */
export class Linter {
  constructor({ view, token, shown, offline }) {
    Object.assign(this, { view, token, shown, offline });
    this.since = null;
    this.rest = 0;
  }

  /** Something was typed; `changes` are kept to move late findings to their places. */
  changed(changes) {
    if (this.since) this.since = this.since.compose(changes);
    this.again = true;
    this.ask(AT_ONCE);
  }

  ask(after = 0) {
    if (this.since) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.request(), Math.max(after, this.rest - performance.now()));
  }

  async request() {
    const { doc } = this.view.state;
    const text = doc.toString();
    this.since = ChangeSet.empty(doc.length);
    this.again = false;
    const began = performance.now();
    try {
      const answer = await call("POST", "lint", this.token(), { text }, { sure: true });
      const took = performance.now() - began;
      if (answer.status === 200) this.shown(answer.body, text, this.since);
      this.offline(answer.status === 200 ? null : answer);
      const pause = answer.status === 200 ? (answer.waiting > FEW ? took * SHARE : 0) : (answer.wait || 1) * 1_000;
      this.rest = performance.now() + Math.min(pause, LONGEST);
    } catch {
      this.rest = performance.now() + AGAIN_AFTER; // the saver says that there is no connection
      this.again = true;
    }
    this.since = null;
    if (this.stopped) return;
    if (this.again) this.ask(AT_ONCE);
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
