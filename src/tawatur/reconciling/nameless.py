"""Sources that no name tells from others: what they can know, and whose they are where the words say it."""

from functools import cache, lru_cache

from tawatur.packs.tables import table_rows
from tawatur.reconciling.parties import NAMELESS, Party, entities
from tawatur.reconciling.words import folded_words, name_words, stem
from tawatur.text.fold import fold

KNOWING = ("witness", "official")


def source_class(name: str) -> str:
    """`witness` for «شهود عيان» or «سكان», `official` for «مصدر أمني»; nothing for a nameless source of any other kind."""
    stems = frozenset(name_words(name))
    return next((kind for kind in KNOWING if stems & _stems(kind)), "")


def is_reporter(name: str) -> bool:
    """Whether the name is of a medium's reporter: «مراسل راديو الكل»."""
    return _begins(name, "reporter")


def is_ours(name: str) -> bool:
    """Whether the name is of the reporter of whoever tells it: «مراسلنا»."""
    return _begins(name, "ours")


def is_network(name: str) -> bool:
    """Whether a medium is nobody in particular: «وسائل إعلام محلية», «شبكات محلية»."""
    return _begins(name, "network")


def is_bare_medium(name: str) -> bool:
    """«الموقع», «القناة»: the medium that was spoken of before."""
    return _is_all(name, "medium")


def is_bare_paper(name: str) -> bool:
    """«تقرير صادر», «مقطع مصور»: a document that its name does not tell from others. One word never does."""
    return len(name.split()) == 1 or _is_all(name, "paper")


def is_statement(name: str) -> bool:
    """Whether a document is of the kind by which a body itself speaks: «بيان …», «تقرير …»."""
    return _begins(name, "statement")


def _begins(name: str, kind: str) -> bool:
    """Whether the first word is of that class, as it is written: number and possession count."""
    first = folded_words(name)[:1]
    return bool(first) and first[0] in _forms(kind)


def _is_all(name: str, kind: str) -> bool:
    stems = frozenset(name_words(name))
    return bool(stems) and stems <= _stems(kind)


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for row in table_rows("nameless_sources") if row.get("class") == kind for word in row.list("words"))


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(map(stem, _forms(kind)))


def body_behind(name: str) -> Party | None:
    """The listed body that a longer name ends with: «مصادر في الدفاع المدني السوري», but not «ضابط سابق في الجيش السوري»."""
    head, body = _parted(name)
    return None if frozenset(name_words(head)) & _stems("outside") else body


def body_of_paper(name: str) -> Party | None:
    """The listed body whose own word a paper is: «بيان للقيادة المركزية الأميركية», but not «وثائق للجيش» or «صور قصف الجيش»."""
    head, body = _parted(name)
    return body if is_statement(head) and is_bare_paper(head) else None


def body_of_site(name: str) -> Party | None:
    """The listed body that speaks on a site or page of its own: «موقع وزارة الدفاع العراقية», but not «تلفزيون الحزب»."""
    head, body = _parted(name)
    return body if _is_all(head, "site") else None


def body_key(name: str, identifier: str | None = None) -> str:
    """The id of a listed body, or the stems of the name. Only all the words of a listed name make it that body."""
    known = identifier if identifier and not identifier.startswith(NAMELESS) else None
    stems = name_words(name)
    return known or _bodies().get(tuple(stems)) or NAMELESS + " ".join(stems)


@lru_cache(maxsize=50_000)
def _parted(name: str) -> tuple[str, Party | None]:
    """What stands before the longest name of a listed body that ends the words, and that body."""
    words = name.split()
    for start in range(1, len(words)):
        key = _bodies().get(tuple(name_words(" ".join(words[start:]))))
        if key:
            return " ".join(words[:start]), Party(key, entities()[key].ar)
    return name, None


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    """By the stems of one of its names, the id of a listed body, where no other has the same."""
    found: dict[tuple[str, ...], set[str]] = {}
    for row in table_rows("actors"):
        for stems in filter(None, (tuple(name_words(name)) for name in row.list("ar"))):
            found.setdefault(stems, set()).add(row.get("id"))
    return {stems: min(ids) for stems, ids in found.items() if len(ids) == 1}
