"""Named features of a pair of short claims: what may speak for it that they agree, disagree, or are about other things.

A feature is there or not. Its name has its value behind a full stop (`opposites.2`); amounts are told in steps. Features that say more
together are also crossed (`opposites.2-left_over_fewer.0`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from tawatur.reconciling.alignment import Alignment, align, excludes, turned
from tawatur.reconciling.wordings import Word, Wording, senses, senses_that

_STEPS = (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)
_MARKS = ("negation", "denial", "question", "hedge", "despite")
_IMPERFECT, _SHORT, _WITHIN = ("ي", "ت"), 3, ("بال", "لل", "ب", "ل")
_SIGNS = ("negation", "denial")
_CROSSED = (
    "opposites", "others_of_kind", "opposite_of_same", "turns", "sign_differs",
    "other_names", "other_number", "other_country", "other_person", "names_swapped", "sides_swapped",
    "one_side.negation", "one_side.denial", "one_side.question",
)  # fmt: skip


def ordered(one: Wording, other: Wording) -> Alignment:
    """The two aligned, the longer first, so that nothing depends on which is given first."""
    first, second = sorted((one, other), key=lambda wording: (-len(wording.words), _forms(wording), wording.marks))
    return align(first, second)


def stance_features(found: Alignment) -> frozenset[str]:
    """The features of an aligned pair."""
    plain = {name for layer in _LAYERS for name in layer(found)}
    fewer = next(name for name in plain if name.startswith("left_over_fewer"))
    shorter = next(name for name in plain if name.startswith("shared_of_shorter"))
    crossed = {f"{name}-{fewer}" for name in plain if name == shorter or name.startswith(_CROSSED)}
    return frozenset(plain | crossed)


def step(value: float) -> int:
    return sum(value > least for least in _STEPS)


def _shared(found: Alignment) -> Iterator[str]:
    total = sum(pair.score for pair in found.pairs)
    yield f"shared_of_longer.{step(total / max(len(found.one.words), 1))}"
    yield f"shared_of_shorter.{step(total / max(len(found.other.words), 1))}"
    yield f"pairs.{min(len(found.pairs), 8)}"
    ours, theirs = _triples(found.one), _triples(found.other)
    yield f"letters.{step(2 * len(ours & theirs) / max(len(ours) + len(theirs), 1))}"
    yield f"shared_names.{min(sum(bool(found.one.words[pair.one].names) for pair in found.pairs), 3)}"
    if any(found.one.words[pair.one].number is not None for pair in found.pairs):
        yield "shared_number"
    if _forms(found.one) == _forms(found.other) and found.one.marks == found.other.marks:
        yield "identical"


def _forms(wording: Wording) -> list[str]:
    return [word.form for word in wording.words]


def _triples(wording: Wording) -> frozenset[str]:
    text = " ".join(_forms(wording))
    return frozenset(text[i : i + 3] for i in range(len(text) - 2))


def _left_over(found: Alignment) -> Iterator[str]:
    few, many = sorted((len(found.left), len(found.right)))
    yield f"left_over_fewer.{min(few, 4)}"
    yield f"left_over_more.{min(many, 6)}"
    yield from (f"only.{sense}" for word in (*found.words_left(), *found.words_right()) for sense in word.senses)


def _names_and_numbers(found: Alignment) -> Iterator[str]:
    left, right = found.words_left(), found.words_right()
    for feature, ours, theirs in (("names", _named(left), _named(right)), ("number", _counting(left), _counting(right))):
        if ours and theirs:
            yield f"other_{feature}"
        elif ours or theirs:
            yield f"more_{feature}"
    yield from (f"other_{one.kind}" for one, other in product(left, right) if one.names and other.names and one.kind == other.kind)


def _named(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.names]


def _counting(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.number is not None]


def _meanings(found: Alignment) -> Iterator[str]:
    left, right = found.words_left(), found.words_right()
    axes = {axis for one, other in product(left, right) if (axis := excludes(one, other))}
    poles = axes & {sense.axis for sense in senses().values() if sense.kind == "opposite"}
    yield f"opposites.{min(len(poles), 2)}"
    yield f"others_of_kind.{min(len(axes - poles), 2)}"
    across = (*product(left, found.other.words), *product(found.one.words, right))
    if {axis for one, other in across if (axis := excludes(one, other))} - axes:
        yield "opposite_within"
    few, many = sorted(len(turning(words)) for words in (left, right))
    yield f"turns.{min(few, 1)}.{min(many, 2)}"


def turning(words: Iterable[Word]) -> list[Word]:
    """Those of the words that turn what the rest says: «يرفض الاعتذار»."""
    return [word for word in words if word.senses & senses_that("turns")]


def _in_place(found: Alignment) -> Iterator[str]:
    yield f"in_place.{min(len(in_place(found)), 2)}"


def in_place(found: Alignment) -> list[tuple[int, int]]:
    """Positions of words, each with that of another which stands in its place, between the same neighbours."""
    answer = {-1: -1, **found.answers(), len(found.one.words): len(found.other.words)}
    right, places = set(found.right), []
    for i in found.left:
        before, after = answer.get(i - 1), answer.get(i + 1)
        j = before + 1 if before is not None else after - 1 if after is not None else -1
        if j in right and (before is None or after is None or after == before + 2):
            places.append((i, j))
    return places


def _said_of_one(found: Alignment) -> Iterator[str]:
    said = list(said_of_one(found))
    same = sum(bool(one.senses & other.senses) for one, other in said)
    if any(excludes(one, other) for one, other in said):
        yield "opposite_of_same" if same else "opposite_of_same.only"
    if same:
        yield f"same_of_same.{min(same, 2)}"


def said_of_one(found: Alignment) -> Iterator[tuple[Word, Word]]:
    """Words with poles that are said of the same thing: «الذهب يكسب … الخسائر», «الذهب يخسر … المكاسب»."""
    answer = found.answers()
    for i, word in enumerate(found.one.words):
        of = _of(i, found.one) if _has_pole(word) else -1
        if of in answer:
            yield from (
                (word, other) for j, other in enumerate(found.other.words) if _has_pole(other) and _of(j, found.other) == answer[of]
            )


def _has_pole(word: Word) -> bool:
    return any(senses()[sense].kind == "opposite" for sense in word.senses)


def _of(i: int, wording: Wording) -> int:
    """What a word is said of: the thing after a noun, the thing before a verb, but for «تهبط بالنفط»."""
    words, measuring = wording.words, senses_that("measures")
    after = next((j for j in range(i + 1, len(words)) if not words[j].senses & measuring), -1)
    before = next((j for j in range(i - 1, -1, -1) if not words[j].senses & measuring), -1)
    if words[i].verbal and before >= 0 and (after < 0 or not words[after].form.startswith("بال")):
        return before
    return after if after >= 0 else before


def _marked(found: Alignment) -> Iterator[str]:
    for mark in _MARKS:
        counts = found.one.count(mark), found.other.count(mark)
        if any(counts):
            yield f"both.{mark}" if all(counts) else f"one_side.{mark}"
    if sum(found.one.count(mark) + found.other.count(mark) for mark in _SIGNS) % 2:
        yield "sign_differs"


def _order(found: Alignment) -> Iterator[str]:
    if len(found.pairs) > 2:
        yield f"moved.{step(turned([pair.other for pair in found.pairs]))}"
    if turned([pair.other for pair in found.pairs if found.one.words[pair.one].names]):
        yield "names_swapped.passive" if found.one.count("agent") != found.other.count("agent") else "names_swapped"
    if sides_swapped(found):
        yield "sides_swapped"


def sides_swapped(found: Alignment) -> bool:
    """Whether who does it to whom in one claim has it done to them in the other: «المغرب يهزم مصر», «مصر تهزم المغرب»."""
    answer = found.answers()
    back = {j: i for i, j in answer.items()}
    return any(
        answer.get(i - 1, -1) > j and back.get(j - 1, -1) > i and _stands_between(i, found.one) and _stands_between(j, found.other)
        for i, j in answer.items()
    )


def _stands_between(i: int, wording: Wording) -> bool:
    """Whether a word looks like a verb with its subject before it and an object, not in a prepositional phrase, behind it."""
    words = wording.words
    if not 0 < i < len(words) - 1 or not (words[i].joined and words[i + 1].joined) or words[i + 1].form.startswith(_WITHIN):
        return False
    return words[i].verbal or (len(words[i].form) > _SHORT and words[i].form.startswith(_IMPERFECT) and not words[i].names)


_LAYERS: tuple[Callable[[Alignment], Iterator[str]], ...] = (
    _shared, _left_over, _names_and_numbers, _meanings, _in_place, _said_of_one, _marked, _order,
)  # fmt: skip
