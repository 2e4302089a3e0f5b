"""What spoke for a stance, in words: features are told by family, with the words of the two claims that show them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import product

import msgspec

from tawatur.reconciling.alignment import Alignment, excludes, turned
from tawatur.reconciling.explanations import Text, quoted, wording
from tawatur.reconciling.stances_features import in_place, said_of_one, sides_swapped, turning
from tawatur.reconciling.wordings import Word

_MOST, _LEAST = 4, 0.1


class Reason(msgspec.Struct, frozen=True):
    """Why: the family of features, how much it speaks for the stance, and what it is in Arabic and English."""

    kind: str
    points: float
    ar: str
    en: str


def reasons(found: Alignment, points: Mapping[str, float]) -> tuple[Reason, ...]:
    """The families that speak most for a stance, given by how much each feature speaks for it."""
    sums: dict[str, float] = defaultdict(float)
    for name in sorted(points):
        family = _FAMILIES.get(name.split(".")[0].split("-")[0])
        if family:
            sums[family] += points[name]
    told = []
    for family in sorted(sums, key=lambda family: (-sums[family], family)):
        text = _TELLERS[family](found) if sums[family] >= _LEAST else None
        if text:
            told.append(Reason(family, round(sums[family], 2), text.ar, text.en))
    return tuple(told[:_MOST])


def _list(words: Iterable[Word]) -> Text:
    return quoted(" ".join(word.written for word in words))


def _couples(couples: Iterable[tuple[Word, Word]]) -> Text | None:
    """«ارتفاع» / «هبوط»."""
    shown = "، ".join(f"«{one.written}» / «{other.written}»" for one, other in couples)
    return Text(shown, shown.replace("،", ",")) if shown else None


def _words(found: Alignment) -> Text:
    shorter = min(len(found.one.words), len(found.other.words))
    return wording("stance.words", shared=len(found.pairs), shorter=shorter)


def _left_over(found: Alignment) -> Text:
    left, right = found.words_left(), found.words_right()
    if left and right:
        return wording("stance.left_over", one=_list(left), other=_list(right))
    return wording("stance.added", words=_list(left or right)) if left or right else wording("stance.nothing_left")


def _opposites(found: Alignment) -> Text:
    couples = _couples((one, other) for one, other in product(found.words_left(), found.words_right()) if excludes(one, other))
    return wording("stance.opposites", couples=couples) if couples else wording("stance.no_opposites")


def _said(found: Alignment) -> Text | None:
    said = list(said_of_one(found))
    couples = _couples((one, other) for one, other in said if excludes(one, other))
    if couples:
        return wording("stance.said_opposite", couples=couples)
    same = _couples((one, other) for one, other in said if one.senses & other.senses)
    return wording("stance.said_same", couples=same) if same else None


def _names(found: Alignment) -> Text | None:
    left, right = found.words_left(), found.words_right()
    couples = _couples((one, other) for one, other in product(left, right) if one.names and other.names)
    if couples:
        return wording("stance.names", couples=couples)
    more = [word for word in (*left, *right) if word.names]
    if more:
        return wording("stance.more_names", words=_list(more))
    same = [found.one.words[pair.one] for pair in found.pairs if found.one.words[pair.one].names]
    return wording("stance.same_names", words=_list(same)) if same else None


def _numbers(found: Alignment) -> Text | None:
    left, right = found.words_left(), found.words_right()
    couples = _couples((one, other) for one, other in product(left, right) if one.number is not None and other.number is not None)
    if couples:
        return wording("stance.numbers", couples=couples)
    same = [found.one.words[pair.one] for pair in found.pairs if found.one.words[pair.one].number is not None]
    return wording("stance.same_numbers", words=_list(same)) if same else None


def _in_place(found: Alignment) -> Text | None:
    couples = _couples((found.one.words[i], found.other.words[j]) for i, j in in_place(found))
    return wording("stance.in_place", couples=couples) if couples else None


def _sign(found: Alignment) -> Text | None:
    signs = [sum(side.count(mark) for mark in ("negation", "denial")) for side in (found.one, found.other)]
    return wording("stance.sign") if sum(signs) % 2 else wording("stance.same_sign") if all(signs) else None


def _turns(found: Alignment) -> Text | None:
    words = turning((*found.words_left(), *found.words_right()))
    return wording("stance.turns", words=_list(words)) if words else None


def _order(found: Alignment) -> Text | None:
    order = [pair.other for pair in found.pairs]
    if sides_swapped(found):
        return wording("stance.swapped")
    return wording("stance.moved" if turned(order) else "stance.same_order") if len(order) > 2 else None


def _asked(found: Alignment) -> Text | None:
    asks = [bool(side.count("question")) for side in (found.one, found.other)]
    return wording("stance.question") if any(asks) and not all(asks) else None


_TELLERS: dict[str, Callable[[Alignment], Text | None]] = {
    "words": _words, "left_over": _left_over, "opposites": _opposites, "said": _said, "names": _names, "numbers": _numbers,
    "in_place": _in_place, "sign": _sign, "turns": _turns, "order": _order, "asked": _asked,
}  # fmt: skip
_FAMILIES = {
    **dict.fromkeys(("shared_of_shorter", "shared_of_longer", "pairs", "letters", "identical"), "words"),
    **dict.fromkeys(("left_over_fewer", "left_over_more", "only"), "left_over"),
    **dict.fromkeys(("opposites", "others_of_kind", "opposite_within"), "opposites"),
    **dict.fromkeys(("opposite_of_same", "same_of_same"), "said"),
    **dict.fromkeys(("shared_names", "other_names", "more_names", "other_country", "other_person", "other_place", "other_body"), "names"),
    **dict.fromkeys(("shared_number", "other_number", "more_number"), "numbers"),
    "in_place": "in_place", "turns": "turns", "sign_differs": "sign",
    **dict.fromkeys(("moved", "names_swapped", "sides_swapped"), "order"),
}  # fmt: skip
"""What features are told together. Marks (`one_side`, `both`) are told by their own name."""
