"""What stands above the article: the title, the dateline, the caption of the picture, and the page's menus."""

from collections import Counter

from tawatur.reading.lines import Line
from tawatur.reading.page import BOILERPLATE_CUES, LINK_CUES, Page
from tawatur.text.tokens import DASH, Tokens

_TITLE_LENGTHS = range(4, 31)
_SURE, _REPEATED = 10.0, 3.0
_LEAST_SHARED = 0.2
_TELLING = 0.6
_LEAST_LINES = 3
_LABEL_LENGTH = 4
_LONGEST_CAPTION = 30
_LONGEST_CREDIT = 6
_LONGEST_LINK = 14
_LONGEST_STAMP = 16


def sort_head(page: Page, given_title: str | None) -> None:
    """Gives every line above the article its zone, and finds the title."""
    page.title = _title(page, given_title)
    after_dateline = below_links = False
    for index in range(page.first):
        line = page.lines[index]
        if index == page.title:
            page.kinds[index] = "title"
        elif below_links and line.unfinished and not line.paragraph and not page.is_dateline(line):
            page.kinds[index] = "related"
        elif page.title is not None and index < page.title:
            _above_title(page, index)
        else:
            _below_title(page, index, after_dateline)
            below_links = page.kinds[index] == "related" and line.whole
            after_dateline = after_dateline or (page.kinds[index] == "dateline" and not page.is_stamp(line))


def _title(page: Page, given: str | None) -> int | None:
    """The headline: the line that the given title repeats, or that recurs, or that tells most of what the article opens with."""
    known = " ".join(Tokens(given).forms) if given else ""
    opening = _opening_words(page)
    texts = {index: " ".join(page.lines.words(page.lines[index])) for index in range(page.first)}
    candidates = [index for index in range(page.first) if _may_be_title(page, page.lines[index]) or (known and texts[index] == known)]
    best, best_score = None, _LEAST_SHARED
    counts = Counter(texts[index] for index in candidates)
    for index in candidates:
        words = [word for word in page.lines.words(page.lines[index]) if len(word) > 2]
        score = sum(word in opening for word in words) / len(words) if words else 0.0
        score += _SURE * (bool(known) and texts[index] in known) + _REPEATED * (counts[texts[index]] > 1)
        score += page.lines.has(page.lines[index], "roundup")
        if score > best_score * 1.25:
            best, best_score = index, score
    return candidates[0] if best is None and len(candidates) == 1 else best


def tells_the_article(page: Page, line: Line) -> bool:
    """Whether a line could be the headline, and has nearly all its words from what the article opens with."""
    words = [word for word in page.lines.words(line) if len(word) > 2]
    opening = _opening_words(page)
    return _may_be_title(page, line) and sum(word in opening for word in words) >= _TELLING * len(words)


def opens_with_title(page: Page) -> bool:
    """Whether the first line of a text that is no article is the headline of what the next lines tell."""
    lines = page.lines.lines
    if (
        len(lines) < _LEAST_LINES
        or not _may_be_title(page, lines[0])
        or lines[0].opening == "list"
        or lines[1].ending not in ("stop", "colon")
    ):
        return False
    following = {word for line in lines[1:3] for word in page.lines.words(line)}
    words = [word for word in page.lines.words(lines[0]) if len(word) > 2]
    return bool(words) and sum(word in following for word in words) >= _TELLING * len(words)


def given_title(page: Page, given: str | None) -> int | None:
    """The line that a title given from outside repeats."""
    known = " ".join(Tokens(given).forms) if given else ""
    lines = page.lines.lines
    return next((i for i, line in enumerate(lines) if len(line) > 3 and not line.cue and " ".join(page.lines.words(line)) in known), None)


def _opening_words(page: Page) -> set[str]:
    paragraphs = [line for line in page.lines.lines[page.first : page.stop] if line.paragraph][:3]
    return {word for line in paragraphs for word in page.lines.words(line)}


def _may_be_title(page: Page, line: Line) -> bool:
    if len(line) not in _TITLE_LENGTHS or not line.unfinished or line.cue in BOILERPLATE_CUES | LINK_CUES | {"credit", "stamp"}:
        return False
    return not (page.is_stamp(line) or page.is_dateline(line) or page.is_post_credit(line) or is_caption(page, line))


def _above_title(page: Page, index: int) -> None:
    line = page.lines[index]
    if line.paragraph and not line.cue:
        return
    if page.is_stamp(line) or page.is_dateline(line):
        page.kinds[index] = "dateline"
    elif is_caption(page, line):
        page.kinds[index] = "caption"
    else:
        page.kinds[index] = "boilerplate"


