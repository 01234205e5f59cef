// Saves a text while it is typed and takes in what others save, so that no word is lost on either side.
import { fingerprint } from "./fingerprint.js";
import { isClean, merge, textOf } from "./merge.js";

export const SAVE_AFTER = 350; // ms after the last key
export const SAVE_SOON = 100; // the same, where the rest of the page follows the text while it is typed
const SHARE = 4; // times the last save's own time a slow server is left alone all the same, at most SAVE_AFTER
export const SAVE_EVERY = 2_000; // ms, while somebody types on and on
const COPY_AFTER = 150;
const MOST_KEEPALIVE = 60_000; // bytes; a browser sends at most 64 KB while a page is closed
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 8_000;

/**
 * `document` is {text(), replace(text)}; `send(body, {keepalive})` resolves to {status, body, wait}; `copy` is
 * {keep(copy), drop()}; `on` is {state(kind, words), conflict(parts), saved()}; `clock` is {set, clear, now}; `soon` says that
 * something on the page follows the text.
 */
export class Saver {
  constructor({ stored, longest, document, send, copy, on, clock, soon = false }) {
    Object.assign(this, { longest, document, send, copy, on, clock, soon });
    this.took = 0; // ms, of the last save
    this.known(stored.text, stored.order, fingerprint(stored.text));
    this.sent = []; // texts of which it is not known whether they arrived
    this.wait = FIRST_WAIT;
    this.busy = false;
    this.conflict = null;
  }

  known(text, order, mark) {
    this.base = text;
    this.order = order;
    this.mark = mark;
  }

  get dirty() {
    return this.document.text() !== this.base;
  }

  /** Somebody typed. */
  changed() {
    this.unsavedSince ??= this.clock.now();
    this.copyTimer ??= this.clock.set(() => this.keepCopy(), COPY_AFTER);
    this.on.state("saving", "Saving…");
    const latest = this.unsavedSince + SAVE_EVERY - this.clock.now();
    this.later(Math.max(0, Math.min(this.pause, latest)));
  }

  /** The ms after the last key in which a save waits for the next one. */
  get pause() {
    return this.soon ? Math.min(SAVE_AFTER, Math.max(SAVE_SOON, this.took * SHARE)) : SAVE_AFTER;
  }

  later(ms) {
    this.clock.clear(this.timer);
    this.timer = this.clock.set(() => this.save(), ms);
  }

  keepCopy() {
    this.clock.clear(this.copyTimer);
    this.copyTimer = undefined;
    if (this.dirty || this.conflict) this.copy.keep({ text: this.document.text(), base: this.base, sent: this.sent });
  }

  /** Save now; `leaving` where the page may be gone before the answer comes. */
  async save({ leaving = false } = {}) {
    this.clock.clear(this.timer);
    if (this.conflict || (this.busy && !leaving)) return;
    const text = this.document.text();
    if (text === this.base) return this.allSaved();
    if (leaving) this.keepCopy();
    if ([...text].length > this.longest) return this.tooLong(text);
    const follows = [...new Set([this.mark, ...this.sent.map(fingerprint)])];
    this.sent = [...this.sent.filter((each) => each !== text), text].slice(-8);
    this.busy = true;
    try {
      const keepalive = leaving && text.length * 3 < MOST_KEEPALIVE;
      const began = this.clock.now();
      const answer = await this.send({ text, follows }, { keepalive });
      this.took = this.clock.now() - began;
      this.answered(text, answer);
    } catch {
      this.failed("No connection to the server. Your text is kept in this browser and saved as soon as it is back.");
    } finally {
      this.busy = false;
    }
    if (this.waiting) {
      const { text: theirs, order } = this.waiting;
      this.waiting = null;
      this.takeIn(theirs, order);
    }
  }

  answered(text, { status, body, wait }) {
    if (status === 200) {
      this.wait = FIRST_WAIT;
      if (body.order < this.order) return this.later(0); // an answer that was overtaken
      this.sent = [];
      this.known(text, body.order, body.mark);
      this.unsavedSince = undefined;
      if (body.text !== undefined) this.others(body.text, body.order, body.mark);
      this.on.saved();
      if (this.dirty) this.changed();
      else this.allSaved();
    } else if (status === 409) {
      if (this.sent.includes(body.text)) this.known(body.text, body.order, body.mark);
      else this.others(body.text, body.order, body.mark);
      if (!this.conflict) this.later(0);
    } else if (status === 429) this.later((wait || 1) * 1_000);
    else if (status === 413 || status === 422) this.stopped(`${body.message} ${body.hint}`);
    else this.failed(body.message ? `${body.message} ${body.hint}` : "The server cannot save right now. Trying again…");
  }

  allSaved() {
    this.clock.clear(this.copyTimer);
    this.copyTimer = undefined;
    this.unsavedSince = undefined;
    this.copy.drop();
    this.on.state("saved", "Saved");
  }

  tooLong(text) {
    const many = [...text].length.toLocaleString("en");
    const most = this.longest.toLocaleString("en");
    this.stopped(
      `Not saved: this text has ${many} characters, and at most ${most} can be saved here. Shorten it; until then it is kept in this browser.`,
    );
  }

  stopped(words) {
    this.keepCopy();
    this.on.state("error", words);
  }

  failed(words) {
    this.stopped(words);
    this.later(this.wait);
    this.wait = Math.min(this.wait * 1.7, LONGEST_WAIT);
  }

  /** The page or the server tells what is stored; an older state is no news. */
  takeIn(text, order) {
    if (order <= this.order || this.conflict) return;
    if (this.busy) {
      this.waiting = { text, order };
      return;
    }
    const mark = fingerprint(text);
    if (mark === this.mark) this.order = order;
    else if (this.sent.includes(text)) this.known(text, order, mark);
    else this.others(text, order, mark);
    if (this.dirty && !this.conflict) this.later(0);
  }

  /** Bring in what somebody else saved; where both changed the same lines, ask. */
  others(theirs, order, mark) {
    const mine = this.document.text();
    if (mine === this.base || mine === theirs) {
      this.known(theirs, order, mark);
      this.document.replace(theirs);
      if (!this.busy) this.allSaved();
      return;
    }
    const parts = merge(this.base, mine, theirs);
    if (isClean(parts)) {
      this.known(theirs, order, mark);
      this.document.replace(textOf(parts));
      this.on.state("merged", "Another window changed other lines: they are in your text now.");
      return;
    }
    this.conflict = { theirs, order, mark };
    this.keepCopy();
    this.on.state("conflict", "Changed in another window too: choose what should stand.");
    this.on.conflict(parts);
  }

  /** The person has chosen. */
  settle(text) {
    const { theirs, order, mark } = this.conflict;
    this.conflict = null;
    this.known(theirs, order, mark);
    this.document.replace(text);
    this.changed();
    return this.save();
  }

  /** Bring back what another window, or this one before it was closed, had not saved. */
  restore({ text, base, sent }) {
    if (text === this.document.text()) return;
    const stored = { text: this.base, order: this.order, mark: this.mark };
    if (stored.text === base || sent.includes(stored.text)) {
      this.document.replace(text);
      this.on.state("saving", "What was not saved yet is back.");
    } else {
      this.known(base, stored.order - 1, fingerprint(base));
      this.document.replace(text);
      this.others(stored.text, stored.order, stored.mark);
    }
    if (!this.conflict) this.changed();
  }

  stop() {
    this.clock.clear(this.timer);
    this.clock.clear(this.copyTimer);
  }
}
