"""Offices that name their holder: «الرئيس الأمريكي» of a report of 2018 is whoever held the office on its day."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tawatur.packs.lexicon import Entry, Lexicon
from tawatur.reading.statements_context import Context
from tawatur.reading.statements_words import ON_BEHALF
from tawatur.text.fold import fold

Office = tuple[str, str]
"""The kind of office, and the state or body that it is an office of."""
_CHANGE = timedelta(days=7)
"""Around the day on which an office changes hands, its name alone may still mean the one or already the other."""


class Term(NamedTuple):
    """The days on which a person surely held an office."""

    person: str
    first: date
    last: date


def office_holder(ctx: Context, first: int, stop: int) -> Entry | None:
    """The person who held the office that tokens `first` up to `stop` name, on the day the document was published.

    None when they name no office of one state or body, or say more («السابق», «نائب»), and when the day is not known.
    """
    published = _day(ctx.scan.document.published)
    if (
        published is None
        or _is_any(ctx, first, stop)
        or not any(ctx.hit(i, "titles") or ctx.hit(i, "speakers") for i in range(first, stop))
    ):
        return None
    kinds, terms = _offices(ctx.scan.lexicon), _terms(ctx.scan.lexicon)
    for words, of in (_of_state(ctx, first, stop), _of_body(ctx, first, stop)):
        for kind in kinds.get(words, ()) if of else ():
            for term in terms.get((kind, of), ()):
                if term.first <= published <= term.last:
                    return ctx.scan.lexicon.entry("people", term.person)
    return None


def _is_any(ctx: Context, first: int, stop: int) -> bool:
    """«متحدث باسم الجيش» may be any of them, unlike «المتحدث باسم الجيش»."""
    return not ctx.forms[first].startswith("ال") and any(ctx.forms[i] in ON_BEHALF for i in range(first, stop))


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _of_state(ctx: Context, first: int, stop: int) -> tuple[frozenset[str], str]:
    """The words of an office without those of its one state, and the state. A bare «رئيس أمريكي» is any."""
    words: list[str] = []
    states: set[str] = set()
    definite = False
    i = first
    while i < stop:
        hit = ctx.hit(i, "countries") if i > first else None
        if hit and hit.stop <= stop:
            states.add(hit.entry.id)
            definite = definite or hit.column == "ar"
            i = hit.stop
            continue
        definite = definite or ctx.forms[i].startswith(("ال", "لل"))
        words.append(_bare(ctx.forms[i]))
        i += 1
    return frozenset(words), states.pop() if definite and len(states) == 1 else ""


def _of_body(ctx: Context, first: int, stop: int) -> tuple[frozenset[str], str]:
    """The same of a body that ends the phrase: «الأمين العام | للأمم المتحدة»."""
    for i in range(first + 1, stop):
        named = ctx.names.get(i)
        if named and named[0] == stop and named[1].id and named[1].kind != "person":
            return frozenset(_bare(form) for form in ctx.forms[first:i]), named[1].id
    return frozenset(), ""


def _bare(form: str) -> str:
    return form.removeprefix("لل").removeprefix("ال")


@lru_cache(maxsize=8)
def _offices(lexicon: Lexicon) -> dict[frozenset[str], list[str]]:
    """The kinds of office by the bare words that name them."""
    kinds: dict[frozenset[str], list[str]] = {}
    for entry in lexicon.layer("offices").values():
        for wording in entry.row.list("words"):
            kinds.setdefault(frozenset(_bare(fold(word)) for word in wording.split()), []).append(entry.id)
    return kinds


@lru_cache(maxsize=8)
def _terms(lexicon: Lexicon) -> dict[Office, list[Term]]:
    terms: dict[Office, list[Term]] = {}
    for office, term in _listed_terms(lexicon):
        terms.setdefault(office, []).append(term)
    return terms


def _listed_terms(lexicon: Lexicon) -> Iterator[tuple[Office, Term]]:
    for entry in lexicon.layer("terms").values():
        start, end = date.fromisoformat(entry.get("from")), date.fromisoformat(entry.get("to"))
        yield (entry.get("office"), entry.get("of")), Term(entry.get("person"), start + _CHANGE, end - _CHANGE)
