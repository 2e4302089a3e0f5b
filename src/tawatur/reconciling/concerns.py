"""Whom and what a predicate concerns: the parties and words of its clause."""

from collections.abc import Sequence

import msgspec

from tawatur.reconciling.marks import Clause, Mark
from tawatur.reconciling.predicates import slot
from tawatur.reconciling.words import content_stems, stem, telling, words_of_kind
from tawatur.text.tokens import Tokens

_WHOM = 9
_AMONG = 4
_SUBJECT = 3
"""Words after «أطلقته» within which the one who did it is named."""
_OURS, _THEIRS, _HIS = ("نا",), ("ها", "هم", "ته"), "ه"
"""Pronouns written on a word; the last is told from a feminine ending by how it is spelled before folding."""


class Named(msgspec.Struct, frozen=True):
    """A name at tokens `first` up to `stop`."""

    first: int
    stop: int
    key: str


class Concern(msgspec.Struct, frozen=True):
    """All parties of the clause; the parties and stems that the predicate concerns; among whom it happened; what else is told.

    `has_subject`: the parties concerned stand before the predicate, as who did it.
    """

    who: frozenset[str]
    whom: frozenset[str]
    object: frozenset[str]
    words: frozenset[str]
    among: frozenset[str]
    rest: frozenset[str]
    has_subject: bool


def concern(tokens: Tokens, clause: Clause, head: Mark, placed: Sequence[Named], teller: frozenset[str], *, direct: bool) -> Concern:
    who = _keys(placed, clause.first, clause.stop)
    before = _keys(placed, clause.first, head.first)
    has_subject = slot(head.predicate) == "who" and bool(before) and not head.subject_after
    if has_subject:
        whom, low, high = before, clause.first, head.first
    elif head.subject_after:
        low, high = head.stop, min(clause.stop, head.stop + _SUBJECT)
        whom = frozenset(name.key for name in placed if low <= name.first < high and _stands_next(tokens, low, name, placed))
    else:
        low, high = head.stop, _object_end(clause, head)
        whom = _keys(placed, low, high)
        if _is_of_teller(tokens, clause, head, high, direct=direct, named=bool(whom)):
            whom, who = teller if slot(head.predicate) == "who" else whom | teller, who | teller
    words = frozenset(content_stems(tokens.slice(clause.first, clause.stop)))
    concerned = frozenset(content_stems(tokens.slice(low, high)))
    return Concern(who, whom, concerned, words, _among(tokens, clause, head), _rest(tokens, clause, placed), has_subject)


def _stands_next(tokens: Tokens, first: int, name: Named, placed: Sequence[Named]) -> bool:
    """Whether no other name and no preposition stands between the word at `first` and the name: «شنتها ضد …» names no one who did it."""
    between = (stem(form) for form in tokens.forms[first : name.first])
    return not _keys(placed, first, name.first) and not any(word in words_of_kind("stop") for word in between)


def _keys(placed: Sequence[Named], first: int, stop: int) -> frozenset[str]:
    return frozenset(name.key for name in placed if first <= name.first < stop)


def following(tokens: Tokens, clause: Clause, first: int, placed: Sequence[Named]) -> tuple[frozenset[str], frozenset[str]]:
    """The parties of the rest of the clause, and the stems of its first words: whom a contrast («بل ضد …») concerns."""
    return _keys(placed, first, clause.stop), frozenset(content_stems(tokens.slice(first, min(clause.stop, first + _WHOM))))


def theme(tokens: Tokens, clause: Clause, aspect: Mark) -> str:
    """What goes on or stops: the first telling word after the aspect, else the last before it."""
    after = content_stems(tokens.slice(aspect.stop, clause.stop))
    before = content_stems(tokens.slice(clause.first, aspect.first))
    return after[0] if after else before[-1] if before else ""


def _rest(tokens: Tokens, clause: Clause, placed: Sequence[Named]) -> frozenset[str]:
    """The telling stems of words that are no mark and in no name, numbers left out."""
    taken = {i for mark in clause.marks for i in range(mark.first, mark.stop)}
    taken |= {i for name in placed for i in range(name.first, name.stop)}
    free = [tokens.forms[i] for i in range(clause.first, clause.stop) if i not in taken and not tokens.forms[i].isdigit()]
    return telling(content_stems(" ".join(free)))


def _object_end(clause: Clause, head: Mark) -> int:
    after = [mark.first for mark in clause.of("content", "aspect", "until", "aside", "but") if mark.first >= head.stop]
    return min([*after, clause.stop, head.stop + _WHOM])


def _is_of_teller(tokens: Tokens, clause: Clause, head: Mark, stop: int, *, direct: bool, named: bool) -> bool:
    """Whether the predicate is about the speaker's own side: «لم تصب أيا من مقاتلينا», «مسؤوليتها», «إنه | مسؤول عن …»."""
    if _is_own(tokens, head.first, stop, direct=direct, named=named):
        return True
    if slot(head.predicate) != "who":
        return False
    own = _is_own(tokens, max(clause.first, head.first - 1), head.stop, direct=direct, named=False)
    return own or (head.first == 0 and not named)


def _is_own(tokens: Tokens, first: int, stop: int, *, direct: bool, named: bool) -> bool:
    """Whether the words point to the speaker's own side: «عناصرنا» in a quote, «عناصرها» in reported speech."""
    forms = tokens.forms[first:stop]
    if any(len(form) > 3 and form.endswith(_OURS) for form in forms):
        return True
    if direct or named:
        return False
    his = (tokens.slice(i, i + 1).endswith(_HIS) for i in range(first, stop))
    return any(len(form) > 4 and (form.endswith(_THEIRS) or is_his) for form, is_his in zip(forms, his, strict=True))


def _among(tokens: Tokens, clause: Clause, head: Mark) -> frozenset[str]:
    """Stems of those among whom it happened, or did not: «دون إصابات في صفوف القوات العراقية»."""
    near = range(head.stop, min(clause.stop, head.stop + _AMONG))
    at = next((i for i in near if stem(tokens.forms[i]) in words_of_kind("among")), None)
    return frozenset(content_stems(tokens.slice(at + 1, min(clause.stop, at + 1 + _AMONG)))) if at is not None else frozenset()
