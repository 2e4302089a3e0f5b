"""A document as a page under sorting: its lines, the stretch that holds the article, and the zone each line has been given."""

from itertools import pairwise

from tawatur.model import ZoneKind
from tawatur.reading.lines import Line, Lines
from tawatur.text.tokens import COMMA, DASH, PAREN, SLASH

BOILERPLATE_CUES = frozenset(("menu", "ad", "share", "comments", "subscribe", "copyright", "staff", "counter", "tags"))
LINK_CUES = frozenset(("related", "read_also"))
_SECTION_COST, _CUE_COST, _OPEN_COST = 25, 5, 3
_LEAST_ARTICLE = 30
_LEAST_CARDS = 4
_CARD_HEADLINES = range(5, 20)
_LONGEST_TEASER = 40
_LONGEST_POST_CREDIT = 16
_DATE_LAYERS = ("months", "weekdays", "time_", "numbers")
_JOINTS = DASH | SLASH | PAREN | COMMA


class Page:
    """`first:stop` are the lines of the article (empty when the text shows none); `kinds` starts as all body.

    `cards`: the line from which other stories follow, each with its headline and first sentence.
    """

    __slots__ = ("cards", "first", "kinds", "lines", "stop", "title", "vocabulary")

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.kinds: list[ZoneKind] = ["body"] * len(lines)
        self.title: int | None = None
        self.cards = _cards(lines)
        self.first, self.stop = _article(lines, min(self.cards, _comments(lines)))
        self.vocabulary = {
            word for line in lines.lines[self.first : self.stop] if line.paragraph for word in lines.words(line) if len(word) > 2
        }

    @property
    def has_article(self) -> bool:
        return self.first < self.stop

    def is_stamp(self, line: Line) -> bool:
        """A line of nothing but a date, a time and the words around them."""
        if line.cue == "stamp":
            return any(word[0].isdigit() for word in self.lines.words(line)) or len(line) < 5
        if len(line) > 9 or not any(word[0].isdigit() for word in self.lines.words(line)):
            return False
        reached = line.first
        for i in range(line.first, line.stop):
            if self.lines.tokens.forms[i][0].isdigit():
                reached = max(reached, i + 1)
            for hit in self.lines.hits[i]:
                dated = hit.entry.layer.startswith(_DATE_LAYERS) or hit.entry.get("kind") == "stamp"
                if dated and hit.first <= reached:
                    reached = max(reached, hit.stop)
            if reached <= i:
                return False
        return reached >= line.stop and not (len(line) == 1 and self.lines.tokens.forms[line.first].isdigit())

    def is_counter(self, line: Line) -> bool:
        """A number alone on its line, as views and comments are counted."""
        return len(line) == 1 and self.lines.tokens.forms[line.first].isdigit() and line.unfinished and line.opening != "list"

    def is_outlet_name(self, line: Line) -> bool:
        """The name of an outlet alone on its line."""
        if len(line) > 5 or line.ending == "stop":
            return False
        return any(hit.first == line.first and hit.stop == line.stop for hit in self.lines.line_hits(line, "outlets"))

    def is_latin_mark(self, line: Line) -> bool:
        """A word or two in Latin letters alone on their line, as site names and buttons are, or a web address."""
        words = self.lines.words(line)
        if not all(word.isascii() for word in words):
            return False
        shown = self.lines.tokens.text[line.start : line.end]
        address = "/" in shown and "." in shown and " " not in shown and any(word[0].isalpha() for word in words)
        return address or (len(words) <= 3 and line.unfinished and all(word[0].isalpha() for word in words))

    def is_post_credit(self, line: Line) -> bool:
        """Who wrote a post that the page shows, and when: «— اسم (@name) March 3, 2021»."""
        return len(line) <= _LONGEST_POST_CREDIT and "(@" in self.lines.tokens.text[line.start : line.end]

    def is_dateline(self, line: Line) -> bool:
        """A short line of places and newsrooms: «بغداد - الأناضول:», «وكالات», «حلب (خاص)»."""
        if line.cue == "credit" and len(line) <= 10:
            return True
        if len(line) > 10 or line.ending in ("stop", "question", "ellipsis"):
            return False
        parts = self._parts(line)
        named = [i for i, (first, stop) in enumerate(parts) if self._is_named(first, stop)]
        if len(parts) == 1:
            return bool(named) and self._is_agency(line)
        return bool(named) and (0 in named or parts[0][1] - parts[0][0] < 4) and all(stop - first <= 4 for first, stop in parts)

    def _parts(self, line: Line) -> list[tuple[int, int]]:
        """The line's tokens between dashes, strokes, brackets and commas."""
        bounds = [i for i in range(line.first + 1, line.stop) if self.lines.tokens.gaps[i] & _JOINTS]
        return list(pairwise([line.first, *bounds, line.stop]))

    def _is_named(self, first: int, stop: int) -> bool:
        """Whether these tokens are a place, an outlet or a word of credit."""
        return any(
            hit.stop == stop and (hit.entry.layer == "outlets" or hit.entry.layer.startswith("places") or hit.entry.get("kind") == "credit")
            for hit in self.lines.hits[first]
        )

    def _is_agency(self, line: Line) -> bool:
        """An agency alone on its line, as a credit; in bare Latin letters it is the mark of a site."""
        if not any(hit.stop == line.stop and hit.entry.get("kind") == "agency" for hit in self.lines.hits[line.first]):
            return False
        return not self.lines.tokens.forms[line.first].isascii() or self.lines.bracketed_end(line) is not None

    def novelty(self, line: Line) -> float:
        """The share of the line's longer words that the article does not have."""
        words = [word for word in self.lines.words(line) if len(word) > 3]
        return sum(word not in self.vocabulary for word in words) / len(words) if words else 0.0


