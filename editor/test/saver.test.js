// Saving: nothing that was typed is lost, whatever the network, the server and other windows do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprint } from "../src/fingerprint.js";
import { SAVE_AFTER, SAVE_EVERY, SAVE_SOON, Saver } from "../src/saver.js";

/** A server that keeps one text, a clock that is moved by hand, and an editor that is only a text. */
class Desk {
  constructor(text = "a\nb\nc", { soon = false } = {}) {
    this.stored = { text, order: 1 };
    this.text = text;
    this.now = 0;
    this.timers = new Map();
    this.copy = null;
    this.states = [];
    this.requests = [];
    this.conflicts = [];
    this.answer = (request) => this.serve(request);
    this.saver = new Saver({
      stored: { ...this.stored },
      longest: 50,
      document: { text: () => this.text, replace: (text) => (this.text = text) },
      send: async (body, options) => {
        this.requests.push({ ...body, ...options });
        return this.answer(body);
      },
      soon,
      copy: { keep: (copy) => (this.copy = copy), drop: () => (this.copy = null) },
      on: {
        state: (kind, words) => this.states.push([kind, words]),
        conflict: (parts) => this.conflicts.push(parts),
        saved: () => {},
      },
      clock: {
        set: (run, ms) => {
          const id = Symbol("timer");
          this.timers.set(id, { run, at: this.now + ms });
          return id;
        },
        clear: (id) => this.timers.delete(id),
        now: () => this.now,
      },
    });
  }

  serve({ text, follows }) {
    const { stored } = this;
    if (stored.text !== text && !follows.includes(fingerprint(stored.text)))
      return { status: 409, body: { text: stored.text, order: stored.order, mark: fingerprint(stored.text) } };
    this.stored = { text, order: stored.order + 1 };
    return { status: 200, body: { order: this.stored.order, mark: fingerprint(text) } };
  }

  type(text) {
    this.text = text;
    this.saver.changed();
  }

  elsewhere(text) {
    this.stored = { text, order: this.stored.order + 1 };
  }

  async pass(ms) {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.now = Math.max(this.now, due[1].at);
      due[1].run();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
    this.now = end;
  }

  get state() {
    return this.states.at(-1)?.[0];
  }
}

test("a text is saved shortly after the last key, and said so", async () => {
  const desk = new Desk();
  desk.type("a\nb\nc1");
  await desk.pass(SAVE_AFTER - 1);
  desk.type("a\nb\nc12");
  await desk.pass(SAVE_AFTER - 1);
  assert.equal(desk.requests.length, 0);
  await desk.pass(1);
  assert.deepEqual([desk.stored.text, desk.state, desk.copy], ["a\nb\nc12", "saved", null]);
});

test("a text that the page follows is saved sooner, unless the server is slow", async () => {
  const desk = new Desk("", { soon: true });
  desk.type("x");
  await desk.pass(SAVE_SOON);
  assert.deepEqual([desk.stored.text, desk.state], ["x", "saved"]);
  const slow = new Desk("", { soon: true });
  slow.answer = (request) => {
    slow.now += SAVE_AFTER;
    return slow.serve(request);
  };
  slow.type("x");
  await slow.pass(SAVE_SOON);
  assert.equal(slow.stored.text, "x");
  slow.type("xy");
  await slow.pass(SAVE_AFTER - 1);
  assert.equal(slow.stored.text, "x");
  await slow.pass(1);
  assert.equal(slow.stored.text, "xy");
});

test("who types without a pause is saved all the same", async () => {
  const desk = new Desk("");
  for (let key = 0; key < 40; key++) {
    desk.type("x".repeat(key + 1));
    await desk.pass(100);
  }
  assert.ok(desk.requests.length >= Math.floor((40 * 100) / SAVE_EVERY));
});

test("what is not saved lies in this browser until it is", async () => {
  const desk = new Desk();
  desk.answer = () => Promise.reject(new TypeError("no network"));
  desk.type("a\nb\nc typed in the outage");
  await desk.pass(5_000);
  assert.equal(desk.state, "error");
  assert.equal(desk.copy.text, "a\nb\nc typed in the outage");
  desk.answer = (request) => desk.serve(request);
  await desk.pass(10_000);
  assert.deepEqual([desk.stored.text, desk.state, desk.copy], ["a\nb\nc typed in the outage", "saved", null]);
});

