"""Stems of words, light enough to be quick and good enough to ask whether two sentences or two names speak of the same thing."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from sys import intern
from typing import TypeVar

from tawatur.packs.tables import table_rows
from tawatur.text.fold import MARKS, fold

Item = TypeVar("Item", str, int)

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ENDINGS = ("يين", "يون", "يات", "ها", "هم", "هن", "نا", "ات", "ون", "ين", "ان", "يه", "ا", "ه", "ي")
_SHORTEST = 3


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """A folded word without article, leading و or ف, and one ending: «والعراقيين», «العراقية» and «العراق» all give «عراق»."""
    core = form
    for article in _ARTICLES:
        if form.startswith(article) and len(form) - len(article) >= _SHORTEST:
            core = form[len(article) :]
            break
    else:
        if form[:1] in ("و", "ف") and len(form) > _SHORTEST + 1:
            core = form[1:]
    for ending in _ENDINGS:
        if core.endswith(ending) and len(core) - len(ending) >= _SHORTEST:
            return intern(core[: -len(ending)])
    return intern(core)


def folded_words(text: str) -> list[str]:
    """All words and numbers of a text, folded."""
    return [form for form in map(fold, _WORD.findall(text)) if form]


def placed_words(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The words and numbers of a stretch of a text, folded, with their places."""
    for match in _WORD.finditer(text, start, end):
        form = fold(match[0])
        if form:
            yield form, match.start(), match.end()


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """Stems of the words that the table `stopwords` lists under that kind."""
    return frozenset(stem(fold(word)) for row in table_rows("stopwords") if row.get("kind") == kind for word in row.list("words"))


def name_words(name: str) -> list[str]:
    """Stems of all words of a name: in «كتائب الفجر» the dawn is no time."""
    return list(map(stem, folded_words(name)))


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in their order."""
    stop = words_of_kind("stop")
    return [word for word in map(stem, folded_words(text)) if len(word) > 1 and word not in stop]


def telling(stems: Iterable[str]) -> frozenset[str]:
    """Those stems that tell names apart: «قوات الأمن العراقية» gives «عراق»."""
    return frozenset(stems) - words_of_kind("weak")


def overlap(one: frozenset[Item], other: frozenset[Item]) -> float:
    """Share of the smaller set that is in both; 0 when one is empty."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))