def _article(lines: Lines, end: int) -> tuple[int, int]:
    """Of the lines before `end`, the run with most running text, less what stands between."""
    best = (0, 0, 0)
    total, first = 0, 0
    for index in range(end):
        if total <= 0:
            total, first = 0, index
        total += _weight(lines[index])
        if total > best[0]:
            best = (total, first, index + 1)
    return (best[1], best[2]) if best[0] >= _LEAST_ARTICLE else (0, 0)


def _weight(line: Line) -> int:
    if line.cue in ("comments", "related") and line.whole:
        return -_SECTION_COST
    if line.cue in BOILERPLATE_CUES:
        return -_CUE_COST
    return len(line) if line.paragraph else -_OPEN_COST


def _comments(lines: Lines) -> int:
    """Where readers' comments begin: the last heading of them with most of the running text before it."""
    sizes = [len(line) if line.paragraph and not line.cue else 0 for line in lines.lines]
    total, before = sum(sizes), 0
    for index, line in enumerate(lines.lines):
        if line.cue == "comments" and before > max(_LEAST_ARTICLE, total // 2):
            return index
        before += sizes[index]
    return len(lines)


def _cards(lines: Lines) -> int:
    """Where a list of other stories begins: headline and short paragraph in turn, amid page words and after the article."""
    furnished = sum(line.cue in BOILERPLATE_CUES or line.cue in LINK_CUES for line in lines.lines) > 1
    first, count, before = 0, 0, 0
    index = 0
    while index + 1 < len(lines):
        if _is_card(lines[index], lines[index + 1]):
            first = first if count else index
            count += 1
            index += 2
        else:
            if count < _LEAST_CARDS:
                count = 0
                before += len(lines[index]) if lines[index].paragraph else 0
            elif furnished and before > _LEAST_ARTICLE:
                return first
            index += 1
    return first if count >= _LEAST_CARDS and furnished and before > _LEAST_ARTICLE else len(lines)


def _is_card(headline: Line, teaser: Line) -> bool:
    return (
        headline.unfinished
        and not headline.paragraph
        and not headline.cue
        and headline.opening != "list"
        and len(headline) in _CARD_HEADLINES
        and teaser.paragraph
        and len(teaser) <= _LONGEST_TEASER
    )
