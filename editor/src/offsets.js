// Python counts code points, CodeMirror UTF-16 units.

/** Return a function from an offset in code points of `text` to one in UTF-16 units. */
export function toUnits(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => Math.min(offset, text.length);
  const starts = [];
  let units = 0;
  for (const character of text) {
    starts.push(units);
    units += character.length;
  }
  starts.push(units);
  return (offset) => starts[Math.min(offset, starts.length - 1)];
}
