"""The severity of one rule is changed in the house's profile.yaml; everything else stays as HR wrote it."""

from __future__ import annotations

import stat

import pytest

from postwright.errors import GuidelineError, StorageError
from postwright.guidelines.profile import set_severity, severities_in

OURS = """\
# our house
severities:
  clarity/length: off   # agreed in May

  # see the minutes
  missing/location: notice
# end
"""


def profile(overlay, content: str):
    overlay.mkdir(exist_ok=True)
    path = overlay / "profile.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("rule", "severity", "changed"),
    [
        ("missing/location", "error", OURS.replace("location: notice", "location: error")),
        ("clarity/length", None, OURS.replace("  clarity/length: off   # agreed in May\n", "")),
        ("wording/religion", "off", OURS.replace("location: notice\n", "location: notice\n  wording/religion: off\n")),
        ("wording/religion", None, OURS),
    ],
)
def test_one_line_changes_and_comments_stay(tmp_path, rule, severity, changed):
    path = profile(tmp_path / "ours", OURS)
    set_severity(tmp_path / "ours", rule, severity)
    assert path.read_text(encoding="utf-8") == changed


def test_the_file_is_made_where_there_is_none_and_no_other_is_touched(tmp_path):
    overlay = tmp_path / "new"
    set_severity(overlay, "clarity/length", "off")
    assert [path.name for path in overlay.iterdir()] == ["profile.yaml"]
    assert severities_in(overlay) == {"clarity/length": "off"}


def test_who_may_read_the_file_stays_as_it_was(tmp_path):
    path = profile(tmp_path / "ours", OURS)
    path.chmod(0o640)
    set_severity(tmp_path / "ours", "clarity/length", "info")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("severities: {clarity/length: of}\n", "key severities.clarity/length: `of` is no severity"),
        ("- a\n", "it should hold keys and values"),
        ("severities: [a\n", "profile.yaml, line "),
    ],
)
def test_a_broken_file_is_named_and_left_alone(tmp_path, content, said):
    path = profile(tmp_path / "ours", content)
    with pytest.raises(GuidelineError, match=said):
        set_severity(tmp_path / "ours", "clarity/length", "off")
    assert path.read_text(encoding="utf-8") == content


def test_a_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises((StorageError, GuidelineError), match="taken"):
        set_severity(tmp_path / "taken", "clarity/length", "off")
