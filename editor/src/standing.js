// Asks how the text stands, when nobody is typing: figures at a glance, where lines come from, what can be inserted.
import { ChangeSet } from "@codemirror/state";
import { call } from "./api.js";

const QUIET = 350; // ms without a change
const AGAIN_AFTER = 3_000; // ms without a connection

/** `shown(answer, text, since)` gets each answer, with the changes made after the text was sent. */
export class Standing {
  constructor({ view, token, shown }) {
    Object.assign(this, { view, token, shown });
    this.since = null;
  }

  changed(changes) {
    if (this.since) this.since = this.since.compose(changes);
    this.ask();
  }

  ask(after = QUIET) {
    this.again = this.since !== null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.since ? undefined : this.request()), after);
  }

  async request() {
    const { doc } = this.view.state;
    const text = doc.toString();
    this.since = ChangeSet.empty(doc.length);
    this.again = false;
    let wait = QUIET;
    try {
      const answer = await call("POST", "glance", this.token(), { text }, { sure: true });
      if (answer.status === 200 && !this.stopped) this.shown(answer.body, text, this.since);
      else if (answer.status === 429 || answer.status === 503) [this.again, wait] = [true, (answer.wait || 2) * 1_000];
    } catch {
      [this.again, wait] = [true, AGAIN_AFTER]; // the saver says that there is no connection
    }
    this.since = null;
    if (this.again && !this.stopped) this.ask(wait);
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
