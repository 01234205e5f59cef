"""A model's address is judged by what its name stands for, before anything is sent there."""

from __future__ import annotations

import pytest

from postwright.drafting.addresses import is_this_machine, located, vetted
from postwright.errors import AddressRefused, NoConnection


def resolving(*addresses: str):
    return lambda host, port: addresses


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "The model's address begins with file:"),
        ("ftp://models.example/v1", "The model's address begins with ftp:"),
        ("models.example/v1", "The model's address has no https:// before it"),
        ("https://", "The model's address is not an address."),
        ("https://models.example:port/v1", "The model's address is not an address."),
        ("https://models.example/v1?key=1", "The model's address is not an address."),
        ("https://models.example\\@elsewhere.example/v1", "The model's address is not an address."),
        ("https://ann:secret@models.example/v1", "The model's address has a user name or a password in it."),
    ],
)
def test_what_is_no_plain_address_of_a_web_server_is_refused(url, message):
    with pytest.raises(AddressRefused) as refused:
        located(url)
    assert refused.value.message == message
    assert "secret" not in str(refused.value)


def test_an_address_is_taken_apart():
    assert (located(" https://Models.example/v1/ ").host, located("https://m.example/v1/").url) == (
        "models.example",
        "https://m.example/v1",
    )
    assert [located(url).port for url in ("http://m.example", "https://m.example", "http://[::1]:81/v1")] == [
        80,
        443,
        81,
    ]


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "169.254.0.1",
        "fe80::1",
        "fe80::1%eth0",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_stands_for_an_address_with_credentials_is_refused(address, scheme):
    with pytest.raises(AddressRefused) as refused:
        vetted(located(f"{scheme}://models.example/v1"), with_key=False, resolve=resolving("203.0.113.7", address))
    assert "where machines keep credentials" in refused.value.message
    assert refused.value.hint.startswith("Write it as https://HOST/v1")


@pytest.mark.parametrize("host", ["169.254.169.254", "0xa9fea9fe", "2852039166", "169.254.43518", "[fe80::1]"])
def test_the_same_in_digits_of_any_notation(host):
    with pytest.raises(AddressRefused, match="where machines keep credentials"):
        vetted(located(f"http://{host}/"), with_key=False)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "ff02::1"])
def test_what_is_no_server_is_refused(address):
    with pytest.raises(AddressRefused, match="is not the address of a server"):
        vetted(located("https://models.example"), with_key=False, resolve=resolving(address))


@pytest.mark.parametrize("addresses", [("10.0.0.5",), ("127.0.0.1", "10.0.0.5"), ("93.184.215.14",)])
def test_a_key_is_never_sent_over_plain_http_off_this_machine(addresses):
    location = located("http://models.example/v1")
    with pytest.raises(AddressRefused) as refused:
        vetted(location, with_key=True, resolve=resolving(*addresses))
    assert str(refused.value) == (
        "A key is never sent to models.example over plain http, where others can read it. "
        "Use an https:// address, or leave the key out where the server needs none."
    )
    assert vetted(location, with_key=False, resolve=resolving(*addresses)) == addresses


def test_a_key_may_go_to_this_machine_and_over_https():
    assert vetted(located("http://127.0.0.1:8080/v1"), with_key=True) == ("127.0.0.1",)
    there = vetted(located("https://models.example"), with_key=True, resolve=resolving("10.0.0.5", "10.0.0.5"))
    assert there == ("10.0.0.5",)


def test_behind_a_proxy_a_name_that_only_the_proxy_knows_may_be_called_but_not_over_plain_http_with_a_key():
    assert vetted(located("https://models.example"), with_key=True, proxied=True, resolve=resolving()) == ()
    with pytest.raises(AddressRefused, match="A key is never sent"):
        vetted(located("http://models.example"), with_key=True, proxied=True, resolve=resolving())


def test_a_name_that_stands_for_nothing_is_told():
    def unknown(host, port):
        raise OSError("no such name")

    with pytest.raises(NoConnection) as refused:
        vetted(located("https://models.exmaple"), with_key=True, resolve=unknown)
    assert refused.value.message == "There is no host models.exmaple, or no network to ask for it."


def test_this_machine_is_known_by_name_and_number():
    urls = ("http://localhost:1", "http://127.0.0.2", "http://[::1]", "http://a.localhost", "http://localhost.example")
    assert [is_this_machine(located(url)) for url in urls] == [True, True, True, True, False]
