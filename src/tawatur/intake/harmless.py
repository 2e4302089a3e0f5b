"""What every document is held to, wherever it came from: a text of bounded length, and strings that can be stored and shown."""

import re

import msgspec

from tawatur.errors import InputError
from tawatur.model import Document

LONGEST_TEXT = 1_000_000
"""Characters of a text that is read: many times the longest news report, and about a whole book."""
_LONGEST_ID, _LONGEST_NAME, _LONGEST_ADDRESS = 2_000, 500, 4_000
"""Characters. An id may be an address; it and an outlet's name are written with every event and statement of their document."""

_MOST_AUTHORS = 50

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]+")


def harmless(document: Document, where: str) -> Document:
    """The document with titles and names cut to a length that a line can have, on one line without control characters.

    The text stays as it is, but that lone surrogates, which no encoding can write, become U+FFFD, one for one. Raises InputError for a
    text or an id that is too long.
    """
    if len(document.text) > LONGEST_TEXT:
        raise InputError(where, f"has a text of more than {LONGEST_TEXT:,} characters", "split it into single articles")
    if len(document.id) > _LONGEST_ID:
        raise InputError(where, f"has an id of more than {_LONGEST_ID} characters", "give it a shorter one")
    return msgspec.structs.replace(
        document,
        id=_line(document.id),
        source=_writable(document.source),
        text=_writable(document.text),
        title=_cut(document.title),
        outlet=_cut(document.outlet),
        url=_address(document.url),
        authors=tuple(name for author in document.authors[:_MOST_AUTHORS] if (name := _cut(author))),
    )


def _writable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def _line(name: str) -> str:
    return _writable(_CONTROLS.sub(" ", name))


def _cut(name: str | None) -> str | None:
    return _line(name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…") if name else None


def _address(url: str | None) -> str | None:
    return _line(url) if url and len(url) <= _LONGEST_ADDRESS else None
