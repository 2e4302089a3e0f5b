"""Publication dates as machines write them: RFC 2822, ISO 8601 and EDTF. The local day is kept as written."""

import re
from datetime import date
from email.utils import parsedate

from tawatur import edtf

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d.*)?")
_ENGLISH = re.compile(r"(?:[A-Z][a-z]{2,8},?\s+)?\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}\b.*")
_EDTF_PART = r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?|\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX"
_EDTF = re.compile(rf"(?:{_EDTF_PART})|(?:{_EDTF_PART}|\.\.)?/(?:{_EDTF_PART}|\.\.)?|\[(?:{_EDTF_PART})(?:(?:,|\.\.)(?:{_EDTF_PART}))*\]")
_SEASONS = re.compile(r"\d{4}-2[1-4]")


def normalise_date(text: str) -> str | None:
    """The day as `YYYY-MM-DD`, or the EDTF string itself when it is one; None when it is no date or cannot be one.

    A time of day and its zone are dropped: `2020-03-14T23:30:00-05:00` is the 14th, as its readers had it.
    """
    text = text.strip()
    for pattern in (_ISO, _BASIC):
        if match := pattern.fullmatch(text):
            year, month, day = match.group(1), match.group(match.re.groups - 1), match.group(match.re.groups)
            return _day(int(year), int(month), int(day))
    if _ENGLISH.fullmatch(text):
        parsed = parsedate(text) or parsedate(f"{text} 00:00")
        return _day(*parsed[:3]) if parsed else None
    return text if _is_edtf(text) else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _is_edtf(text: str) -> bool:
    if len(text) < 4 or not _EDTF.fullmatch(text):
        return False
    return all(_can_be(part) for part in re.findall(_EDTF_PART, text))


def _can_be(part: str) -> bool:
    return bool(_SEASONS.fullmatch(part)) or "X" in part or edtf.bounds(part) is not None
