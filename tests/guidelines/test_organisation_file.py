"""organisation.yaml in the overlay folder holds the organisation's standing facts."""

from __future__ import annotations

import pytest

from postwright.errors import GuidelineError, StorageError
from postwright.guidelines.load import load_organisation, save_organisation
from postwright.model.brief import Headcount, Organisation, PayBand, TextEntry

ALDER = Organisation(
    name="Alder Works",
    description="Makes: gates, and rails.\n# no comment",
    careers_address="https://alder.example/jobs",
    headcount=(Headcount(place="NO", employees=12), Headcount(place="US-CO", employees=3)),
    supervisors_at=("NO",),
    benefits=(TextEntry(id=1, text="Health insurance"), TextEntry(id=4, text="25 days off")),
    pay_bands=(PayBand(id=1, level="mid", minimum=50_000, maximum=60_000, currency="USD"),),
)


def test_no_folder_or_no_file_is_an_empty_organisation(tmp_path):
    assert (load_organisation(None), load_organisation(tmp_path)) == (Organisation(), Organisation())


def test_what_is_saved_is_read_again(tmp_path):
    path = save_organisation(ALDER, tmp_path / "new folder")
    assert (load_organisation(tmp_path / "new folder"), path) == (ALDER, tmp_path / "new folder" / "organisation.yaml")


def test_norway_is_a_country_and_not_false(tmp_path):
    (tmp_path / "organisation.yaml").write_text("supervisors_at: [NO]\nbenefits: [Lunch]\n", encoding="utf-8")
    assert load_organisation(tmp_path) == Organisation(
        supervisors_at=("NO",), benefits=(TextEntry(id=1, text="Lunch"),)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nmae: Alder\n", "house/organisation.yaml, key nmae: unknown key. Did you mean `name`?"),
        (
            "headcount:\n- {place: US-CO, employees: many}\n",
            "house/organisation.yaml, key headcount.1.employees: 'many' should be a valid integer, "
            "unable to parse string as an integer. Correct it and try again.",
        ),
        (
            "headcount:\n- {place: US-CO, employes: 3}\n",
            "house/organisation.yaml, key headcount.1.employes: unknown key. Did you mean `employees`?",
        ),
        ("- name\n", "house/organisation.yaml: it should hold keys and values. Begin with `name: ...`."),
        (
            "name: !!python/name:os.system x\n",
            "house/organisation.yaml, line 1: the tag `tag:yaml.org,2002:python/name:os.system` is not allowed. "
            "Remove it: values need no tag here.",
        ),
    ],
)
def test_mistake_names_the_file_and_the_key(text, message, tmp_path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "organisation.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GuidelineError) as caught:
        load_organisation(folder)
    assert str(caught.value) == message


def test_folder_that_cannot_be_written_is_a_storage_error_and_keeps_the_old_file(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("mine", encoding="utf-8")
    with pytest.raises(StorageError) as caught:
        save_organisation(ALDER, blocked)
    assert (str(caught.value), blocked.read_text(encoding="utf-8")) == (
        f"{blocked / 'organisation.yaml'} cannot be written: File exists. "
        "Check the folder's permissions and the free space.",
        "mine",
    )
