"""Bytes to text: UTF-8 first, then UTF-16, then the two Arabic code pages of one byte a letter."""

import codecs
import re

from tawatur.errors import InputError

_CODE_PAGES = ["cp1256", "iso8859_6"]
_SIGNATURES = {
    b"%PDF": "a PDF", b"PK\x03\x04": "an archive or an office document", b"\x1f\x8b": "compressed", b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\xd0\xcf\x11\xe0": "an old office document", b"SQLite format 3": "a database",
}  # fmt: skip
_RAREST_CONTROL, _COMMONEST_CONTROL = 0.002, 0.05
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_ARABIC_PAIR = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")


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
    return _code_page(content, where)


def decode_page(content: bytes, where: str) -> str:
    """The markup of a web page: as `decode`, but a declared encoding is believed, and damaged characters are replaced."""
    wide = _utf16(content)
    if wide is not None:
        return wide
    _refuse_binary(content, where, _COMMONEST_CONTROL)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(content[:8192])
    encoding = "utf-8" if _is_mostly_utf8(content) else declared.group(1).decode("ascii") if declared else None
    try:
        return content.decode(encoding, errors="replace") if encoding else _code_page(content, where)
    except LookupError:
        return _code_page(content, where)


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether most bytes beyond ASCII are pairs that spell an Arabic letter in UTF-8."""
    return len(_ARABIC_PAIR.findall(content)) * 2 > 0.6 * len(_BEYOND_ASCII.findall(content))


def _refuse_binary(content: bytes, where: str, share: float) -> None:
    """Raises InputError for a known binary format, and for more than a share of control characters."""
    for signature, name in _SIGNATURES.items():
        if content.startswith(signature):
            raise InputError(where, f"is {name}, not text", "save the article as .txt or .html")
    if len(_CONTROLS.findall(content)) > share * len(content):
        raise InputError(where, "is binary, not text", "save the article as .txt or .html")


def _utf16(content: bytes) -> str | None:
    """Text with a byte order mark, or whose every second byte is that of Arabic letters and spaces."""
    if len(content) < 2 or len(content) % 2:
        return None
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
    sample = content[:4096]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if not encoding and sum(byte in (0, 6) for byte in high) > 0.9 * len(high):
            encoding = name
    try:
        return content.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _code_page(content: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_isolation=_CODE_PAGES).best()
    if best is None:
        raise InputError(where, "is in no encoding that Arabic uses", "save it as UTF-8")
    return content.decode(best.encoding)
