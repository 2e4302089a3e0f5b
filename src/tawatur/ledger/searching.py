"""Full-text search of the documents, in Arabic as it is written.

Plain words are found whatever their hamzas, marks, clitics and endings; «"quoted words"» as they stand, folded. All must occur.
"""

import re
from collections.abc import Iterator
from functools import cache

from tawatur.ledger.deriving import reading
from tawatur.ledger.stems import stem, variants
from tawatur.ledger.store import Ledger
from tawatur.model import Document, Record, Span
from tawatur.packs.tables import table_rows
from tawatur.text.tokens import Tokens

_PART = re.compile(r'"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|([^\s"«“]+)')
_BARE_CLITIC = re.compile("[وفبلك](?=...)")
_WINDOW = 32
_SQL = """
    SELECT documents.id, bm25(words, 3.0, 1.0) FROM words JOIN documents ON documents.number = words.rowid
    WHERE words MATCH ? ORDER BY bm25(words, 3.0, 1.0), documents.id LIMIT ?
"""


class Term(Record, frozen=True):
    """What is sought: a phrase of folded words as they stand, or one word by its stems."""

    phrase: tuple[str, ...]
    stems: frozenset[str] = frozenset()


class Found(Record, frozen=True):
    """A document, and the stretch of its text that shows most of the words sought; `matches` are spans in the text."""

    document: Document
    snippet: Span
    matches: tuple[Span, ...]


def search(ledger: Ledger, query: str, limit: int = 20) -> Iterator[Found]:
    """The documents that hold all that is sought, the best first."""
    terms = understood(ledger, query)
    if terms:
        for document, _ in ledger.rows(_SQL, match(terms), limit).fetchall():
            yield locate(reading(ledger, document).document, terms)


def understood(ledger: Ledger, query: str) -> list[Term]:
    """What is sought, with what a word may also mean in this ledger."""
    return [_with_bare_clitic(ledger, term) for term in parse(query)]


def match(terms: list[Term]) -> str:
    """All the terms as the index is asked for them."""
    return " AND ".join(map(expression, terms))


def parse(query: str) -> list[Term]:
    """Words and quoted phrases; a word of several tokens («حماس/فتح») is each of them."""
    terms = []
    for match in _PART.finditer(query):
        word = match.group(4)
        forms = tuple(Tokens(match.group().strip('"«»“”')).forms)
        if word is None and forms:
            terms.append(Term(forms))
        else:
            terms += [Term((form,), variants(form)) for form in forms]
    return terms


def _with_bare_clitic(ledger: Ledger, term: Term) -> Term:
    """«وقصف» also means «قصف» when the ledger's documents hold «قصف» at least as often; «وزارة» does not mean «زارة»."""
    word = term.phrase[0]
    core = _BARE_CLITIC.sub("", word, count=1)
    if not term.stems or core == word or core in _function_words():
        return term
    if _frequency(ledger, core, f"ال{core}") < max(1, _frequency(ledger, word)):
        return term
    return Term(term.phrase, term.stems | variants(core))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for row in table_rows("stopwords") if row.get("kind") == "stop" for word in row.list("words"))


def _frequency(ledger: Ledger, *words: str) -> int:
    """In how many documents the folded words stand, those with two of them counted twice."""
    marks = ", ".join("?" * len(words))
    return int(ledger.value(f"SELECT coalesce(sum(doc), 0) FROM vocabulary WHERE col = 'folded' AND term IN ({marks})", *words))


def expression(term: Term) -> str:
    """The term as the index is asked for it."""
    phrase = " ".join(term.phrase).replace('"', "")
    if not term.stems:
        return f'{{folded}} : "{phrase}"'
    stems = " OR ".join(f'"{form}"' for form in sorted(term.stems))
    return f'({{folded}} : "{phrase}" OR {{stemmed}} : ({stems}))'


def locate(document: Document, terms: list[Term]) -> Found:
    """Where a text shows what is sought. A match that stands in the title alone gives the text's beginning."""
    tokens = Tokens(document.text)
    hits = _all_hits(tokens, terms)
    first = _best_window(hits)
    stop = min(len(tokens), first + _WINDOW)
    if not len(tokens):
        return Found(document, Span(0, len(document.text)), ())
    matches = tuple(Span(tokens.starts[start], tokens.ends[end - 1]) for start, end in hits)
    return Found(document, Span(tokens.starts[first], tokens.ends[stop - 1]), matches)


def matches(text: str, terms: list[Term]) -> tuple[Span, ...]:
    """Where a short text, a title, holds any of what is sought."""
    tokens = Tokens(text)
    return tuple(Span(tokens.starts[start], tokens.ends[end - 1]) for start, end in _all_hits(tokens, terms))


def _all_hits(tokens: Tokens, terms: list[Term]) -> list[tuple[int, int]]:
    return sorted({hit for term in terms for hit in _hits(tokens, term)})


def _hits(tokens: Tokens, term: Term) -> Iterator[tuple[int, int]]:
    size = len(term.phrase)
    forms = tokens.forms
    for i, form in enumerate(forms):
        if form == term.phrase[0] and tuple(forms[i : i + size]) == term.phrase:
            yield i, i + size
        elif term.stems and stem(form) in term.stems:
            yield i, i + 1


def _best_window(hits: list[tuple[int, int]]) -> int:
    """The token to begin at, a little before the window that holds the most hits."""
    starts = [start for start, _ in hits]
    best = max(starts, key=lambda start: (sum(start <= other < start + _WINDOW - 6 for other in starts), -start), default=0)
    return max(0, best - 6)
