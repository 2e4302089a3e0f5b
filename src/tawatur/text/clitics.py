"""What may be written together with an Arabic word: conjunctions, prepositions, the future س, and object or possessive pronouns."""

from collections.abc import Iterator
from functools import lru_cache

PREFIXES = (
    "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس", "فك", "ا", "اف", "او",
)  # fmt: skip
SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا", "كم", "ي")
_SHORTEST = 2
_PREFIX_LETTERS, _SUFFIX_ENDS = frozenset(prefix[0] for prefix in PREFIXES), frozenset(suffix[-1] for suffix in SUFFIXES)


@lru_cache(maxsize=200_000)
def analyses(form: str) -> tuple[tuple[str, str, str], ...]:
    """Every way to read a folded word as (proclitic, core, enclitic), the whole word first.

    «للجيش» gives («ل», «الجيش», ""); «غاراتها» gives ("", «غارات», «ها»); a ت before a pronoun may be a ta marbuta.
    """
    seen = dict.fromkeys(_analyses(form))
    return tuple(seen)


def _analyses(form: str) -> Iterator[tuple[str, str, str]]:
    for prefix, rest in [("", form), *_prefixed(form)]:
        yield prefix, rest, ""
        if rest[-1] not in _SUFFIX_ENDS or rest.startswith("ال"):
            continue
        for suffix in SUFFIXES:
            core = rest[: -len(suffix)]
            if rest.endswith(suffix) and len(core) >= _SHORTEST:
                yield prefix, core, suffix
                if core.endswith("ت"):
                    yield prefix, core[:-1] + "ه", suffix
                if core.endswith("ا"):
                    yield prefix, core[:-1] + "ي", suffix


def _prefixed(form: str) -> Iterator[tuple[str, str]]:
    if form[0] not in _PREFIX_LETTERS:
        return
    for conjunction in ("", "و", "ف"):
        if form.startswith(conjunction + "لل") and len(form) > len(conjunction) + 3:
            yield conjunction + "ل", "ال" + form[len(conjunction) + 2 :]
    for prefix in PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST:
            yield prefix, form[len(prefix) :]
