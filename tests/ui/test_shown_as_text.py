"""User text on a page stays text."""

import re

from postwright.ui.common import escape, named


def unescaped(markdown: str) -> str:
    return re.sub(r"\\(.)", r"\1", markdown).replace("\u2060", "")


def test_every_character_that_markdown_knows_is_escaped():
    assert escape("*a* _b_ `c` [d](e) <f> #g $h$ ~i~ {j} !k | l & m. ^n =") == (
        r"\*a\* \_b\_ \`c\` \[d\]\(e\) \<f\> \#g \$h\$ \~i\~ \{j\} \!k \| l \& m\. \^n \="
    )


def test_icons_arrows_and_addresses_are_kept_apart_by_a_word_joiner():
    assert escape(":material/home: -> www.x.org") == ("\\:\u2060material/home\\: \\-\u2060\\> www\u2060\\.x\\.org")


def test_addresses_of_web_and_mail_are_no_links():
    assert escape("http://x.org a@b.org") == "http\\:\u2060//x\\.org a@\u2060b\\.org"


def test_a_colon_before_a_space_stays_as_it_is():
    assert escape("Note: it") == "Note\\: it"


def test_escaped_text_says_the_same():
    text = "{{ 7*7 }} <script> $100 to $200 :material/home: [x](javascript:alert(1)) -- <- ~= >="
    assert unescaped(escape(text)) == text


def test_characters_that_turn_or_hide_the_writing_are_left_out():
    assert escape("a\u202eb\u2066c\x00d\x07e\u200ff") == "abcdef"


def test_lines_stay_lines():
    assert escape("a\nb") == "a  \nb"


def test_a_named_button_says_more_to_a_screen_reader_than_it_draws():
    assert named("Delete", "Nurse [night]") == "Delete :small[Nurse \\[night\\]]"
