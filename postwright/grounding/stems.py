"""English words -> stems, so that "manages", "managed" and "management" are one word to grounding.

A short suffix stripper of our own: a stem need not be a word, it must only be the same for words of one family. Those
who do a thing keep their ending ("manager" is not "manage"): who does what to whom is a question of grounding.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "apply": "appli", "reply": "repli", "supply": "suppli", "comply": "compli", "rely": "reli", "imply": "impli",
    "family": "famili", "assembly": "assembli", "multiply": "multipli", "early": "early", "only": "only",
    "july": "july",
    "led": "lead", "ran": "run", "wrote": "write", "written": "write", "built": "build", "taught": "teach",
    "held": "hold", "kept": "keep", "made": "make", "gave": "give", "given": "give", "took": "take", "taken": "take",
    "brought": "bring", "sold": "sell", "paid": "pay", "spoke": "speak", "spoken": "speak", "knew": "know",
    "known": "know", "sought": "seek", "met": "meet", "left": "leave", "drove": "drive", "driven": "drive",
    "sent": "send", "spent": "spend", "understood": "understand", "grew": "grow", "grown": "grow", "chose": "choose",
    "chosen": "choose", "saw": "see", "seen": "see", "went": "go",
    "gone": "go", "going": "go", "goes": "go", "did": "do", "done": "do",
    "doing": "do",
    "children": "child",
    "midwives": "midwif", "wives": "wif", "knives": "knif", "shelves": "shelf", "leaves": "leave", "halves": "half",
    "calves": "calf", "loaves": "loaf",
    "people": "person", "men": "man", "women": "woman", "analyses": "analysis", "lives": "life",
    "staff": "staff", "news": "news", "bus": "bus", "gas": "gas", "less": "less", "its": "its", "this": "this",
    "has": "has", "does": "does", "us": "us", "is": "is", "always": "always", "bonus": "bonus", "sales": "sale",
    "better": "better", "shown": "show", "bought": "buy", "thought": "think", "thing": "thing", "string": "string",
    "spring": "spring", "during": "during", "evening": "evening", "morning": "morning", "wing": "wing",
    "king": "king", "need": "need", "feed": "feed", "speed": "speed", "bed": "bed", "seed": "seed", "red": "red",
    "was": "be", "everything": "everything", "something": "something", "anything": "anything", "nothing": "nothing",
    "hundred": "hundred", "united": "united", "wellbeing": "wellbe", "being": "be", "been": "be", "are": "be",
    "were": "be", "am": "am", "licence": "licens", "license": "licens", "licensed": "licens", "licences": "licens",
    "licenses": "licens", "practice": "practis", "practise": "practis", "practices": "practis",
    "programme": "program", "programmes": "program", "centre": "center", "centres": "center", "enrolment": "enrol",
    "note": "note", "notes": "note", "noted": "note", "noting": "note",
    "dealt": "deal", "borne": "bear", "bore": "bear", "felt": "feel", "told": "tell",
    "said": "say", "found": "find", "lost": "lose", "won": "win", "fed": "feed", "sat": "sit", "slept": "sleep",
    "began": "begin", "begun": "begin", "broke": "break", "broken": "break", "drew": "draw", "drawn": "draw",
    "fell": "fall", "fallen": "fall", "flew": "fly", "flown": "fly", "got": "get", "gotten": "get", "heard": "hear",
    "meant": "mean", "rose": "rise", "risen": "rise", "stood": "stand", "threw": "throw", "thrown": "throw",
    "wore": "wear", "worn": "wear", "came": "come", "became": "become", "sang": "sing", "sung": "sing",
    "travelling": "travel", "travelled": "travel", "modelling": "model", "modelled": "model",
    "labelling": "label", "labelled": "label", "cancelling": "cancel", "cancelled": "cancel", "enrolled": "enrol",
    "enrolling": "enrol", "patrolling": "patrol", "patrolled": "patrol", "fulfilled": "fulfil", "fulfilling": "fulfil",
    "controlling": "control", "controlled": "control", "counselling": "counsel", "signalling": "signal",
    "levelling": "level", "channelled": "channel", "totalling": "total",
    "metre": "meter", "metres": "meter", "judgement": "judg", "judgment": "judg", "cheque": "check",
    "cheques": "check",
}  # fmt: skip
"""Words whose ending tells nothing, or whose spelling differs between countries."""

_ENDINGS = (
    ("isational", "iz"), ("izational", "iz"), ("isations", "iz"), ("izations", "iz"), ("isation", "iz"),
    ("ization", "iz"), ("ifications", "ify"),
    ("ification", "ify"), ("ations", "at"), ("ation", "at"), ("itions", "it"), ("ition", "it"), ("ctions", "ct"),
    ("ction", "ct"), ("sions", "s"), ("sion", "s"), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""),
    ("iously", "i"), ("ously", "ou"), ("fully", "ful"), ("ically", "ic"), ("ally", "al"), ("ily", "i"), ("ably", "abl"),
    ("ibly", "ibl"), ("ely", ""), ("ly", ""), ("nesses", ""), ("ness", ""), ("ances", "anc"), ("ance", "anc"),
    ("ences", "enc"), ("ence", "enc"), ("ency", "enc"), ("ancy", "anc"),
    ("ising", "iz"), ("izing", "iz"), ("ised", "iz"), ("ized", "iz"), ("ises", "iz"), ("izes", "iz"), ("ise", "iz"),
    ("ize", "iz"), ("ying", "i"), ("ied", "i"), ("ies", "i"), ("ings", ""), ("ing", ""), ("eed", "e"), ("ed", ""),
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z"), ("ates", "at"), ("ate", "at"),
    ("ses", "s"), ("s", ""),
    ("ours", "or"), ("our", "or"),
)  # fmt: skip
_KEEPS_S = ("ss", "us", "is", "ous")
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case.

    >>> [stem(word) for word in ("managed", "management", "organise", "organization", "policies", "nurses", "running")]
    ['manag', 'manag', 'organiz', 'organiz', 'polici', 'nurs', 'run']
    """
    if word.endswith("n't"):
        return word
    word = word.partition("'")[0] or word
    known = _IRREGULAR.get(word)
    if known is not None:
        return known if known == word else _IRREGULAR.get(known) or _settled(known)
    if len(word) > 40 or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and _can_lose(word, ending):
            return _settled(word[: -len(ending)] + instead)
    return _settled(word)


def _can_lose(word: str, ending: str) -> bool:
    if ending == "s" and word.endswith(_KEEPS_S):
        return False
    rest = word[: -len(ending)]
    if ending == "ying" and rest[-1:] in _VOWELS:
        return False
    if ending in ("our", "ours"):
        return len(rest) >= 3 and rest not in ("hon", "p", "f")
    return len(rest) >= (2 if ending in ("s", "ies", "ied", "ying", "es", "sses") else 3) and bool(_VOWELS & set(rest))


def _settled(root: str) -> str:
    """Return a root with its last letters as all words of the family have them."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeiouls":
        root = root[:-1]
    if len(root) > 3 and root.endswith("e"):
        root = root[:-1]
    if len(root) > 2 and root.endswith("y") and root[-2] not in _VOWELS:
        root = f"{root[:-1]}i"
    return root
