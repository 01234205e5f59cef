"""A small guidelines folder of our own, so that the tests of loading do not depend on the house rules that ship."""

from __future__ import annotations

from pathlib import Path

SMALL: dict[str, str] = {
    "technologies.yaml": """\
as_of: '2026-01-15'
source: {title: Release notes, year: 2015, address: 'https://example.org'}
ambiguous_terms: [anvil]
technologies:
  - {id: anvil, name: Anvil, category: tool, first_public: 2012-03, confidence: high, ambiguous: true, context: [web]}
  - {id: tongs, name: Tongs, aliases: [tong], category: tool, first_public: 2001, stable_1_0: '2003', confidence: low}
""",
    "wording/age.yaml": """\
as_of: '2026-01-15'
category: age
wording:
  - id: age_1
    pattern: \\byoungsters?\\b
    exceptions: [youngsters as customers]
    severity: warning
    why: names an age
    suggest: [people]
    source: {title: House style}
    confidence: high
""",
    "jurisdictions.yaml": """\
as_of: '2026-01-15'
jurisdictions:
  - id: XX-AA
    name: Alder
    places: [XX-AA]
    level: state
    status: in_force
    statute: Pay Act s. 1
    checked: 2026-01
    source: {title: Pay Act, year: 2025, address: 'https://example.org/act'}
    confidence: high
    duties:
      pay_in_ad: required
      pay_form: closed_range
      open_ended_pay_allowed: false
      benefits_in_ad: true
      other_compensation_in_ad: null
      deadline_in_ad: false
      how_to_apply_in_ad: false
      inline_required: null
      ai_use_disclosure: false
      vacancy_status: false
      salary_history_question_banned: true
      remote_reach: performed_there
      employer_min: 5
      effective: 2025-07-01
      ends: null
""",
    "limits.yaml": """\
as_of: '2026-01-15'
limits:
  - {id: max_must_haves, value: 10, unit: items, why: Long lists deter., source: {title: House}, confidence: medium}
""",
    "roles/smith.yaml": """\
id: smith
name: Smith
titles: [smith]
function: craft
band: general
experience_in: smithing
experience_years: {p25: 0, p50: 1.5, p75: 3, p90: null}
degree_required_percent: 2
duties: [Shape iron, Keep the fire]
skill_groups:
  - {group: tools, need: must, any_of: [Anvil, Tongs], also: [hammer]}
source: {title: House}
confidence: high
""",
    "boilerplate/welcome.md": "---\nsource: House text\nreviewed: 2026-01\n---\n\nEveryone is welcome.\n",
}


def write_files(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder
