"""The wording of one short claim: its words with what they mean, whom they name and what they count, in their order."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.packs.lexicon import Hit, Lexicon, load_lexicon
from tawatur.packs.number_words import number_words
from tawatur.packs.tables import table_rows
from tawatur.reconciling.parties import entities, speaks_for
from tawatur.reconciling.words import stem, words_of_kind
from tawatur.text.clitics import analyses
from tawatur.text.numbers import find_numbers
from tawatur.text.tokens import Tokens

_NAMING = frozenset(("countries", "actors", "people", "places", "outlets"))
_WEAK_LETTERS = str.maketrans("", "", "اوي")
_PREFORMATIVES = ("م", "ت", "ن")
_SHORTEST = 3

Span = tuple[int, int]


class Word(NamedTuple):
    """A word, or several that make one name, number or phrase.

    `written` is as the text has it, `form` folded; `stem` and `skeleton` are what its inflected, and its derived, forms share. `senses`
    are ids of the table `senses`, `names` the keys of whom it names and of whom they belong to, `kind` what kind of name it is, `verbal`
    whether it is a verb, `joined` whether no other stands between it and the word before it.
    """

    written: str
    form: str
    stem: str
    skeleton: str
    senses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    kind: str = ""
    number: float | None = None
    verbal: bool = False
    joined: bool = False


class Wording(NamedTuple):
    """A claim's words that carry meaning, and how often marks of each kind («negation», «question», …) stand in it."""

    words: tuple[Word, ...]
    marks: tuple[tuple[str, int], ...]

    def count(self, mark: str) -> int:
        return dict(self.marks).get(mark, 0)


class Sense(NamedTuple):
    """What the table `senses` says of a sense: words of one axis exclude each other; a mark's axis says what it marks."""

    kind: str
    axis: str
    role: str


@cache
def senses() -> dict[str, Sense]:
    return {row.get("id"): Sense(row.get("kind"), row.get("axis"), row.get("role")) for row in table_rows("senses")}


@cache
def senses_that(role: str) -> frozenset[str]:
    """The ids of the senses of a role."""
    return frozenset(name for name, sense in senses().items() if sense.role == role)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(iter(table_rows("senses")))


@lru_cache(maxsize=20_000)
def wording(text: str) -> Wording:
    """The wording of a short text. Marks are found first, then names and numbers, then the words left between them."""
    tokens = Tokens(text)
    hits = _lexicon().scan(tokens)
    marks = list(_marks(hits))
    words: dict[Span, Word] = {}
    taken = {i for (first, stop), _ in marks for i in range(first, stop)}
    for span, word in (*_names(tokens), *_numbers(tokens)):
        if taken.isdisjoint(range(*span)):
            words[span] = word
            taken.update(range(*span))
    words.update(_plain_words(tokens, hits, taken))
    kinds = [kind for _, kind in marks]
    stops = {stop for _, stop in words}
    told = tuple(words[span]._replace(joined=span[0] in stops) for span in sorted(words))
    return Wording(told, tuple((kind, kinds.count(kind)) for kind in sorted(set(kinds))))


def _marks(hits: Iterable[Sequence[Hit]]) -> Iterator[tuple[Span, str]]:
    """Where marks stand, and of what kind; none within a longer word or phrase."""
    end = 0
    for found in hits:
        longest = max((hit.stop for hit in found), default=0)
        mark = next((hit for hit in found if hit.stop == longest and hit.first >= end and senses()[hit.entry.id].kind == "mark"), None)
        if mark:
            yield (mark.first, mark.stop), senses()[mark.entry.id].axis
            end = mark.stop


def _names(tokens: Tokens) -> Iterator[tuple[Span, Word]]:
    end = 0
    for hits in load_lexicon().scan(tokens):
        hit = next((hit for hit in hits if hit.layer in _NAMING and not hit.entry.get("common")), None)
        if hit and hit.first >= end:
            end = hit.stop
            country = frozenset((hit.entry.get("country"),)) - {""} if hit.layer == "people" else frozenset()
            keys = speaks_for(hit.entry.id) | country
            yield (hit.first, hit.stop), _word(tokens, hit.first, hit.stop)._replace(names=keys, kind=_kind(hit, keys))


def _kind(hit: Hit, keys: Iterable[str]) -> str:
    """What kind of name it is; a capital stands for its country."""
    if hit.layer in ("people", "actors"):
        return "person" if hit.layer == "people" else "body"
    return "country" if any(_is_country(key) for key in keys) else "place"


def _is_country(key: str) -> bool:
    known = entities().get(key)
    return known is not None and known.kind == "country"


def _numbers(tokens: Tokens) -> Iterator[tuple[Span, Word]]:
    for one in find_numbers(tokens, number_words()):
        if not one.ordinal:
            yield (one.first, one.stop), _word(tokens, one.first, one.stop)._replace(number=float(one.value))


def _plain_words(tokens: Tokens, hits: Sequence[Sequence[Hit]], taken: Iterable[int]) -> Iterator[tuple[Span, Word]]:
    """The words of a known sense, and of the others those that carry meaning."""
    closed, i = set(taken), 0
    while i < len(tokens):
        free = [hit for hit in hits[i] if closed.isdisjoint(range(hit.first, hit.stop))] if i not in closed else []
        stop = max((hit.stop for hit in free), default=i + 1)
        meant = [hit for hit in free if hit.stop == stop]
        if i not in closed and (meant or _carries_meaning(tokens.forms[i])):
            word = _word(tokens, i, stop)
            yield (
                (i, stop),
                word._replace(senses=frozenset(hit.entry.id for hit in meant), verbal=any(hit.column == "verb" for hit in meant)),
            )
        i = stop


def _carries_meaning(form: str) -> bool:
    return len(form) > 1 and stem(form) not in words_of_kind("stop")


def _word(tokens: Tokens, first: int, stop: int) -> Word:
    form = " ".join(tokens.forms[first:stop])
    return Word(tokens.slice(first, stop), form, stem(form), skeleton(form))


@lru_cache(maxsize=50_000)
def skeleton(form: str) -> str:
    """Consonants that a verb shares with its noun: «يرتفع» and «ارتفاع» give «رتفع», «معتقل» and «اعتقال» «عتقل»."""
    core = stem(_without_proclitic(form))
    bare = core.translate(_WEAK_LETTERS)
    while len(bare) > _SHORTEST and bare.startswith(_PREFORMATIVES):
        bare = bare[1:]
    if len(bare) > _SHORTEST and bare.endswith("ت"):
        bare = bare[:-1]
    return bare if len(bare) >= _SHORTEST else core


def _without_proclitic(form: str) -> str:
    """The word without a preposition, where an article after it shows that it is one."""
    return next((core for pro, core, _ in analyses(form) if pro in ("ب", "ل", "ك") and core.startswith("ال")), form)
