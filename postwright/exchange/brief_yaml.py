"""Briefs as YAML or JSON: text -> `Brief` with every problem named in plain words, and `Brief` -> commented YAML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from postwright.errors import BriefError, InputError
from postwright.exchange.brief_fields import FIELD_NOTES, FieldNote
from postwright.exchange.brief_problems import Problem, field_names, plain_problem
from postwright.exchange.limits import MAX_BRIEF_CHARACTERS
from postwright.exchange.nearest import did_you_mean
from postwright.late_pattern import late
from postwright.model.brief import Brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import ValidationError

    from postwright.guidelines.records import RoleProfile

START_HINT = "Start from `postwright brief --profile ID > brief.yaml`, fill it in and try again."
_YEARS = late(r"(\d{1,2}(?:\.\d)?)\s*(?:[-–]\s*(\d{1,2}(?:\.\d)?)|\+)?")
"""`5`, `5+`, `3-5`: the short forms of a range of years."""


def load_brief(text: str, *, name: str = "brief") -> Brief:
    """Return the brief that `text`, YAML or JSON, stands for; `name` is what messages call it.

    Raises BriefError for text that is broken or not allowed, and with all `problems` at once, each a field id and
    what is wrong with it, for values that a brief cannot have.
    """
    try:
        value = _prepared(_parsed(text.removeprefix("\ufeff"), name))
    except RecursionError:
        raise BriefError(f"{name} is nested too deeply.", hint="Write it flatter.") from None
    if not value:
        raise BriefError(f"{name} is empty.", hint=START_HINT)
    if not isinstance(value, dict):
        raise BriefError(f"{name} is not a brief: it must be a list of `field: value` lines.", hint=START_HINT)
    return brief_from_value(value, name=name, text=text)


def brief_from_value(value: dict[str, Any], *, name: str = "brief", text: str = "") -> Brief:
    """Return the brief of a parsed mapping. Raises BriefError as `load_brief` does, with the lines of `text`."""
    from pydantic import ValidationError

    try:
        return Brief.model_validate(value)
    except ValidationError as error:
        _refuse(error, value, name, text)


def check_profile(brief: Brief, roles: Mapping[str, RoleProfile]) -> None:
    """Raise BriefError where the brief names a role profile that there is not."""
    if brief.profile and brief.profile not in roles:
        problem = f'there is no role profile "{brief.profile}".{did_you_mean(brief.profile, roles)}'
        raise BriefError(
            f"role profile: {problem}",
            hint=f"Known profiles: {', '.join(sorted(roles))}; or leave it out.",
            problems=(("profile", problem),),
        )


def _refuse(error: ValidationError, value: dict[str, Any], name: str, text: str) -> NoReturn:
    problems = tuple(plain_problem(detail, value) for detail in error.errors(include_url=False))
    lines = [_line(problem, text) for problem in problems]
    in_order = sorted(zip(lines, problems, strict=True), key=lambda pair: pair[0] or 0)
    told = "\n".join(f"  {_told(problem, line)}" for line, problem in in_order)
    raise BriefError(
        f"{name} cannot be used:\n{told}\n" if len(problems) > 1 else f"{name} cannot be used: {told.strip()}",
        hint="Mend what is named here and try again.",
        problems=tuple((problem.field_id, problem.words) for problem in problems),
    ) from None


def _line(problem: Problem, text: str) -> int | None:
    """Return the line of the text in which a problem lies, or None without a text."""
    from postwright.yaml_lines import line_of

    return line_of(text.removeprefix("\ufeff"), problem.where) if text else None


def _told(problem: Problem, line: int | None) -> str:
    """Return a problem as a sentence, with its line where that is known."""
    words = problem.words if problem.words.endswith((".", "?")) else f"{problem.words}."
    return f"line {line}, {words}" if line else words


def _parsed(text: str, name: str) -> object:
    from postwright import safe_yaml

    if len(text) > MAX_BRIEF_CHARACTERS:
        raise BriefError(
            f"{name} is too large for a brief: {len(text):,} characters.",
            hint=f"At most {MAX_BRIEF_CHARACTERS:,} characters are read. Is it the right file?",
        )
    try:
        if text.lstrip().startswith("{"):
            return _parsed_json(text, name)
        return safe_yaml.parse(text, name=name)
    except InputError as error:
        raise BriefError(error.message, hint=error.hint) from None


def _parsed_json(text: str, name: str) -> object:
    """Return the value of JSON text; what is not JSON may still be YAML in braces."""
    from postwright import safe_yaml

    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except _Refused as refused:
        raise InputError(f"{name}: {refused}.", hint="Mend it and try again.") from None
    except ValueError as error:
        try:
            return safe_yaml.parse(text, name=name)
        except InputError:
            raise InputError(f"{name} is not valid JSON: {error}.", hint="Mend the place that is named.") from None


class _Refused(Exception):
    """Something that JSON allows and a brief does not."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise _Refused(f"the key `{twice}` stands twice in the same object")
    return result


