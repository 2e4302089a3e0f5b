"""Which addresses are public, so that a link cannot make this computer ask itself or its neighbours.

After the IANA special-purpose registries (RFC 6890 and its updates). Python's `is_global` is not used: it differs by version.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_V4_CLOSED = tuple(map(IPv4Network, (
    "0.0.0.0/8",  # this network
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  # private
    "100.64.0.0/10",  # shared by carriers (CGNAT)
    "127.0.0.0/8",  # loopback
    "168.63.129.16/32",  # a cloud's own service, though of public space
    "169.254.0.0/16",  # link-local, where clouds keep their metadata
    "192.0.0.0/24",  # protocol assignments
    "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  # documentation
    "192.88.99.0/24",  # 6to4 relays
    "198.18.0.0/15",  # benchmarking
    "224.0.0.0/4",  # multicast
    "240.0.0.0/4",  # reserved, and broadcast
)))  # fmt: skip

_V6_OPEN = IPv6Network("2000::/3")
"""All that is given out as global unicast; loopback, unique local, link-local, multicast and the rest lie outside."""

_V6_CLOSED = tuple(map(IPv6Network, (
    "2001::/23",  # protocol assignments, Teredo among them
    "2001:db8::/32", "3fff::/20",  # documentation
    "2002::/16",  # 6to4, which carries any IPv4 address
)))  # fmt: skip

_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether the address, in its canonical spelling, is one of the public internet; with a zone, or no address at all, it is not."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return _is_open_v4(parsed) if isinstance(parsed, IPv4Address) else _is_open_v6(parsed)


def _is_open_v4(address: IPv4Address) -> bool:
    return not any(address in network for network in _V4_CLOSED)


def _is_open_v6(address: IPv6Address) -> bool:
    if address.scope_id is not None:
        return False
    carried = _carried(address)
    if carried is not None:
        return _is_open_v4(carried)
    return address in _V6_OPEN and not any(address in network for network in _V6_CLOSED)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv4-mapped or a NAT64 address (RFC 6052) stands for."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped
