"""How grave a finding is in this house: what its rule says of it, moved by what the house says of the rule."""

from __future__ import annotations

from postwright.model.words import SEVERITIES, Confidence, Severity


def in_house(severity: Severity, confidence: Confidence, *, of_rule: Severity, house: str | None) -> Severity:
    """Return the severity of a finding whose rule has the severity `of_rule`, and `house` by the house's profile.

    A finding that its rule takes more lightly than its gravest stays lighter: it moves up by as many steps as the rule,
    and down no further than the rule. A fact that is not sure makes no error.

    >>> in_house("warning", "high", of_rule="warning", house="error")
    'error'
    >>> in_house("notice", "high", of_rule="warning", house="error")
    'warning'
    >>> in_house("notice", "high", of_rule="error", house="info")
    'info'
    """
    if house and house != "off":
        own, rules, wanted = (SEVERITIES.index(name) for name in (severity, of_rule, house))
        raised = max(own, rules) - max(rules - wanted, 0)
        severity = SEVERITIES[max(raised, wanted)]
    return "warning" if severity == "error" and confidence != "high" else severity
