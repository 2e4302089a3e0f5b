"""Which word of one short claim answers which of another, and which are left over on either side."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from tawatur.reconciling.wordings import Word, Wording, senses

_LIKE = 0.6
_SPELLED_OUT = 4


class Pair(NamedTuple):
    """Positions of two words that answer each other, and how well they do."""

    one: int
    other: int
    score: float


class Alignment(NamedTuple):
    """`left` and `right` are positions of the words that no other answers."""

    one: Wording
    other: Wording
    pairs: tuple[Pair, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    def words_left(self) -> list[Word]:
        return [self.one.words[i] for i in self.left]

    def words_right(self) -> list[Word]:
        return [self.other.words[j] for j in self.right]

    def answers(self) -> dict[int, int]:
        """By the position of a word that of its answer."""
        return {pair.one: pair.other for pair in self.pairs}


def align(one: Wording, other: Wording) -> Alignment:
    """Words are paired best first; of equally good pairs first the one whose words stand at like places."""
    ours: set[int] = set()
    theirs: set[int] = set()
    pairs = []
    for pair in sorted(_candidates(one, other), key=lambda pair: (-pair.score, _apart(pair, one, other), pair)):
        if pair.one not in ours and pair.other not in theirs:
            ours.add(pair.one)
            theirs.add(pair.other)
            pairs.append(pair)
    left = tuple(i for i in range(len(one.words)) if i not in ours)
    right = tuple(j for j in range(len(other.words)) if j not in theirs)
    return Alignment(one, other, tuple(sorted(pairs)), left, right)


def _candidates(one: Wording, other: Wording) -> Iterator[Pair]:
    for i, word in enumerate(one.words):
        for j, answer in enumerate(other.words):
            score = likeness(word, answer)
            if score:
                yield Pair(i, j, score)


def _apart(pair: Pair, one: Wording, other: Wording) -> float:
    return abs(pair.one / len(one.words) - pair.other / len(other.words))


def likeness(one: Word, other: Word) -> float:
    """The same word, name or number 1, another form of a word .9, another word of the same sense .8, a like spelling .7, else 0."""
    if one.number is not None or other.number is not None:
        return float(one.number == other.number)
    if one.names and other.names:
        return _one_name(one, other)
    if one.stem == other.stem:
        return 1.0
    if excludes(one, other):
        return 0.0
    if one.skeleton == other.skeleton:
        return 0.9
    if one.senses & other.senses:
        return 0.8
    return 0.7 if not (one.names or other.names) and spelled_alike(one.form, other.form) else 0.0


def _one_name(one: Word, other: Word) -> float:
    """Two people are not one for being of one country; a leader may stand for the country."""
    if one.kind == other.kind == "person":
        return float(one.names == other.names)
    return (0.7 if "person" in (one.kind, other.kind) else 1.0) if one.names & other.names else 0.0


@lru_cache(maxsize=50_000)
def excludes(one: Word, other: Word) -> str:
    """The axis on which two words exclude each other; empty when they do not."""
    if one.senses & other.senses:
        return ""
    axes = {senses()[sense].axis for sense in one.senses} & {senses()[sense].axis for sense in other.senses}
    return min(axes, default="")


@lru_cache(maxsize=50_000)
def spelled_alike(one: str, other: str) -> bool:
    """Whether two words share most pairs of letters: a misspelling, or a form with clitics that the stem keeps."""
    if min(len(one), len(other)) < _SPELLED_OUT:
        return False
    ours, theirs = ({word[i : i + 2] for i in range(len(word) - 1)} for word in (one, other))
    return 2 * len(ours & theirs) >= _LIKE * (len(ours) + len(theirs))


def turned(order: Sequence[int]) -> float:
    """Share of all pairs of a sequence that stand in reverse order."""
    pairs = list(combinations(order, 2))
    return sum(first > second for first, second in pairs) / len(pairs) if pairs else 0.0