test("a save whose answer was lost is no conflict with oneself", async () => {
  const desk = new Desk();
  desk.answer = (request) => {
    desk.serve(request);
    return Promise.reject(new TypeError("the answer was lost"));
  };
  desk.type("a\nb\nc1");
  await desk.pass(SAVE_AFTER);
  desk.answer = (request) => desk.serve(request);
  desk.type("a\nb\nc12");
  await desk.pass(10_000);
  assert.deepEqual([desk.stored.text, desk.conflicts.length, desk.state], ["a\nb\nc12", 0, "saved"]);
});

test("what another window changed elsewhere in the text is brought in", async () => {
  const desk = new Desk();
  desk.elsewhere("a theirs\nb\nc");
  desk.type("a\nb\nc mine");
  await desk.pass(1_000);
  assert.equal(desk.text, "a theirs\nb\nc mine");
  assert.equal(desk.stored.text, "a theirs\nb\nc mine");
});

test("where both changed one line nothing is saved over until the person has chosen", async () => {
  const desk = new Desk();
  desk.elsewhere("a\nb theirs\nc");
  desk.type("a\nb mine\nc");
  await desk.pass(20_000);
  assert.deepEqual([desk.state, desk.conflicts.length, desk.stored.text], ["conflict", 1, "a\nb theirs\nc"]);
  assert.equal(desk.copy.text, "a\nb mine\nc");
  await desk.saver.settle("a\nb mine\nb theirs\nc");
  await desk.pass(1_000);
  assert.deepEqual([desk.stored.text, desk.state], ["a\nb mine\nb theirs\nc", "saved"]);
});

test("a text over the limit is refused in words, kept here, and saved when it is shorter", async () => {
  const desk = new Desk();
  desk.type("x".repeat(51));
  await desk.pass(5_000);
  assert.deepEqual([desk.requests.length, desk.state, desk.copy.text.length], [0, "error", 51]);
  assert.match(desk.states.at(-1)[1], /51 characters, and at most 50/);
  desk.type("x".repeat(50));
  await desk.pass(1_000);
  assert.deepEqual([desk.stored.text.length, desk.state], [50, "saved"]);
});

test("a full disk is told in the server's words, and the save tried again until it works", async () => {
  const desk = new Desk();
  desk.answer = () => ({ status: 503, body: { message: "The disk is full.", hint: "Free some space." } });
  desk.type("a\nb\nc1");
  await desk.pass(10_000);
  assert.deepEqual(desk.states.at(-1), ["error", "The disk is full. Free some space."]);
  assert.ok(desk.requests.length > 2);
  desk.answer = (request) => desk.serve(request);
  await desk.pass(10_000);
  assert.equal(desk.state, "saved");
});

test("the page's news is taken in while nothing is typed, and old news is none", async () => {
  const desk = new Desk();
  desk.saver.takeIn("a\nb\nfrom the brief", 2);
  assert.equal(desk.text, "a\nb\nfrom the brief");
  desk.saver.takeIn("a\nb\nc", 1);
  assert.equal(desk.text, "a\nb\nfrom the brief");
});

test("a page that is left is saved at once, outliving it where the text is short enough", async () => {
  const desk = new Desk();
  desk.type("a\nb\nc1");
  await desk.saver.save({ leaving: true });
  assert.deepEqual([desk.requests[0].keepalive, desk.stored.text], [true, "a\nb\nc1"]);
  const long = new Desk("x".repeat(30_000));
  long.saver.longest = 100_000;
  long.type("y".repeat(30_000));
  await long.saver.save({ leaving: true });
  assert.equal(long.requests[0].keepalive, false);
});

test("a copy of a closed window comes back, over what it was based on or merged with what came since", async () => {
  const desk = new Desk();
  desk.saver.restore({ text: "a\nb\nc lost", base: "a\nb\nc", sent: [] });
  await desk.pass(1_000);
  assert.equal(desk.stored.text, "a\nb\nc lost");
  const other = new Desk("a since\nb\nc");
  other.saver.restore({ text: "a\nb\nc lost", base: "a\nb\nc", sent: [] });
  await other.pass(1_000);
  assert.equal(other.stored.text, "a since\nb\nc lost");
});
