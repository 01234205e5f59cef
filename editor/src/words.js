// The words for severities and counts; postwright/ui/words.py uses the same.
export const SEVERITIES = ["error", "warning", "notice", "info"];
export const SEVERITY_NAMES = { error: "Must fix", warning: "Should fix", notice: "Worth a look", info: "For information" };

/** Return counts by severity in words: "1 must fix, 3 worth a look". */
export function countsInWords(findings) {
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length]);
  const words = counts.filter(([, many]) => many).map(([severity, many]) => `${many} ${SEVERITY_NAMES[severity].toLowerCase()}`);
  return words.join(", ") || "Nothing to remark on";
}

/** Return the findings in the order of the side list and of F8: those without a place first, then by place. */
export function inOrder(entries) {
  const rank = (entry) => SEVERITIES.indexOf(entry.finding.severity);
  return [...entries].sort((one, other) =>
    one.from === null || other.from === null
      ? (one.from === null ? 0 : 1) - (other.from === null ? 0 : 1) || rank(one) - rank(other)
      : one.from - other.from || one.to - other.to || rank(one) - rank(other),
  );
}

/** Return findings in groups that say the same, in their order. */
export function sameSaid(findings) {
  const groups = new Map();
  for (const finding of findings) groups.set(finding.message, [...(groups.get(finding.message) ?? []), finding]);
  return [...groups.values()];
}
