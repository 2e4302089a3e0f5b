import socket
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis.strategies import ip_addresses

from tawatur.fetching.public import is_public

_CLOSED = """
    0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 127.9.9.9 168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.9 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::8.8.8.8
    100::1 2001::1 2001:0:7f00:1::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1
    ff02::1 fe80::1%eth0 2606:4700::1%1 localhost 1.1 0x08080808 8.8.8 08.8.8.8
"""
_OPEN = """
    1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1 223.255.255.255 2606:4700::1111 2a00:1450::1
    ::ffff:8.8.8.8 64:ff9b::8.8.8.8
"""


@pytest.mark.parametrize("address", _CLOSED.split())
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", _OPEN.split())
def test_what_is_public(address: str) -> None:
    assert is_public(address)


@given(ip_addresses(v=4))
def test_an_address_is_judged_alike_however_ipv6_carries_it(address: IPv4Address) -> None:
    plain = is_public(str(address))
    assert is_public(f"::ffff:{address}") == is_public(f"64:ff9b::{address}") == plain
    assert not is_public(f"::{address}")


@given(ip_addresses())
def test_nothing_that_python_calls_private_is_public(address: IPv4Address | IPv6Address) -> None:
    if is_public(str(address)):
        carried = getattr(address, "ipv4_mapped", None) or address
        kinds = ("is_private", "is_loopback", "is_link_local", "is_multicast", "is_unspecified")
        assert [kind for kind in kinds if getattr(carried, kind)] == []


def test_old_spellings_are_judged_as_they_resolve() -> None:
    for spelling in ("127.1", "0x7f.1", "2130706433", "0177.0.0.1"):
        assert not is_public(socket.inet_ntoa(socket.inet_aton(spelling)))
