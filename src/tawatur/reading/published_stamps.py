"""Stamps: the lines that tell a page's date, and the date that opens its text."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur.packs.tables import table_rows
from tawatur.reading.published_lines import UNREAD_ZONES, Line, full_date
from tawatur.reading.scan import GAZETTEERS
from tawatur.reading.times_values import day_of
from tawatur.reading.times_words import Context, TimeWords
from tawatur.text.fold import fold
from tawatur.text.tokens import COLON, COMMA, DASH, OTHER, PAREN

_APART = COLON | DASH | OTHER | PAREN
_TIMESTAMP = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d")
_LONGEST_STAMP = 16
_MOST_BESIDE = 6
_LINES_TO_BODY = 6
_LEAST_RUNNING = 8


class Stamp(NamedTuple):
    """A line that tells a date and nothing else but what it is of; `role` as in the table of stamp words, or empty."""

    day: date
    role: str


def day_of_stamps(words: TimeWords, lines: list[Line], *, changes: bool = True) -> date | None:
    """The stamp line of publication, else the bare date just above the text, else, with `changes`, that of the last change."""
    context = Context(words, None)
    stamps: dict[str, date] = {}
    for line in lines:
        if words.scan.zone[line.first] in UNREAD_ZONES:
            continue
        stamp = _labelled(context, line) or (_stamp(context, line) if line.stop - line.first <= _LONGEST_STAMP else None)
        if stamp and (stamp.role in ("published", "updated") or _heads_text(words, line, lines, stamp.role == "count")):
            stamps.setdefault(stamp.role, stamp.day)
    return next((stamps[role] for role in ("published", "count", "", "beside", *("updated",) * changes) if role in stamps), None)


def _heads_text(words: TimeWords, line: Line, lines: list[Line], counted: bool) -> bool:
    """Whether the line stands between the title and the text, or right on top of them.

    A page's first line, unless it counts readers or the title or text follows at once, shows when it was fetched.
    """
    following = lines[line.number + 1 : line.number + 1 + _LINES_TO_BODY]
    if line.paragraphs < 2 and (line.number > 0 or counted) and any(one.is_paragraph for one in following):
        return True
    return _opens_article(words, line, lines) or _signs_brief(words, line, lines)


def _opens_article(words: TimeWords, line: Line, lines: list[Line]) -> bool:
    """Whether the line is of the article's own head: nothing of its text stands before it, and its title or text goes on from it."""
    zone = words.scan.zone
    if zone[line.first] != "dateline" or any(zone[one.first] == "body" and _runs(one) for one in lines[: line.number]):
        return False
    following = lines[line.number + 1 :]
    if line.number == 0:
        return _goes_on(words, following)
    return any(zone[one.first] == "body" and _runs(one) for one in following)


def _goes_on(words: TimeWords, following: list[Line]) -> bool:
    """Whether the title or the text comes next, or a dateline in words and then the text; not an hour, as under a clock."""
    zones = [words.scan.zone[line.first] for line in following[:2]]
    if zones[:1] == ["dateline"]:
        return zones[1:] == ["body"] and not words.forms[following[0].first][0].isdigit()
    return zones[:1] in (["title"], ["body"])


def _runs(line: Line) -> bool:
    """Whether a line is long enough for running text."""
    return line.stop - line.first >= _LEAST_RUNNING


def _signs_brief(words: TimeWords, line: Line, lines: list[Line]) -> bool:
    """«نداء بوست / 2021/11/07» under a title: a report of one line, signed by its outlet."""
    if not 0 < line.number < _LINES_TO_BODY or line.paragraphs:
        return False
    before = lines[line.number - 1]
    hit = words.scan.hit(before.first, "outlets")
    return hit is not None and hit.stop == before.stop and words.scan.zone[lines[0].first] == "title"


def _labelled(context: Context, line: Line) -> Stamp | None:
    """«تاريخ النشر: 02.04.2022 | 00:35 | أخبار العالم»: a date that is said to be of publication, whatever stands after it."""
    words, roles = context.words, stamp_words()
    for i in range(line.first + 1, min(line.stop, line.first + _MOST_BESIDE)):
        if roles.get(words.forms[i - 1]) == "published" and words.gaps[i] & COLON:
            found = full_date(context, i)
            closed = found and (found.stop >= line.stop or words.gaps[found.stop] & ~COMMA)
            return Stamp(found.moment.first, "published") if found and found.moment and closed else None
    return None


def _stamp(context: Context, line: Line) -> Stamp | None:
    """The line's date, if the line holds one date and stamp words only, or a few other words that marks set apart from the date."""
    words, roles = context.words, stamp_words()
    tokens = words.tokens
    exact = _TIMESTAMP.match(tokens.text, tokens.starts[line.first])
    if exact:
        moment = day_of(int(exact[1]), int(exact[2]), int(exact[3]))
        return Stamp(moment.first, "") if moment else None
    day, role, i, others, apart, counted = None, "", line.first, 0, False, False
    while i < line.stop:
        found = full_date(context, i)
        if found and found.moment and found.stop <= line.stop:
            apart = apart or bool(words.gaps[i] & _APART)
            day, i = day or found.moment.first, found.stop
            continue
        form = words.forms[i]
        known = roles.get(form)
        if known in ("published", "updated"):
            role = role or known
        elif known == "byline":
            apart = True
        elif known == "count":
            counted = True
        elif known is None and not form[0].isdigit() and i not in words.weekdays and i not in words.months:
            others += 1
            apart = apart or (day is None and words.scan.hit(i, "outlets") is not None)
            if day or others > _MOST_BESIDE:
                return None
        i += 1
    if day is None or (others and (role or not apart)):
        return None
    return Stamp(day, role or ("count" if counted else "beside" if others else ""))


@cache
def stamp_words() -> dict[str, str]:
    """The words of stamp lines, folded, with their role."""
    return {fold(word): row.get("role") for row in table_rows("time_stamps") for word in row.list("word")}


def day_of_dateline(words: TimeWords, lines: list[Line]) -> date | None:
    """«عدن (15 مارس 2016) - »: the full date that the dateline of the first paragraph tells."""
    context = Context(words, None)
    line = next((line for line in lines if line.is_paragraph), None)
    if line is None or words.scan.hit(line.first, *GAZETTEERS, "outlets", "countries") is None:
        return None
    for i in range(line.first, line.first + _MOST_BESIDE):
        found = full_date(context, i)
        if found and found.moment:
            closed = found.stop < words.size and bool(words.gaps[found.stop] & DASH)
            return found.moment.first if closed and words.gaps[i] & (_APART | COMMA) else None
    return None
