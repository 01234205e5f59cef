"""A desk with an empty library of its own, on a day that never changes."""

import datetime as dt

import pytest

from postwright.services import open_desk
from postwright.settings import Settings

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def open_again(tmp_path):
    """Return a function that opens the same library anew, as after a restart."""
    opened = []

    def open_it():
        opened.append(open_desk(Settings(data_dir=tmp_path), today=lambda: TODAY))
        return opened[-1]

    yield open_it
    for each in opened:
        each.close()


@pytest.fixture
def desk(open_again):
    return open_again()
