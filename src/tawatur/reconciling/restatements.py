"""Statements of two documents that say the same: in the same words, or, where they are short, surely so in others."""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from tawatur.reconciling.features import StatementFeatures
from tawatur.reconciling.matters import in_time, teller
from tawatur.reconciling.stances import agreement
from tawatur.reconciling.words import overlap

_SAME_WORDS, _FEWEST_WORDS = 0.6, 6
_SHORTEST, _LONGEST, _SHARED, _SURE = 4, 25, 0.5, 0.9
_SAMPLE, _SHINGLE = 3, 3
_PLAIN = frozenset(("say", "affirm", "announce"))
"""Acts that leave what is said as it stands. Under others, as denials, only two of a kind say the same with like words."""


def word_keys(statement: StatementFeatures) -> list[int]:
    """Hashes of the statement's word triples, all of a short one, a sample of a long one's; who shares one is compared for the words."""
    found = _shingles(statement.words)
    return sorted(found if _is_short(statement.words) else (shingle for shingle in found if shingle % _SAMPLE == 0))


def same_words(one: StatementFeatures, other: StatementFeatures) -> bool:
    if min(len(one.words), len(other.words)) < _FEWEST_WORDS or not in_time(one, other) or one.document == other.document:
        return False
    return overlap(_shingles(one.words), _shingles(other.words)) >= _SAME_WORDS


def sure_agreement(one: StatementFeatures, other: StatementFeatures) -> float | None:
    """The probability that two short statements which share half of their words and a key agree, where that is sure."""
    if one.document == other.document or not in_time(one, other) or not _may_agree(one, other):
        return None
    found = agreement(one.text, other.text)
    return found if found >= _SURE else None


def _may_agree(one: StatementFeatures, other: StatementFeatures) -> bool:
    """Whether it is worth asking. A few words, such as «these claims», mean the same only in the mouth of one."""
    if not (one.act == other.act or {one.act, other.act} <= _PLAIN) or not all(_is_short(statement.words) for statement in (one, other)):
        return False
    if min(len(one.words), len(other.words)) < _FEWEST_WORDS and set(teller(one)).isdisjoint(teller(other)):
        return False
    ours, theirs = set(one.words), set(other.words)
    return len(ours & theirs) >= _SHARED * len(ours | theirs) and not set(word_keys(one)).isdisjoint(word_keys(other))


def _is_short(words: Sequence[str]) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST


@lru_cache(maxsize=20_000)
def _shingles(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1))
