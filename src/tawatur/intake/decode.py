"""Bytes to text: byte order marks, UTF-8 and UTF-16, then the Arabic code page whose reading makes words.

What a page or its server declares is often wrong (HTML Living Standard, 13.2.3, would believe it): bytes that are valid UTF-8 are UTF-8
whatever is declared, and among code pages the one counts under which most of the commonest Arabic words are found; what is declared decides
where the bytes do not.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from tawatur.errors import InputError
from tawatur.intake.language import common_words

_CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic")
_SIGNATURES = {
    b"%PDF": "a PDF", b"PK\x03\x04": "an archive or an office document", b"\x1f\x8b": "compressed", b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\xd0\xcf\x11\xe0": "an old office document", b"SQLite format 3": "a database",
}  # fmt: skip
_RAREST_CONTROL, _COMMONEST_CONTROL = 0.002, 0.05
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_HEAD, _SAMPLED_WORDS = 8_192, 4_000
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_OF_ONE_BYTE = re.compile(r"(?:x-)?(?:windows|cp|iso|latin|mac|asmo|dos|arabic|ecma|us-ascii)[a-z0-9_:.\-]*", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_WORD_BEYOND_ASCII = re.compile(rb"[A-Za-z0-9]{0,9}[\x80-\xff][A-Za-z0-9\x80-\xff]*")
_WORD = re.compile(r"\w{2,}")
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
_ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]+")


def decode(content: bytes, where: str) -> str:
    """The text of a file, with nothing changed: line ends stay, and so does a UTF-8 byte order mark, as U+FEFF.

    Raises InputError for what is no text: a known binary format, bytes of no Arabic encoding, damaged UTF-8.
    """
    wide = _utf16(content)
    if wide is not None:
        return wide
    _refuse_binary(content, where, _RAREST_CONTROL)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        if _is_mostly_utf8(content):
            what = f"damaged UTF-8 at byte {fault.start}"
            raise InputError(where, what, "fetch it again or save it as UTF-8") from None
    text = _code_page(content, ())
    if text is None or not _ARABIC_LETTER.search(text):
        raise InputError(where, "is in no encoding that Arabic uses", "save it as UTF-8")
    return text


def decode_page(content: bytes, where: str, charset: str | None = None) -> str:
    """The markup of a web page. Damaged characters are replaced by U+FFFD.

    `charset` is what the server's Content-Type said, if it said anything. Raises InputError for what is no text.
    """
    wide = _utf16(content)
    if wide is not None:
        return wide
    _refuse_binary(content, where, _COMMONEST_CONTROL)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if content.startswith(codecs.BOM_UTF8) or _is_mostly_utf8(content):
            return content.decode("utf-8-sig", errors="replace")
    found = _DECLARED.search(content[:_HEAD])
    declared = [charset] if charset else []
    declared += [found.group(1).decode("ascii")] if found else []
    text = _code_page(content, _known(declared))
    return text if text is not None else content.decode("utf-8", errors="replace")


def charset(headers: Iterable[tuple[str, str]]) -> str | None:
    """The encoding that a response's Content-Type names (RFC 9110, 8.3), if it names one."""
    for name, value in headers:
        if name.lower() == "content-type" and (found := _CHARSET.search(value)):
            return found.group(1)
    return None


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether the bytes beyond ASCII, but for a few that are damaged, are sequences of UTF-8 (RFC 3629); so it is when there are none."""
    beyond = len(_BEYOND_ASCII.findall(content))
    spelled = sum(map(len, _MULTIBYTE.findall(content)))
    return spelled >= 0.6 * beyond


def _refuse_binary(content: bytes, where: str, share: float) -> None:
    """Raises InputError for a known binary format, and for more than a share of control characters."""
    for signature, name in _SIGNATURES.items():
        if content.startswith(signature):
            raise InputError(where, f"is {name}, not text", "save the article as .txt or .html")
    if len(_CONTROLS.findall(content)) > share * len(content):
        raise InputError(where, "is binary, not text", "save the article as .txt or .html")


def _utf16(content: bytes) -> str | None:
    """Text with a byte order mark, or whose every second byte is that of Arabic letters and spaces."""
    if len(content) < 2:
        return None
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
    if not encoding and len(content) % 2:
        return None
    sample = content[:4096]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if not encoding and sum(byte in (0, 6) for byte in high) > 0.9 * len(high):
            encoding = name
    try:
        return content.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _known(declared: Iterable[str]) -> Iterator[str]:
    """The declared encodings that are code pages of one byte a letter and that Python has."""
    for name in declared:
        try:
            if _OF_ONE_BYTE.fullmatch(name):
                yield codecs.lookup(name.lower().removeprefix("x-")).name
        except LookupError:
            continue


def _code_page(content: bytes, declared: Iterable[str]) -> str | None:
    """The text by the code page that makes most words of it; of several, the one declared, else the commonest."""
    sample = b"\n".join(found.group() for found in islice(_WORD_BEYOND_ASCII.finditer(content), _SAMPLED_WORDS))
    readings = {name: sample.decode(name, errors="replace") for name in dict.fromkeys((*declared, *_CODE_PAGES))}
    best = max(readings, key=lambda name: _sense(readings[name]))
    text = content.decode(best, errors="replace")
    return text if text.count("\ufffd") <= 0.02 * len(text) else None


def _sense(text: str) -> tuple[int, int]:
    """How many words are among the commonest of Arabic; then how many are of Arabic letters only, less what is mixed or no letter."""
    words = _WORD.findall(text)
    arabic = [_ARABIC_WORD.fullmatch(word) is not None for word in words]
    mixed = sum(_ARABIC_LETTER.search(word) is not None for word, whole in zip(words, arabic, strict=True) if not whole)
    return sum(word in common_words("ar") for word in words), sum(arabic) - mixed - text.count("\ufffd")
