"""Titles as files state them: often a file's name, a template's, or nothing."""

import re

LONGEST_TITLE = 300

_ARABIC = re.compile("[\u0621-\u064a]")
_FILE_NAME = re.compile(r"\.\w{2,5}$|[\\/]\w")


def believable(title: str | None) -> str | None:
    """The title on one line, when it is one: in Arabic letters, of two words or more, and no file's name; else None."""
    line = " ".join((title or "").split())
    is_title = " " in line and len(line) <= LONGEST_TITLE and _ARABIC.search(line) and not _FILE_NAME.search(line)
    return line if is_title else None
