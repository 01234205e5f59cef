// What tells a text from its other versions, as postwright/desk/following.py computes it: CRC-32 and bytes of its UTF-8.
const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let rest = number;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});
const encoder = new TextEncoder();

/** Return the fingerprint of a text: "506735c1-6" for "We pay". */
export function fingerprint(text) {
  const octets = encoder.encode(text);
  let sum = 0xffffffff;
  for (let at = 0; at < octets.length; at++) sum = TABLE[(sum ^ octets[at]) & 0xff] ^ (sum >>> 8);
  return `${((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0")}-${octets.length}`;
}
