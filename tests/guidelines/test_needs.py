"""Words that every match of a pattern has: no text is passed over that the pattern would match."""

import re

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.needs import needed_words
from postwright.linting.registry import all_rules


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bfinishing school\b", ("finishing school",)),
        (r"(?:good|fine) (?:family|families)", (" famil",)),
        (r"posh|well[- ]spoken", ("posh", "spoken")),
        (r"(?:must|should)(?: not)? (?:be|have)", ("must", "should")),
        (r"no+ experience", (" experience",)),
        (r"(?:no )?years?", ("year",)),
        (r"\d{2}[a-z]+", ()),
        (r"(?:family|\w+) ties?", (" tie",)),
        (r"a|an", ()),
        (r"", ()),
    ],
)
def test_words_are_the_most_telling_that_every_match_has(pattern, words):
    assert needed_words(pattern) == words


def test_no_match_of_a_shipped_pattern_lacks_its_words():
    guidelines = load_guidelines()
    texts = [example.text for rule in all_rules(guidelines).values() for example in (*rule.fires, *rule.silent)]
    matched = 0
    for entry in guidelines.wording.values():
        for pattern, needed in zip(
            (*entry.within, *entry.exceptions), (*entry.within_needs, *entry.exceptions_need), strict=True
        ):
            for text in texts if needed else ():
                for match in re.compile(pattern, re.IGNORECASE).finditer(text):
                    matched += 1
                    assert any(word in match[0].lower() for word in needed.split("\n")), (pattern, match[0])
    assert matched > 100
