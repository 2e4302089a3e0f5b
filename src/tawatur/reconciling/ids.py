"""Ids that depend on what a thing is made of, never on the order in which it came."""

from hashlib import sha256


def content_id(prefix: str, *parts: str) -> str:
    """`prefix-` and sixteen hexadecimal digits of the hash of the parts."""
    return f"{prefix}-{sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"
