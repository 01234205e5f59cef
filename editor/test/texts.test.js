// Offsets, fingerprints, differences and merges of texts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changes } from "../src/diff.js";
import { fingerprint } from "../src/fingerprint.js";
import { isClean, merge, textOf } from "../src/merge.js";
import { toUnits } from "../src/offsets.js";
import { sameSaid } from "../src/words.js";

function random(seed) {
  let state = seed;
  return (most) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % most;
  };
}

function lines(next, many = 8) {
  return Array.from({ length: next(many) }, () => ["a", "b", "c", "", "- duty", "longer line"][next(6)]).join("\n");
}

function applied(text, list) {
  return [...list].reverse().reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

test("offsets in code points become offsets in UTF-16 units", () => {
  const at = toUnits("a🚑b🚑c");
  assert.deepEqual([0, 1, 2, 3, 4, 5, 9].map(at), [0, 1, 3, 4, 6, 7, 7]);
  assert.deepEqual([0, 2, 9].map(toUnits("abc")), [0, 2, 3]);
});

test("a fingerprint is the one that the server makes", () => {
  assert.equal(fingerprint("We pay"), "506735c1-6");
  assert.equal(fingerprint(""), "00000000-0");
  assert.equal(fingerprint("שרה 🚑"), "44bdd3b4-11");
});

test("changes turn one text into any other", () => {
  const next = random(7);
  for (let round = 0; round < 3000; round++) {
    const [one, other] = [lines(next), lines(next)];
    assert.equal(applied(one, changes(one, other)), other, JSON.stringify([one, other]));
  }
});

test("changes touch only the lines that differ", () => {
  assert.deepEqual(changes("one\ntwo\nthree", "one\ntwo and a half\nthree"), [{ from: 7, to: 7, insert: " and a half" }]);
  assert.deepEqual(changes("one\ntwo", "one\ntwo"), []);
});

test("lines that only one side changed are taken over from both", () => {
  const parts = merge("a\nb\nc\nd", "a\nb mine\nc\nd", "a\nb\nc\nd theirs\ne");
  assert.ok(isClean(parts));
  assert.equal(textOf(parts), "a\nb mine\nc\nd theirs\ne");
});

test("lines that both sides changed are left to choose", () => {
  const parts = merge("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc");
  assert.deepEqual(parts, [
    { lines: ["a"] },
    { base: ["b"], mine: ["mine"], theirs: ["theirs"] },
    { lines: ["c"] },
  ]);
  assert.equal(textOf(parts, [["mine", "theirs"]]), "a\nmine\ntheirs\nc");
});

test("a merge with an unchanged side is the other side, and of one change made twice that change", () => {
  const next = random(11);
  for (let round = 0; round < 2000; round++) {
    const [base, mine] = [lines(next), lines(next)];
    for (const [a, b] of [[mine, base], [base, mine], [mine, mine]]) {
      const parts = merge(base, a, b);
      assert.ok(isClean(parts));
      assert.equal(textOf(parts), mine);
    }
  }
});

test("where sides differ, taking all of one side's choices keeps its lines", () => {
  assert.equal(chosen("a\nb\nc\nd", "x\nb\nc\nd", "y\nb\nc\nd2", "mine"), "x\nb\nc\nd2");
  assert.equal(chosen("a\nb\nc\nd", "x\nb\nc\nd", "y\nb\nc\nd2", "theirs"), "y\nb\nc\nd2");
  assert.equal(chosen("a\nb", "a", "a\nb2", "mine"), "a");
});

function chosen(base, mine, theirs, side) {
  const parts = merge(base, mine, theirs);
  return textOf(parts, parts.filter((part) => !part.lines).map((part) => part[side]));
}

test("findings that say the same are one group, in the order of the first", () => {
  const [one, two, three] = ["vague", "long", "vague"].map((message, id) => ({ id, message }));
  assert.deepEqual(sameSaid([one, two, three]), [[one, three], [two]]);
  assert.deepEqual(sameSaid([]), []);
});
