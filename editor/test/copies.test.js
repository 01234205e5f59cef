// Copies in the browser: of closed windows they come back, of open ones they are left alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Copies } from "../src/copies.js";

class Storage {
  constructor() {
    this.kept = new Map();
  }
  get length() {
    return this.kept.size;
  }
  key(at) {
    return [...this.kept.keys()][at] ?? null;
  }
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  setItem(key, value) {
    if (this.full) throw new Error("no room");
    this.kept.set(key, value);
  }
  removeItem(key) {
    this.kept.delete(key);
  }
}

const open = (storage, windowId, alive, now = 0) =>
  new Copies({ storage, windowId, alive: async () => alive && new Set(alive), now: () => now });

test("the copy of a closed window is found, that of an open one is not", async () => {
  const storage = new Storage();
  open(storage, "closed", []).keep("p1", "", { text: "mine", base: "b", sent: [] });
  open(storage, "open", []).keep("p1", "", { text: "theirs", base: "b", sent: [] });
  open(storage, "closed", []).keep("p2", "", { text: "elsewhere", base: "b", sent: [] });
  const left = await open(storage, "new", ["open", "new"]).left("p1", "");
  assert.deepEqual(left.map(({ text, windowId }) => [text, windowId]), [["mine", "closed"]]);
});

test("a browser that cannot tell waits a minute", async () => {
  const storage = new Storage();
  open(storage, "other", null, 1_000).keep("p1", "", { text: "mine", base: "b", sent: [] });
  assert.equal((await open(storage, "new", null, 30_000).left("p1", "")).length, 0);
  assert.equal((await open(storage, "new", null, 90_000).left("p1", "")).length, 1);
});

test("what is broken or a month old is thrown away, and a full browser is no fault", async () => {
  const storage = new Storage();
  storage.setItem("postwright:unsaved:p1::x", "{");
  open(storage, "old", [], 0).keep("p1", "", { text: "mine", base: "b", sent: [] });
  assert.deepEqual(await open(storage, "new", [], 40 * 24 * 3600 * 1000).left("p1", ""), []);
  storage.full = true;
  assert.equal(open(storage, "new", []).keep("p1", "", { text: "t", base: "b", sent: [] }), false);
});
