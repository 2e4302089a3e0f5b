"""What may be written together with an Arabic word: conjunctions, prepositions, the future س, and object or possessive pronouns."""

from collections.abc import Iterator
from functools import lru_cache

PREFIXES = (
    "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس", "فك", "ا", "اف", "او",
)  # fmt: skip
SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا", "كم", "ي")
_SHORTEST = 2
_PREFIXES_BY_FIRST = {letter: tuple(p for p in PREFIXES if p[0] == letter) for letter in {prefix[0] for prefix in PREFIXES}}
_SUFFIXES_BY_LAST = {letter: tuple(s for s in SUFFIXES if s[-1] == letter) for letter in {suffix[-1] for suffix in SUFFIXES}}


@lru_cache(maxsize=50_000)
def analyses(form: str) -> tuple[tuple[str, str, str], ...]:
    """Every way to read a folded word as (proclitic, core, enclitic), the whole word first.

    «للجيش» gives («ل», «الجيش», ""); «غاراتها» gives ("", «غارات», «ها»); a ت before a pronoun may be a ta marbuta.
    """
    seen = dict.fromkeys(_analyses(form))
    return tuple(seen)


def _analyses(form: str) -> Iterator[tuple[str, str, str]]:
    for prefix, rest in [("", form), *_prefixed(form)]:
        yield prefix, rest, ""
        if rest.startswith("ال"):
            continue
        for suffix in _SUFFIXES_BY_LAST.get(rest[-1], ()):
            core = rest[: -len(suffix)]
            if rest.endswith(suffix) and len(core) >= _SHORTEST:
                yield prefix, core, suffix
                if core.endswith("ت"):
                    yield prefix, core[:-1] + "ه", suffix
                if core.endswith("ا"):
                    yield prefix, core[:-1] + "ي", suffix


def _prefixed(form: str) -> Iterator[tuple[str, str]]:
    conjunction = form[0] if form[0] in "وف" else ""
    if form.startswith("لل", len(conjunction)) and len(form) > len(conjunction) + 3:
        yield conjunction + "ل", "ال" + form[len(conjunction) + 2 :]
    for prefix in _PREFIXES_BY_FIRST.get(form[0], ()):
        if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST:
            yield prefix, form[len(prefix) :]
