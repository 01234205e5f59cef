// The list of shortcuts and the keys that are bound are one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bindings, pressed, said } from "../src/keys.js";

const run = () => true;

test("every key of a shortcut is bound to its command", () => {
  assert.deepEqual(bindings("figures", { "close-figure": run }), [{ key: "Escape", run }]);
});

test("a shortcut without a command, and a command that is not listed, are refused", () => {
  assert.throws(() => bindings("figures", {}), /shortcuts listed for figures: close-figure; commands: $/);
  assert.throws(() => bindings("figures", { "close-figure": run, other: run }), /commands: close-figure,other/);
});

test("a key is told from others, and said in words", () => {
  assert.equal(pressed({ key: "Escape" }, "close-figure"), true);
  assert.equal(pressed({ key: "Enter" }, "close-figure"), false);
  assert.equal(said("previous-finding"), "Shift F8");
});
