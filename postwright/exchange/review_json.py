"""A review -> JSON for other programs (docs/schemas/review.schema.json)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from postwright.consistency.figures import findings_by_rule, pay_by_level, years_by_level
from postwright.consistency.groups import Group
from postwright.consistency.record import ReviewedPosting
from postwright.consistency.review import Review
from postwright.consistency.role_titles import rung_words
from postwright.consistency.rule import Remark
from postwright.exchange.review_files import Made
from postwright.model.words import SEVERITIES

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

FORM = "postwright/review/1"
"""Name and version of this form; it changes when a field changes its meaning."""


def to_json(review: Review, guidelines: Guidelines, made: Made) -> str:
    """Return the review as one JSON object, in ASCII; postings are known by their number, from 1."""
    return json.dumps(review_object(review, guidelines, made), indent=1) + "\n"


def review_object(review: Review, guidelines: Guidelines, made: Made) -> dict[str, Any]:
    """Return the review as plain values."""
    return {
        "form": FORM,
        "reviewed": made.name,
        "on": made.on,
        "unread": list(made.unread),
        "postings": [_posting(number, posting) for number, posting in enumerate(review.postings, 1)],
        "groups": [_group(group) for group in review.groups if len(group.members) > 1],
        "findings": [_remark(remark) for remark in review.remarks],
        "rules": [
            {
                "rule": count.rule, "severity": count.severity, "counts": dict(count.counts),
                "findings": count.findings, "postings": count.postings,
            }
            for count in findings_by_rule(review)
        ],
        "years_by_level": [
            {
                "level": row.level, "software": row.software, "usual": list(row.usual) if row.usual else None,
                "limit": row.limit, "asked": [years for years, _ in row.asked], "silent": row.silent,
                "middle": row.middle,
            }
            for row in years_by_level(review, guidelines)
        ],
        "pay_by_level": [
            {
                "level": row.level, "currency": row.currency, "middle": row.middle,
                "ranges": [[least, most] for least, most, _ in row.ranges],
            }
            for row in pay_by_level(review)
        ],
    }  # fmt: skip


def _posting(number: int, posting: ReviewedPosting) -> dict[str, Any]:
    counts = dict(posting.counts)
    return {
        "number": number,
        "id": posting.id,
        "title": posting.title,
        "employer": posting.employer,
        "place": posting.place,
        "language": posting.language,
        "levels": list(posting.levels),
        "role": posting.role_name,
        "rung": posting.rung,
        "years": posting.years,
        "degree": posting.degree,
        "degree_strength": posting.degree_strength,
        "must_haves": posting.must_haves,
        "pay": asdict(posting.pay) if posting.pay else None,
        "words": posting.words,
        "counts": {severity: counts.get(severity, 0) for severity in SEVERITIES},
        "rules": [{"rule": rule, "severity": severity, "findings": count} for rule, severity, count in posting.rules],
        "asked": [{"name": thing.name, "strength": thing.strength, "years": thing.years} for thing in posting.asked],
        "technologies": list(posting.technologies),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "role": group.name,
        "level": rung_words(group.levels, group.rung),
        "postings": [index + 1 for index in group.members],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "postings": [index + 1 for index in remark.postings],
        "compared_with": [index + 1 for index in remark.others],
        "group": remark.group,
        "message": remark.message,
        "arithmetic": remark.arithmetic,
        "difference": [asdict(piece) for piece in remark.difference],
        "why": remark.why,
        "source": remark.source,
    }
