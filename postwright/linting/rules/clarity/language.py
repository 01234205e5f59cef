"""clarity/language: the text is not English, so nothing else was checked.

What: says which language the text seems to be in. Why: all patterns and lists are English; on another language they
would find nonsense or miss what is there, and silence would look like praise.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding

NAMES = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for a text that is not English."""
    language = context.reading.language
    if language in ("en", ""):
        return
    name = NAMES.get(language, f"another language ({language})")
    yield Finding(
        rule=RULE.id,
        severity="info",
        start=None,
        end=None,
        message=f"This text seems to be in {name}: nothing else was checked.",
        why=RULE.why,
        source=RULE.source,
    )


RULE = Rule(
    id="clarity/language",
    severity="info",
    summary="The text is not English; nothing else was checked.",
    why="The checks know English only. On another language they would be wrong more often than right.",
    source="House rule: better to say nothing than to say a wrong thing",
    check=check,
    fires=(
        Example(
            text=(
                "Wir suchen eine Pflegekraft, die mit uns auf der Station arbeitet und sich gern einbringt. Wir bieten "
                "einen sicheren Arbeitsplatz und eine gute Bezahlung."
            )
        ),
    ),
    silent=(
        Example(text="We are looking for a nurse who will join our team and care for the patients of the ward."),
        Example(text="You speak German and English, and you know the Bauordnung and the Vergaberecht."),
    ),
    known_problems="A text in two languages is taken for the one that has more of its small words.",
)
