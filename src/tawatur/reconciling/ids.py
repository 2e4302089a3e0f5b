"""Ids that depend on what a thing is made of, never on the order in which it came."""

from hashlib import blake2b, sha256


def content_id(prefix: str, *parts: str) -> str:
    """`prefix-` and sixteen hexadecimal digits of the hash of the parts."""
    return f"{prefix}-{sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"


def number_of(*parts: str) -> int:
    """A signed 64-bit hash of the parts, for tables that must be small. Ten million ids collide with a chance of one in 400,000."""
    return int.from_bytes(blake2b(chr(31).join(parts).encode(), digest_size=8).digest(), "big", signed=True)


_PARTS = 256


def statement_number(identifier: str) -> int:
    """The number of a statement, with room for those of its assertions."""
    return number_of(identifier) & -_PARTS


def assertion_number(statement: int, part: int) -> int:
    """The number of one assertion of a statement; the 256th and later share one."""
    return statement | min(part, _PARTS - 1)


def assertion_numbers(statement: int) -> tuple[int, int]:
    """The first and the last number that an assertion of a statement can have."""
    return statement, statement | (_PARTS - 1)


def parted(assertion: int) -> tuple[int, int]:
    """The number of the statement, and which of its assertions it is."""
    return assertion & -_PARTS, assertion & (_PARTS - 1)
