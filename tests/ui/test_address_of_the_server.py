"""Only this machine reaches the server, unless somebody said otherwise."""

import pytest

from postwright.ui.shell import is_loopback


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_an_address_of_this_machine_is_loopback(address):
    assert is_loopback(address)


@pytest.mark.parametrize("address", ["", "0.0.0.0", "::", "192.168.1.4", "example.org", "localhost.evil.org"])
def test_any_other_address_is_not(address):
    assert not is_loopback(address)