def _below_title(page: Page, index: int, after_dateline: bool) -> None:
    line = page.lines[index]
    if same_title(page, line):
        page.kinds[index] = "repeated"
    elif line.cue in LINK_CUES:
        page.kinds[index] = "related"
    elif page.is_stamp(line) or page.is_dateline(line):
        page.kinds[index] = "dateline"
    elif is_caption(page, line):
        page.kinds[index] = "caption"
    elif line.cue in BOILERPLATE_CUES or page.is_counter(line) or page.is_outlet_name(line) or _is_label(page, line):
        page.kinds[index] = "boilerplate"
    elif _is_dated(page, line):
        page.kinds[index] = "dateline"
    elif after_dateline and _is_headline(page, line):
        page.kinds[index] = "related"


def _is_label(page: Page, line: Line) -> bool:
    """A section's or an author's name between title and article; under the title of a round-up it may be its first heading."""
    if page.title is None or len(line) > _LABEL_LENGTH or not line.unfinished or line.opening != "noun":
        return False
    if page.lines.has(page.lines[page.title], "roundup"):
        return False
    return not any(word[0].isdigit() for word in page.lines.words(line))


def _is_dated(page: Page, line: Line) -> bool:
    """A line that gives a date beside the section, the outlet or the count of views: «أمن - 2 تشرين الأول 2019 - 1058 مشاهدة»."""
    if len(line) > _LONGEST_STAMP or not line.unfinished or line.opening == "verb":
        return False
    words = page.lines.words(line)
    return any(len(word) == 4 and word.isdigit() for word in words) and any(True for _ in page.lines.line_hits(line, "months"))


def _is_headline(page: Page, line: Line) -> bool:
    return 5 <= len(line) <= _LONGEST_LINK and line.unfinished and line.opening == "noun"


def is_caption(page: Page, line: Line) -> bool:
    """A line under a picture: by its words («أرشيفية»), or by the credit in brackets that closes it («… (الأناضول)»)."""
    if line.cue == "caption":
        return len(line) <= _LONGEST_CAPTION
    if not line.unfinished or not 3 <= len(line) <= _LONGEST_CAPTION:
        return False
    return _credited(page, line)


def _credited(page: Page, line: Line) -> bool:
    """Whether the line closes with who took the picture."""
    lines, start = page.lines, page.lines.bracketed_end(line)
    if start is None:
        return _photo_agency(page, line) or _dashed_outlet(page, line)
    if start - line.first < 2 or any(word[0].isdigit() for word in lines.tokens.forms[start : line.stop]):
        return False
    for i in range(start, line.stop):
        for hit in lines.hits[i]:
            if hit.entry.layer == "boilerplate" and hit.entry.get("kind") == "media":
                return False
            if hit.entry.layer == "outlets" or hit.entry.get("kind") == "photo":
                return True
    return line.opening == "noun" and page.title is not None


def _photo_agency(page: Page, line: Line) -> bool:
    """«… REUTERS - GIL ELIYAHU»: an Arabic line that closes in Latin letters with an agency's name."""
    forms = page.lines.tokens.forms
    if forms[line.first].isascii() or not forms[line.stop - 1].isascii() or forms[line.stop - 1][0].isdigit():
        return False
    return any(
        hit.first >= line.stop - 5 and hit.entry.get("kind") == "photo" and forms[hit.first].isascii()
        for hit in page.lines.line_hits(line, "boilerplate")
    )


def names_a_photograph(page: Page, line: Line) -> bool:
    """«… (عدسة: …)»: a short line that closes with where the picture came from, even amid the article."""
    start = page.lines.bracketed_end(line)
    if start is None or line.opening != "noun" or not line.unfinished or not start - line.first > 1:
        return False
    hits = [hit for i in range(start, line.stop) for hit in page.lines.hits[i]]
    return any(hit.entry.get("kind") in ("photo", "caption") for hit in hits) and not any(hit.entry.get("kind") == "media" for hit in hits)


def _dashed_outlet(page: Page, line: Line) -> bool:
    """«… - نورث برس», «… - متداول», «… - أرشيفية/نورث برس»: after a dash, an outlet's name or a word of credit closes the line."""
    tokens = page.lines.tokens
    dash = next((i for i in range(line.stop - 1, max(line.first + 3, line.stop - _LONGEST_CREDIT), -1) if tokens.gaps[i] & DASH), None)
    if dash is None:
        return False
    named = page.lines.line_hits(line, "outlets", "boilerplate")
    credits = [hit for hit in named if hit.entry.layer == "outlets" or hit.entry.get("kind") in ("photo", "credit")]
    return any(hit.first == dash for hit in credits) and any(hit.stop == line.stop for hit in credits)


def same_title(page: Page, line: Line) -> bool:
    """Whether the line is the title over again."""
    if page.title is None:
        return False
    title = page.lines[page.title]
    return len(line) == len(title) and page.lines.words(line) == page.lines.words(title)
