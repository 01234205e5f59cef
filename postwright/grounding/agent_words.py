"""The words by which it is told who does what: pronouns, helpers, what opens a clause, what stands before nouns."""

from __future__ import annotations

YOU, WE, OTHER, TEAM = "you", "we", "other", "team"
"""The reader, the employer, and somebody else who is no listed actor: "the backend exposes", "you are advised"."""
YOU_WORDS = frozenset(("you", "you'll", "you're", "you've", "you'd", "yourself", "i"))
WE_WORDS = frozenset(("we", "we'll", "we're", "we've", "we'd"))
BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "am", "you're", "it's", "get", "gets"))
HELPERS = frozenset(
    (
        "will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did", "have", "has",
        "had", "also", "then", "not", "never", "always", "often", "regularly", "usually", "jointly", "personally",
        "directly", "both", "just", "only", "even", "still", "already", "occasionally", "sometimes", "independently",
        "you'll", "you've", "you'd", "we'll", "we've", "cannot", "can't", "won't", "don't", "doesn't", "didn't",
        "mustn't", "shouldn't", "wouldn't", "couldn't", "needn't",
    )
)  # fmt: skip
"""Words between the one who does a thing and the verb."""
OWN_VERBS = frozenset(("own", "owns", "do", "does", "have", "has", "did"))
"""Words that are verbs of their own before what they are done to."""
BEFORE_NAMES = frozenset(("of", "in", "on", "at", "for", "with", "from", "between", "during", "to"))
"""Behind these a bare noun is no subject."""
MODALS = frozenset(("will", "would", "can", "could", "may", "might", "shall", "should", "must", "cannot"))
BEFORE_NOUNS = frozenset(
    (
        "a", "an", "the", "this", "that", "these", "those", "our", "your", "its", "their", "his", "her", "of", "in",
        "on", "at", "for", "with", "from", "by", "into", "between", "during", "after", "before", "per", "each", "every",
        "any", "some", "no", "without", "own", "new", "all", "as", "about", "under", "over",
    )
)  # fmt: skip
"""Behind these stands no finite verb."""
OBJECTS = frozenset(
    ("you", "the", "a", "an", "your", "our", "their", "its", "his", "her", "it", "them", "us", "this", "these", "what")
)
"""Words that begin what a verb is done to."""
PASSIVE = frozenset(("be", "are", "being", "been", "you're", "get", "is"))
STRANDED = frozenset(("for", "after", "with", "about", "of"))
"""Words that end what is done to somebody named before."""
PARTICIPLES = ("ed", "en", "ught", "led", "wn", "un", "ilt", "ept", "eld", "ent", "aid", "old")
"""Endings of past participles."""
BARE_PARTICIPLES = frozenset(("set", "put", "cut", "done", "made", "drawn", "met", "read", "run", "chosen"))
"""Past participles with other endings."""
CALENDAR = frozenset(("minute", "day", "month"))
"""Units of which nobody is one."""
TOGETHER = frozenset(("with", "alongside"))
NOUN_ENDS = ("al", "als", "ment", "ments", "tion", "tions", "sion", "sions", "ance", "ence", "ice", "back", "ning")
"""Endings of nouns for what somebody does: approval, instructions, guidance, advice, feedback, training."""
RELATIVE = frozenset(("who", "which", "that"))
OPENERS = frozenset(
    (
        "when",
        "whenever",
        "if",
        "while",
        "where",
        "what",
        "how",
        "as",
        "because",
        "before",
        "after",
        "once",
        "unless",
        "until",
        "since",
    )
)
"""Words that open a clause within a sentence."""
NO_NAMES = BEFORE_NOUNS | BEFORE_NAMES | HELPERS | YOU_WORDS | WE_WORDS | RELATIVE | OPENERS | BE
"""Words that are no part of what somebody is called."""
JOINED = frozenset(("and", "or", "but", ",", ";", "then", "&"))
PEOPLE_END = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians")
SHORTEST_PERSON = 5
MOST_BACK = 12
"""Tokens that are looked back to find who does something."""
