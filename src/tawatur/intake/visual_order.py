"""Arabic as it stands on paper, left to right, put back into the order it is read in.

The way back from the display order of the Unicode bidirectional algorithm (UAX 9) in a right-to-left paragraph: the whole line is
turned around, and what runs left to right within it (Latin words, numbers) is turned back. A *piece* is what one glyph stands for: mostly
a letter, for a ligature several, always in reading order themselves.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_PRESENTED = re.compile("[\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")
_TURNED_LIGATURE = re.compile("([اأإآٱ])ل")
_IGNORED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]")
_PAIRS = ("()", "[]", "{}", "<>", "«»", "‹›", "﴾﴿")
_OTHER_SIDE = {side: pair[1 - place] for pair in _PAIRS for place, side in enumerate(pair)}
_FORWARDS = re.compile(r"\bال\w{3}|\w{2}ة\b")
_BACKWARDS = re.compile(r"\w{3}لا\b|\bة\w{2}")


def letters(piece: str) -> str:
    """A text with presentation forms (U+FB50–FDFF, FE70–FEFC) made letters; marks and tatweel stay, controls and private characters go."""
    return _PRESENTED.sub(_letters_of_form, _IGNORED.sub("", piece))


def _letters_of_form(match: re.Match[str]) -> str:
    form = unicodedata.normalize("NFKC", match.group())
    return form.strip() if len(form) == 2 else form  # the form of a mark by itself is a space with the mark


def letters_of_glyph(piece: str) -> str:
    """`letters`, and a ligature of lam and alef whose font names its letters left to right comes out as lam, alef."""
    piece = letters(piece)
    return _TURNED_LIGATURE.sub(r"ل\1", piece) if len(piece) == 2 else piece


def is_mark(piece: str) -> bool:
    """Whether a glyph stands for nothing but marks over or under another."""
    return bool(piece) and all(unicodedata.category(char) == "Mn" for char in piece)


def is_right_to_left(pieces: Iterable[str]) -> bool:
    """Whether more of the letters are Arabic (or Hebrew) than run left to right."""
    balance = 0
    for piece in pieces:
        kind = _kind(piece)
        balance += (kind == "R") - (kind == "L")
    return balance > 0


def reading_order(pieces: Sequence[str], *, turned: str = "") -> str:
    """The text of a right-to-left line from its pieces, left to right as they are seen. Pieces of space stand between words.

    `turned`: the brackets and quotation marks that the pieces name by their shape, which are turned around with the line.
    A line of Latin letters alone is a left-to-right line, and stays as it is.
    """
    kinds = [_kind(piece) for piece in pieces]
    if "L" in kinds and "R" not in kinds:
        return "".join(pieces)
    latin = _latin_starts(kinds)
    text: list[str] = []
    end = len(pieces)
    while end:
        start = _run_before(kinds, latin, end)
        run = pieces[start:end]
        text += run if kinds[end - 1] in "LEA" else [_turned(run[0], turned)]
        end = start
    return "".join(text)


def _kind(piece: str) -> str:
    """R, L, E (a European digit), A (an Arabic digit), S (a separator within numbers), or N for all that takes its side from others."""
    for char in piece:
        side = unicodedata.bidirectional(char)
        if side in ("R", "AL"):
            return "R"
        if side == "L":
            return "L"
        if side in ("EN", "AN"):
            return side[0]
        if side == "CS" and len(piece) == 1 and not char.isspace():
            return "S"
    return "N"


def _run_before(kinds: Sequence[str], latin: Sequence[int | None], end: int) -> int:
    """Where the left-to-right run that ends before `end` starts; `end - 1` when a single piece stands there."""
    if kinds[end - 1] not in "LEA":
        return end - 1
    start = latin[end - 1]
    if start is None:
        return _number_start(kinds, end)
    while start and kinds[start - 1] in "EA":
        start -= 1  # digits right before a word belong to it: 5G
    return start


def _latin_starts(kinds: Sequence[str]) -> list[int | None]:
    """For every place, where the run of Latin words that it may end starts: European numbers between and after words belong to them."""
    starts: list[int | None] = []
    start = None
    for place, kind in enumerate(kinds):
        if kind in "RA":
            start = None
        elif kind == "L" and start is None:
            start = place
        starts.append(start)
    return starts


def _number_start(kinds: Sequence[str], end: int) -> int:
    """The start of a number that ends before `end`: digits of one kind, with single separators (UAX 9, CS) between them."""
    digit, start = kinds[end - 1], end - 1
    while start:
        if kinds[start - 1] == digit:
            start -= 1
        elif start > 1 and kinds[start - 1] == "S" and kinds[start - 2] == digit:
            start -= 2
        else:
            break
    return start


def _turned(piece: str, turned: str) -> str:
    return _OTHER_SIDE[piece] if piece in _OTHER_SIDE and piece in turned else piece


def shapes(lines: Iterable[Sequence[str]]) -> str:
    """The brackets and quotation marks that the lines name by their shape, as most programs do: some write what was meant instead.

    Told for each pair by which of the two ways opens more of them before they close.
    """
    balance = dict.fromkeys(_PAIRS, 0)
    waiting: dict[str, str] = {}
    for char in (char for pieces in lines for char in reading_order(pieces) if char in _OTHER_SIDE):
        pair = next(pair for pair in _PAIRS if char in pair)
        before = waiting.get(pair, char)
        if before == char:
            waiting[pair] = char
        else:
            balance[pair] += 1 if char == pair[0] else -1
            del waiting[pair]
    return "".join(pair for pair in _PAIRS if balance[pair] >= 0)


def reads_backwards(text: str) -> bool:
    """Whether Arabic words stand the wrong way round: the article at their ends, ta marbuta at their starts."""
    return len(_BACKWARDS.findall(text)) > len(_FORWARDS.findall(text))
