// What differs between two versions of a text, line by line (Myers' algorithm), and as changes for the editor.
const MOST_STEPS = 1500; // beyond it the whole middle counts as changed: such texts have nothing in common

/** Return the pairs [index in a, index in b] of lines that both have, in order. */
export function matches(a, b) {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const pairs = [];
  for (let at = 0; at < head; at++) pairs.push([at, at]);
  for (const [x, y] of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)))
    pairs.push([x + head, y + head]);
  for (let at = tail; at > 0; at--) pairs.push([a.length - at, b.length - at]);
  return pairs;
}

function middle(a, b) {
  if (!a.length || !b.length) return [];
  const most = Math.min(a.length + b.length, MOST_STEPS);
  const furthest = new Map([[1, 0]]);
  const history = [];
  for (let steps = 0; steps <= most; steps++) {
    history.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const down =
        diagonal === -steps || (diagonal !== steps && furthest.get(diagonal - 1) < furthest.get(diagonal + 1));
      let x = down ? furthest.get(diagonal + 1) : furthest.get(diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walked_back(history, a.length, b.length);
    }
  }
  return [];
}

function walked_back(history, x, y) {
  const pairs = [];
  for (let steps = history.length - 1; steps > 0; steps--) {
    const furthest = history[steps];
    const diagonal = x - y;
    const down = diagonal === -steps || (diagonal !== steps && furthest.get(diagonal - 1) < furthest.get(diagonal + 1));
    const from = down ? furthest.get(diagonal + 1) : furthest.get(diagonal - 1);
    const before = down ? diagonal + 1 : diagonal - 1;
    const start = down ? from : from + 1;
    while (x > start) pairs.push([--x, --y]);
    x = from;
    y = from - before;
  }
  while (x > 0 && y > 0) pairs.push([--x, --y]);
  return pairs.reverse();
}

/** Return the changes {from, to, insert} that turn one text into another, so that marks and cursor elsewhere stay. */
export function changes(before, after) {
  if (before === after) return [];
  const a = before.split("\n");
  const b = after.split("\n");
  const starts = [0];
  for (const line of a) starts.push(starts.at(-1) + line.length + 1);
  const found = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...matches(a, b), [a.length, b.length]]) {
    if (nextX > x || nextY > y) found.push(stretch(before, a, b, starts, x, nextX, y, nextY));
    [x, y] = [nextX + 1, nextY + 1];
  }
  return found;
}

function stretch(before, a, b, starts, x, nextX, y, nextY) {
  let insert = b.slice(y, nextY).join("\n");
  let from = starts[x];
  let to = nextX > x ? starts[nextX] - 1 : from;
  if (nextX === x) {
    // lines put in: the break goes after them, or before them at the end of the text
    if (x < a.length) insert += "\n";
    else {
      from = to = before.length;
      insert = (a.length ? "\n" : "") + insert;
    }
  } else if (nextY === y) {
    // lines taken out, with the break after them, or before them at the end
    if (nextX < a.length) to += 1;
    else if (x > 0) from -= 1;
  } else return trimmed(before, from, to, insert);
  return { from, to, insert };
}

function trimmed(before, from, to, insert) {
  let head = 0;
  while (from + head < to && head < insert.length && before[from + head] === insert[head]) head++;
  let tail = 0;
  while (to - tail > from + head && insert.length - tail > head && before[to - 1 - tail] === insert[insert.length - 1 - tail])
    tail++;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}