def _no_constant(word: str) -> NoReturn:
    raise _Refused(f"{word} is not a number that a brief can have")


def _prepared(value: object, *, key: str = "") -> Any:
    """Return the value without empty entries ("title:" with nothing after it) and with short years written out.

    What is no field stays, so that it is refused: in braces a comma ends a value, and the words after it are a key.
    """
    if isinstance(value, dict):
        names = field_names()
        return {
            name: _prepared(part, key=name) for name, part in value.items() if part is not None or name not in names
        }
    if isinstance(value, list):
        return [_prepared(part, key=key if key in _CODE_FIELDS else "") for part in value if part is not None]
    if key == "years":
        return _years(value)
    if key in _CODE_FIELDS and isinstance(value, str) and _CODE.fullmatch(value.strip()):
        return value.strip().upper()
    if key in _WORD_FIELDS and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


_WORD_FIELDS = frozenset({"title", "requisition_id", "postal_code", "street", "hours", "start", "phone", "name"})
"""Fields of words in which people write bare numbers (`requisition_id: 1042`)."""


_CODE_FIELDS = frozenset({"place", "currency", "remote_from"})
"""Fields of codes in capitals, which people write small too."""


_CODE = late(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,3}){0,2}")


def _years(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return {"minimum": value}
    if isinstance(value, str) and (found := _YEARS.fullmatch(value.strip())):
        return {"minimum": float(found[1]), **({"maximum": float(found[2])} if found[2] else {})}
    return value


def dump_brief(brief: Brief, *, commented: bool = True) -> str:
    """Return the brief as YAML that `load_brief` reads back to the same brief; comments say what a field is for."""
    values = filled_values(brief)
    if not commented:
        return _yaml(values)
    parts = [
        _comment(note.comment) + _yaml({note.name: values[note.name]}) for note in FIELD_NOTES if note.name in values
    ]
    return "\n".join(parts)


def dump_brief_json(brief: Brief) -> str:
    """Return the brief as JSON that `load_brief` reads back to the same brief."""
    return json.dumps(filled_values(brief), ensure_ascii=False, indent=2) + "\n"


def filled_values(brief: Brief) -> dict[str, Any]:
    """Return what the brief says, as plain values, without fields left at their defaults."""
    values = brief.model_dump(mode="json", exclude_defaults=True)
    return {note.name: _whole(values[note.name]) for note in FIELD_NOTES if note.name in values}


def _whole(value: Any) -> Any:
    """Return the value with 5.0 written as 5."""
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def template_brief(profile: RoleProfile | None = None) -> str:
    """Return a commented brief to fill in; a profile's usual duties and skills stand in it as suggestions.

    Everything but the profile's id is commented out, so that nothing ends up in a posting that nobody chose.
    """
    heading = f"A brief for: {profile.name}" if profile else "A brief"
    opening = (
        f"# {heading}.\n# Remove the # before what you need and fill it in; lines that stay commented say nothing.\n"
        "# Then: postwright draft THIS_FILE\n"
    )
    return "\n".join([opening, *(_template_field(note, profile) for note in FIELD_NOTES)])


def _template_field(note: FieldNote, profile: RoleProfile | None) -> str:
    example = note.example
    if profile is not None:
        if note.name == "profile":
            return _comment(note.comment) + _yaml({"profile": profile.id})
        example = _suggestion(note.name, profile) or example
    return _comment(note.comment) + _comment(example, mark="#")


def _suggestion(name: str, profile: RoleProfile) -> str:
    """Return the profile's own example for a field, or nothing."""
    if name == "responsibilities" and profile.duties:
        return _yaml({name: list(profile.duties)})
    if name == "must_have":
        return _skills(name, (group.any_of for group in profile.skill_groups if group.need == "must"))
    if name == "nice_to_have":
        groups = [group.any_of for group in profile.skill_groups if group.need != "must"]
        return _skills(name, (*groups, *((skill,) for skill in profile.nice_to_have)))
    if name == "experience_in" and profile.experience_in:
        return _yaml({name: profile.experience_in})
    if name == "title" and profile.titles:
        return _yaml({name: profile.name})
    return ""


def _skills(name: str, groups: Iterable[tuple[str, ...]]) -> str:
    entries = [{"text": group[0]} if len(group) == 1 else {"alternatives": list(group)} for group in groups if group]
    return _yaml({name: entries}) if entries else ""


def _comment(text: str, *, mark: str = "# ") -> str:
    return "".join(f"{mark}{line}\n" for line in text.splitlines())


def _yaml(value: dict[str, Any]) -> str:
    """Return `value` as YAML without anchors; text of several lines stands as a block."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
            return super().increase_indent(flow, False)

    def represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    Dumper.add_representer(str, represent_text)
    return str(yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=110))
