"""The words around a degree -> whether it is required, preferred, or replaceable by experience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postwright.model.reading import DegreeStrength
    from postwright.reading.degree_words import Naming

_REACH = 160
"""Characters behind a degree in which a mark of strength can still speak of it."""

_MARK = late(
    r"\b(?:(?P<preferred>(?:strongly |highly |is |are |also |very |much )*(?:preferred|preferable|desired|desirable|"
    r"advantageous|welcomed?|appreciated|valued|favou?red|favou?rable|recommended|encouraged)|a (?:strong |big |huge |"
    r"definite |great |real |major )?(?:plus|bonus|advantage|asset)|an (?:added )?(?:plus|advantage|asset)|"
    r"(?:is|as) (?:a )?plus|nice[- ]to[- ]have|good to have|would be (?:an? )?(?:great|nice|ideal|beneficial|helpful|"
    r"useful|"
    r"advantage|asset|plus|bonus)|beneficial|helpful|not (?:strictly )?(?:required|essential|necessary|mandatory|a "
    r"must)|"
    r"optional|viewed favou?rably|looked (?:up)?on favou?rably)|(?P<required>required|mandatory|essential|"
    r"must(?:-have| have)?|compulsory|is a requirement))\b"
)
_TABLE_MARK = late(r"[^\w\n]{0,3}\((required|preferred)\)")
_BREAKS = late(
    r"[;!?\n•]|\.(?= |$)|\b(?:experience|years?|certifi\w+|licen[sc]\w+|knowledge|skills?|familiarity|proficien\w+|"
    r"ability|"
    r"understanding|background|concentration|specialization|emphasis|coursework|registration|designation|membership|"
    r"cpa|"
    r"cfa|pmp|cma|cissp)\b"
)
_FIELDS = late(
    r"\b(?:or|fields?|disciplines?|areas?|degree|equivalent|major|\w*sciences?|engineering|studies|related|"
    r"mathematics|math|"
    r"statistics|economics|finance|accounting|business|management|marketing|administration|technology|systems|physics|"
    r"communications?|psychology|law|biology|chemistry|it|mis)\b"
)
_BEFORE = late(
    r"\b(?:prefer(?:red|ably|ence|s)?|ideally|desired|desirable|desirably|bonus|nice to have|good to have|a plus|"
    r"pluses|plus if|"
    r"optional(?:ly)?|attractive|advantageous|beneficial|would love|even better|extra points)\b[^.;]{0,34}$"
)
_ENDS_PREFERENCE = late(r"\b(?:required|must|mandatory|essential|minimum|necessary|at least|requires?)\b")
_GLUED_BEFORE = late(r"\b(?:preferred|desired|desirable|a plus|beneficial|advantageous)[,.]? (?:an? |minimum )?$")
"""Right before a degree such a mark closes what stands before it ("sales preferred BA"), unless it opens."""

_DEGREE_NOUN = (
    r"(?:fields?|disciplines?|degrees?|majors?|subjects?|areas?|diploma|qualifications?|certificate|school|stream|"
    r"program|"
    r"technical degree|master|bachelor|ph\.?d|advanced|graduate|ged|license|certification)"
)
_WORK = (
    r"(?:relevant|related|similar|practical|proven|work|working|professional|industry|commensurate|significant|"
    r"applicable|"
    r"military|industrial|prior|direct|directly|extensive|demonstrable|demonstrated|comparable|hands-on|job|life|equal|"
    r"on-the-job|progressive|field|business|technical|additional|real[- ]world|research)"
)
_STANDS_IN = late(
    rf"(?:\bor|/|,|\(|\band/or)[\s,(]{{1,3}}(?:an? |the |some |its |any |have |has |at least |similar )*(?:foreign "
    rf")?(?:equivalent|"
    rf"equivalency|equivalence|commensurate|comparable)s?(?: (?:of|to|in))?\b(?! (?:or \w+ )?(?:\w+ )?{_DEGREE_NOUN}\b)"
    r"|\bequivalent[,]? (?:and |or |years |of |in |amount |relevant |related |practical |work(?:ing)?[ /]?|"
    r"professional |industry |job |military |hands-on |life |technical |business |relatable |direct |level |"
    r"real[- ]world |"
    r"prior |demonstrated |field |research |transferable |domain specific )*(?:experience|combination|training|"
    r"skills|knowledge)"
    r"|\b(?:combination|mix) of (?:\w+,? ){0,4}?(?:education|experience|training)|\bin lieu of\b|\bin place of\b"
    rf"|(?:\bor|\band/or|/|,) ?(?:an? |have |with |at least |equivalent |combined |\w+ly |\(?\d+\)?\+? (?:or more "
    rf")?years (?:of )?)*"
    rf"{_WORK},? (?:(?:and |or )?{_WORK},? )*experience"
    r"|\bor (?:at least |a minimum of |minimum |have )?(?:\(?\d+\)?|one|two|three|four|five|six|seven|eight|"
    r"ten)\+?(?: \(\d+\))?"
    r"[-+ ]*(?:(?:to|or) \w+ )?(?:years?|yrs)'? (?:of )?(?:\w+,? ){0,4}?experience(?! (?:with|in|and|for|plus) "
    r"(?:an? |the )?"
    r"(?:master|bachelor|ph|doct|graduate|adv))"
    r"|\b(?:degree|diploma|education) (?:and/)?or (?:\w+ ){0,3}?(?:experience|training|qualified)\b|\bor "
    r"experience\b|\bequivalency\b|\band/or experience"
    r"|\bexperience (?:may|can|will) be (?:considered|accepted|used)|\b(?:or|and/or) (?:be )?(?:qualified|"
    r"time[- ]served) by experience"
    r"|\binstead of (?:a )?degree|\bqualified by experience"
)
_LETTERS = (
    "equivalen",
    "lieu",
    "substitut",
    "experience",
    "comparable",
    "commensurate",
    "combination",
    "mix of",
    "place of",
)
_FIRST = late(
    r"\bexperience[^.;]{0,40}?,? or (?:an? |have an? |hold an? |possess an? )?$|\bequivalent (?:work |professional "
    r")?experience or "
)
_JUST_AS_HIGH = late(
    r"\bequivalent (?:\w+[ /]){0,2}?(?:experience|combination)|\b(?:combination|mix) of\b|\bin lieu of\b|"
    r"\bsubstitut\w+|"
    r"\bor (?:relevant|related|work|comparable) (?:\w+ )?experience|\bor (?:\(?\d+|one|two|three|four|five|"
    r"six)\b[^.;]{0,16}"
    r"(?:years|months)"
)
"""For school diplomas a bare "or equivalent" means the equivalency test, which is the same level."""

_EDUCATION = r"(?:degree|education|bachelor|master|college|academic|schooling|diploma|high school)"
_REPLACES = late(r"\b(?:substitut\w+|exchanged|in lieu|in place)\b[^.;]{0,30}? (?:of|for) (?P<what>[^.;]{0,90})")
_REPLACED = late(rf"\b{_EDUCATION}\w*|\b(?P<work>experience)\b")
_BELOW = late(
    r"^\W*(?:(?:or|and/or)[ ,]+)?(?:an? |any )?(?:equivalent|comparable|similar|related|relevant|experience "
    r"equivalent)\b"
    r"|\bequivalent (?:combination|substitut\w+|education/experience|education (?:and|or) experience)|\bcombination "
    r"of (?:\w+ )?"
    r"(?:education|training|experience|qualifications)|\beducation ?/ ?experience substitut|"
    r"\bexperience (?:may|can|will) (?:be )?(?:considered|accepted|substitut\w+) (?:for|in|as) [^.]{0,40}"
    r"(?:degree|education)|\b(?:degree|education|college)\b.{0,60}\b(?:may|can) be substituted (?:by|with)"
)
_SAYS_EDUCATION = late(rf"\b(?:{_EDUCATION}|minimums?\b|training)")
_HIGHER_ONLY = late(r"\b(?:graduate|advanced|master'?s?|doctoral|post-?graduate) degree|\bph\.?d")


def strengths(folded: str, start: int, end: int, namings: Sequence[Naming], *, preferred: bool) -> list[DegreeStrength]:
    """Return how strongly each degree of folded[start:end] is asked for; `preferred` is what its section says."""
    found: list[DegreeStrength] = []
    following: DegreeStrength | None = None
    joined_on = False
    for index in range(len(namings) - 1, -1, -1):
        naming = namings[index]
        after = namings[index + 1] if index + 1 < len(namings) else None
        tail = folded[naming.end : min(after.start if after else end, naming.end + _REACH)]
        strength = _after(tail)
        joined = after is not None and _is_joined(tail, same=naming.level == after.level, chain=joined_on)
        if strength is None and joined:
            strength = following
        if strength is None:
            head = folded[max(start, naming.start - 70) if index == 0 else namings[index - 1].end : naming.start]
            strength = "preferred" if _is_wished(head) else None
        if strength is None:
            strength = "preferred" if preferred else "required"
        found.append(strength)
        following, joined_on = strength, joined
    found.reverse()
    return found


def _is_wished(head: str) -> bool:
    mark = _BEFORE.search(head)
    if mark is None or _ENDS_PREFERENCE.search(mark.group()):
        return False
    return not (_GLUED_BEFORE.search(head) and len(head[: mark.start()].split()) > 1)


def _after(tail: str) -> DegreeStrength | None:
    """Return the strength that the words right after a degree give it, or None where they are silent."""
    table = _TABLE_MARK.match(tail)
    if table is not None:
        return "preferred" if table.group(1) == "preferred" else "required"
    mark = _MARK.search(tail)
    if mark is None or _BREAKS.search(tail, 0, mark.start()):
        return None
    if mark["required"]:
        return "required"
    opened = tail.rfind("(", 0, mark.start())
    if opened >= 0 and ")" not in tail[opened : mark.start()] and tail[opened + 1 : mark.start()].strip():
        return None  # "(concentration in botany preferred)"
    _, comma, last = tail[: mark.start()].rpartition(",")
    if comma and last.strip() and not _FIELDS.search(last):
        return None
    return "preferred"


def _is_joined(tail: str, *, same: bool, chain: bool) -> bool:
    """Whether a degree is one of several alternatives that share what follows ("BS/MS", "BA, MA or PhD")."""
    match = _JOINT.fullmatch(tail) if len(tail) <= 30 else None
    if match is None:
        return False
    joint = match["joint"].strip()
    return bool(joint) and (same or (joint != "(" and (joint != "," or chain)))


_JOINT = late(
    r"(?:'?s)?(?: degrees?| level)?(?P<joint>[\s/,.&(|]*(?:or|and/or|and)?[\s/]*)(?:preferably |possibly )?(?:an? |"
    r"the |higher )?"
)


def stands_in(folded: str, start: int, naming: Naming, end: int) -> bool:
    """Whether the words around a degree let experience take its place; folded[start:end] is what may speak of it.

    Nothing before the degree is looked at where `start` is its own start.
    """
    stop = folded.find(";", naming.end, end)
    if stop >= 0 and folded.find("; or", naming.end, end) < 0:
        end = stop
    clause = folded[naming.end : min(end, naming.end + 600)]
    if any(letters in clause for letters in _LETTERS):
        pattern = _JUST_AS_HIGH if naming.level == "high_school" else _STANDS_IN
        if pattern.search(clause):
            return True
    head = folded[max(start, naming.start - 80) : naming.start]
    return "experience" in head and _FIRST.search(head) is not None


def replaces_degrees(sentence: str) -> bool:
    """Whether a sentence of its own says that experience takes the place of a degree.

    >>> replaces_degrees("Two years of experience may be substituted for the degree.")
    True
    >>> replaces_degrees("A degree may be substituted for two years of experience.")
    False
    """
    replaced = replaced_thing(sentence)
    if replaced:
        return replaced == "education"
    if _HIGHER_ONLY.search(sentence):
        return False
    return _BELOW.search(sentence) is not None and (
        _SAYS_EDUCATION.search(sentence) is not None or "experience" in sentence[:80]
    )


def replaced_thing(sentence: str) -> str:
    """Return "education" or "experience", whichever a sentence says can be replaced; empty where it says nothing."""
    for match in _REPLACES.finditer(sentence):
        what = _REPLACED.search(match["what"])
        if what is not None:
            return "experience" if what["work"] else "education"
    return ""
