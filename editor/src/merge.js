// Three versions of a text -> one: lines that only one side changed are taken over, where both changed both are shown.
import { matches } from "./diff.js";

/**
 * Return the parts of the merged text: {lines} that are settled, or {mine, theirs, base} where both sides changed.
 * A part that came from the other side says so: {lines, theirs: true}.
 */
export function merge(base, mine, theirs) {
  const [o, a, b] = [base, mine, theirs].map((text) => text.split("\n"));
  const inMine = new Map(matches(o, a));
  const inTheirs = new Map(matches(o, b));
  const parts = [];
  let [x, y, z] = [0, 0, 0];
  const between = (nextX, nextY, nextZ) => {
    const [was, here, there] = [o.slice(x, nextX), a.slice(y, nextY), b.slice(z, nextZ)];
    if (!was.length && !here.length && !there.length) return;
    if (same(here, there) || same(was, there)) parts.push({ lines: here });
    else if (same(was, here)) parts.push({ lines: there, theirs: true });
    else parts.push({ base: was, mine: here, theirs: there });
  };
  for (let at = 0; at < o.length; at++) {
    if (!inMine.has(at) || !inTheirs.has(at)) continue;
    const [nextY, nextZ] = [inMine.get(at), inTheirs.get(at)];
    if (nextY < y || nextZ < z) continue;
    between(at, nextY, nextZ);
    parts.push({ lines: [o[at]] });
    [x, y, z] = [at + 1, nextY + 1, nextZ + 1];
  }
  between(o.length, a.length, b.length);
  return joined(parts);
}

/** Return whether anything is left to choose. */
export const isClean = (parts) => parts.every((part) => part.lines);

/** Return the text of parts; `choices` says for each conflict in turn which lines stand. */
export function textOf(parts, choices = []) {
  let conflict = 0;
  return parts.flatMap((part) => part.lines ?? choices[conflict++]).join("\n");
}

/** Return parts with neighbours joined that are settled in the same way. */
function joined(parts) {
  const together = [];
  for (const part of parts) {
    const last = together.at(-1);
    if (last?.lines && part.lines && last.theirs === part.theirs) last.lines = [...last.lines, ...part.lines];
    else together.push({ ...part });
  }
  return together;
}

const same = (a, b) => a.length === b.length && a.every((line, at) => line === b[at]);
