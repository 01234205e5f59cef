"""Occupations are unpacked when asked for, and the organisation's rows are laid over those that ship."""

from __future__ import annotations

import pytest
from small_guidelines import write_files

from postwright.errors import GuidelineError
from postwright.guidelines.occupations import Occupation

TABLE = "# notes\nsoc\tname\tyears_p75\tdegree\tdoubts\n51-1.00\tSmiths\t3\t12\t\n51-2.00\tFarriers\t4\t\tsmall\n"
TITLES = "# notes\ntitle\tsoc\tfrom\n* smith\t51-1.00\nblacksmith\t51-1.00\town\nfarrier\t51-2.00\nmaker\t-\town\n"


@pytest.fixture
def with_tables(root):
    return write_files(root, {"occupations.tsv": TABLE, "occupation_titles.tsv": TITLES})


def test_an_occupation_has_the_figures_of_its_row(with_tables, load):
    occupations = load().occupations
    assert occupations.get("51-1.00") == Occupation("51-1.00", "Smiths", years_p75=3, degree=12)
    assert occupations.get("51-2.00") == Occupation("51-2.00", "Farriers", years_p75=4, doubts="small")
    assert occupations.get("51-3.00") is None


def test_a_title_leads_to_a_code_or_nowhere_or_is_unknown(with_tables, load):
    occupations = load().occupations
    titles = ("blacksmith", "* smith", "farrier", "maker", "smith", "black")
    assert [occupations.code_of(title) for title in titles] == ["51-1.00", "51-1.00", "51-2.00", "-", "", ""]


def test_the_overlay_changes_fields_adds_rows_and_takes_values_away(with_tables, load, overlay):
    folder = overlay(
        {
            "occupations.tsv": "soc\tdegree\tyears_p75\tname\n51-1.00\t90\t-\t\n99-1.00\t\t2\tGilders\n",
            "occupation_titles.tsv": "title\tsoc\ngilder\t99-1.00\nblacksmith\t-\n",
        }
    )
    occupations = load(folder).occupations
    assert occupations.get("51-1.00") == Occupation("51-1.00", "Smiths", degree=90)
    assert occupations.get("99-1.00") == Occupation("99-1.00", "Gilders", years_p75=2)
    assert [occupations.code_of(title) for title in ("gilder", "blacksmith", "farrier")] == ["99-1.00", "-", "51-2.00"]


def test_without_tables_nothing_is_known(load):
    occupations = load().occupations
    assert (occupations.get("51-1.00"), occupations.code_of("smith")) == (None, "")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "occupations.tsv",
            "soc\tdegre\n51-1.00\t3\n",
            "house/occupations.tsv, first line: unknown column 'degre'.",
        ),
        (
            "occupations.tsv",
            "soc\tdegree\n51-1.00\tmany\n",
            "house/occupations.tsv, entry 51-1.00: column degree: 'many' is no figure.",
        ),
        (
            "occupations.tsv",
            "soc\tdegree\n51-1.00\t3\t4\n",
            "house/occupations.tsv, entry 51-1.00: it has more fields than the first line.",
        ),
        (
            "occupation_titles.tsv",
            "title\tsoc\ngilder\t99-1.00\n",
            "house/occupation_titles.tsv, entry gilder: no occupation has the code '99-1.00'.",
        ),
        (
            "occupation_titles.tsv",
            "title\tsoc\nGilder\t51-1.00\n",
            "house/occupation_titles.tsv, entry Gilder: the title is not in lower case.",
        ),
        ("occupation.tsv", "soc\n", "house/occupation.tsv: no guideline file has this name."),
    ],
)
def test_a_mistake_in_a_table_is_told_when_the_guidelines_are_loaded(with_tables, load, overlay, name, text, message):
    with pytest.raises(GuidelineError) as caught:
        load(overlay({name: text}))
    assert caught.value.message == message
