"""Damage: bytes turned, cut, doubled, moved and mixed, as faulty disks, cut transfers and attackers leave them."""

import gzip
import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random

Mutator = Callable[[Random, bytes, bytes], bytes]
"""Makes another input of one, with a second to take from."""

_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"18446744073709551616", b"9" * 400)
_CODINGS = ("utf-8", "utf-16", "utf-16-le", "cp1256", "iso8859_6", "utf-32", "utf-7")
_LARGEST = 200_000
_TELLING = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd8", b"\xed\xa0\x80", b"<", b">", b"<!--", b"]]>", b"<![CDATA[", b"&#x110000;", b"&#55296;",
    b"<script>", b"</html>", b'"', b"\\ud800", b"{", b"[", b"}", b"\r\n\r\n", b"\n", b",", b"\t", b"0", b"-1", b"4294967295", b"1e999",
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"%PDF-1.7\n", b"WARC/1.0\r\n", b"stream\n", b"endobj", b"..", b"/", b"\\", b"%00",
    b"charset=utf-7", b"Content-Length: 99999999999\r\n", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", "ـ".encode(), "«".encode(),
    "\u202e".encode(), "\u064b".encode(), "\U0001f4a5".encode(),
)  # fmt: skip


def _flip(random: Random, one: bytes, other: bytes) -> bytes:
    made = bytearray(one)
    for _ in range(random.choice((1, 2, 8, 64))):
        made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    return bytes(made)


def _overwrite(random: Random, one: bytes, other: bytes) -> bytes:
    start, size = random.randrange(len(one)), random.randrange(1, 40)
    return one[:start] + random.randbytes(size) + one[start + size :]


def _cut_short(random: Random, one: bytes, other: bytes) -> bytes:
    return one[: random.randrange(len(one))]


def _cut_out(random: Random, one: bytes, other: bytes) -> bytes:
    start, end = _stretch(random, one)
    return one[:start] + one[end:]


def _double(random: Random, one: bytes, other: bytes) -> bytes:
    start, end = _stretch(random, one)
    times = random.choice((2, 3, 50, 1000))
    return one[:start] + (one[start:end] * times)[:_LARGEST] + one[end:]


def _splice(random: Random, one: bytes, other: bytes) -> bytes:
    start, end = _stretch(random, other)
    at = random.randrange(len(one))
    return one[:at] + other[start:end] + one[at + random.choice((0, end - start)) :]


def _insert(random: Random, one: bytes, other: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 4))):
        at = random.randrange(len(one) + 1)
        one = one[:at] + random.choice(_TELLING) * random.choice((1, 1, 1, 100)) + one[at:]
    return one


def _renumber(random: Random, one: bytes, other: bytes) -> bytes:
    """Another number in place of one: lengths, offsets, dates, counts."""
    found = list(_NUMBER.finditer(one))
    if not found:
        return one
    match = random.choice(found)
    number = random.choice((*_NUMBERS, str(random.randrange(10**6)).encode()))
    return one[: match.start()] + number + one[match.end() :]


def _recode(random: Random, one: bytes, other: bytes) -> bytes:
    return one.decode("utf-8", "replace").encode(random.choice(_CODINGS), "replace")


def _shuffle(random: Random, one: bytes, other: bytes) -> bytes:
    lines = one.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


def _inside(random: Random, one: bytes, other: bytes) -> bytes:
    """Damage to what a zip archive or a gzip holds, packed again with the right sums."""
    if one.startswith(b"\x1f\x8b"):
        return gzip.compress(mutated(random, gzip.decompress(one) or b"a", other), 1)
    if not one.startswith(b"PK\x03\x04"):
        return _flip(random, one, other)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(one)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as fresh:
        hurt = random.choice(archive.namelist())
        for name in archive.namelist():
            content = archive.read(name)
            fresh.writestr(name, mutated(random, content or b"a", other) if name == hurt else content)
    return made.getvalue()


_MUTATORS: tuple[Mutator, ...] = (
    _flip, _overwrite, _cut_short, _cut_out, _double, _splice, _insert, _insert, _renumber, _renumber, _recode, _shuffle, _inside, _inside,
)  # fmt: skip


def mutated(random: Random, one: bytes, other: bytes) -> bytes:
    """The input with one to four kinds of damage, one upon another."""
    for _ in range(random.choice((1, 1, 2, 4))):
        try:
            one = random.choice(_MUTATORS)(random, one or b"a", other or b"a")[:_LARGEST]
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            continue
    return one


def _stretch(random: Random, one: bytes) -> tuple[int, int]:
    start = random.randrange(len(one))
    return start, min(len(one), start + random.choice((1, 4, 32, 256, 4096)))
