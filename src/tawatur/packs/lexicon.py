"""The lexicon: every word and name that the packs know, found in one pass over a text.

Forms are generated from the tables' form columns, folded, and put in one trie of tokens. `Lexicon.scan` walks it once, trying each
word with its clitics taken off.
"""

import gc
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from tawatur.packs.grammar import words
from tawatur.packs.tables import FORM_COLUMNS, Row, all_tables, read_table
from tawatur.text.clitics import analyses
from tawatur.text.fold import fold
from tawatur.text.inflect import nisba_forms, noun_forms, participle_forms, verb_forms
from tawatur.text.tokens import CLOSE, DASH, OPEN, QUOTE, STOP, Tokens, words_of

BRIDGES = QUOTE | OPEN | CLOSE | DASH
"""What may stand between two words of a form; any other punctuation parts them."""
_PLACES = frozenset(("places", "places_geonames"))
_END = ""
_OVERLAYS = frozenset(
    ("causes", "contents", "propositions", "claim_classes", "stopwords", "participants", "background", "evidence", "eras")
)
"""Tables that sort words which other tables know for what they are; finding a word there says nothing about its clitics."""
_APART = "senses.tsv"
"""A table whose words are everyday words, and say nothing to reading; who asks for it compiles it alone."""
_VERB_PREFIXES = frozenset(("", "و", "ف", "س", "ل", "وس", "فس", "ول", "فل", "ا", "او", "اف"))
_NOUN_PREFIXES = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"))
_CONJUNCTIONS = frozenset(("", "و", "ف"))
_UNINFLECTED = {"none": frozenset(("",)), "conjunction": _CONJUNCTIONS}


class Entry(msgspec.Struct, frozen=True, eq=False):
    """One thing that a pack knows: `layer` is the table's name, `id` its identifier, `row` all its cells.

    `telling`: finding it as a whole word rules out that letters of the word are clitics. A small place tells nothing: «لقصر» is a
    hamlet, but more often «ل» and «قصر».
    """

    layer: str
    id: str
    row: Row
    telling: bool = True

    def get(self, column: str, default: str = "") -> str:
        return self.row.cells.get(column, default)


@cache
def first_name(entry: Entry) -> str:
    """The first spelling that the entry's row gives: the name it goes by."""
    spelling = (entry.row.list("ar") or entry.row.list("noun") or [""])[0]
    return spelling.split("/")[0].replace("+", " ")


class Form(NamedTuple):
    """One spelling of an entry: which column it came from and its grammatical tag (see `tawatur.text.inflect`)."""

    entry: Entry
    column: str
    tag: str
    prefixes: frozenset[str]
    suffixes: bool


class Hit(NamedTuple):
    """An entry found at tokens `first` up to `stop`, with the clitics that were written on it."""

    first: int
    stop: int
    entry: Entry
    column: str
    tag: str
    pro: str
    enc: str

    @property
    def layer(self) -> str:
        return self.entry.layer


Node = dict[str, Any]
Tail = tuple[Entry, str, str, str, str]
"""What a hit says besides where it stands."""
_hit = tuple.__new__


class _Start(NamedTuple):
    """What a word can begin: the nodes that it leads to, its hits where it stands alone, and the words that may follow it in a form."""

    nodes: tuple[tuple[Node, str, str], ...]
    alone: tuple[Tail, ...]
    following: frozenset[str]


class Lexicon:
    """The compiled packs."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self.entries: dict[str, dict[str, Entry]] = {}
        self.root: Node = {}
        self._starts: dict[str, _Start | None] = {}
        for row in rows:
            telling = row.table not in _OVERLAYS and not (row.table == "places_geonames" and "common" in row.cells)
            entry = Entry(row.table, row.get("id") or row.where, row, telling)
            self.entries.setdefault(row.table, {})[entry.id] = entry
            for form, spelling in row_forms(entry):
                self._add(spelling, form)

    def _add(self, spelling: str, form: Form) -> None:
        node = self.root
        for token in words_of(spelling):
            following = node.get(token)
            if following is None:
                following = node[token] = {}
            node = following
        forms = node.get(_END)
        if forms is None:
            node[_END] = [form]
        elif not any(other.entry is form.entry and other.column == form.column and other.tag == form.tag for other in forms):
            forms.append(form)

    def scan(self, tokens: Tokens) -> list[list[Hit]]:
        """Hits by the token they start at, longest first. A reading without clitics rules out those with them."""
        forms, gaps, starts = tokens.forms, tokens.gaps, self._starts
        found: list[list[Hit]] = []
        for i, (word, following) in enumerate(zip(forms, [*forms[1:], _END], strict=False)):
            try:
                start = starts[word]
            except KeyError:
                start = starts[word] = self._start(word)
            if start is None:
                found.append([])
                continue
            place = (i, i + 1)
            hits = [_hit(Hit, place + tail) for tail in start.alone]
            if following in start.following and _joins(gaps[i + 1], word):
                longer = self._walk(start, tokens, i)
                hits = _longest_first(i, longer + hits) if longer else hits
            found.append(hits)
        return found

    def _walk(self, start: _Start, tokens: Tokens, i: int) -> list[Hit]:
        """The hits at token `i` of several words."""
        forms, gaps, size = tokens.forms, tokens.gaps, len(tokens)
        hits: list[Hit] = []
        for node, pro, enc in start.nodes:
            j = i + 1
            while j < size and forms[j] in node and _joins(gaps[j], forms[j - 1]):
                node = node[forms[j]]
                j += 1
                hits += [_hit(Hit, (i, j, *tail)) for tail in _tails(node, pro, enc)]
        return hits

    def _start(self, word: str) -> _Start | None:
        root = self.root
        nodes = tuple((root[core], pro, enc) for pro, core, enc in analyses(word) if core in root)
        if not nodes:
            return None
        alone = _longest_first(0, [_hit(Hit, (0, 1, *tail)) for node, pro, enc in nodes for tail in _tails(node, pro, enc)])
        following = frozenset(token for node, _, _ in nodes for token in node if token != _END)
        return _Start(nodes, tuple(hit[2:] for hit in alone), following)

    def entry(self, layer: str, entry_id: str) -> Entry | None:
        return self.entries.get(layer, {}).get(entry_id)

    def named(self, forms: list[str], layer: str) -> Entry | None:
        """The entry of that layer whose name is exactly these folded words."""
        node: Node | None = self.root
        for word in forms:
            node = node.get(word) if node else None
        return next((form.entry for form in (node or {}).get(_END, ()) if form.entry.layer == layer and form.column == "ar"), None)

    def layer(self, layer: str) -> dict[str, Entry]:
        return self.entries.get(layer, {})


def _joins(gap: int, before: str) -> bool:
    """Whether a form may run over the gap: over quote marks and dashes, and over the stop of an initial («أ.ف.ب»)."""
    return not gap & ~BRIDGES or (gap == STOP and len(before) == 1)


def _tails(node: Node, pro: str, enc: str) -> Iterator[Tail]:
    """What ends at a node and allows these clitics."""
    for form in node.get(_END, ()):
        if pro in form.prefixes and (not enc or form.suffixes):
            yield form.entry, form.column, form.tag, pro, enc


def _longest_first(i: int, hits: list[Hit]) -> list[Hit]:
    """The hits at token `i` less those with clitics that are no longer than one without, longest first."""
    if len(hits) > 1:
        longest = max((hit.stop for hit in hits if not hit.pro and not hit.enc and hit.entry.telling), default=i)
        hits = [hit for hit in hits if (not hit.pro and not hit.enc) or hit.stop > longest]
        hits.sort(key=lambda hit: -hit.stop)
    return hits


def row_forms(entry: Entry) -> Iterator[tuple[Form, str]]:
    """Every (form, spelling) of a row. The column `clitics` may say `none` or `conjunction` (only و and ف)."""
    limit = _UNINFLECTED.get(entry.get("clitics"))
    for column in FORM_COLUMNS:
        if column in entry.row.cells:
            prefixes = limit or _prefixes(column)
            suffixes = limit is None and column in ("noun", "masdar", "verb")
            for pattern in entry.row.list(column):
                for spelling, tag in _spellings(column, pattern):
                    yield Form(entry, column, tag, prefixes, suffixes), spelling
                    if column == "ar" and entry.layer in _PLACES and (joined := _joined(spelling)):
                        yield Form(entry, column, tag, prefixes, suffixes), joined


def _spellings(column: str, pattern: str) -> Iterator[tuple[str, str]]:
    if column in ("noun", "masdar"):
        yield from noun_forms(pattern)
    elif column == "verb":
        yield from verb_forms(pattern)
    elif column == "participle":
        yield from participle_forms(pattern)
    elif column == "nisba":
        yield from nisba_forms(pattern)
    else:
        yield fold(pattern), ""


def _joined(spelling: str) -> str:
    """«ديرسنبل» for «دير سنبل», «إسلامآباد»: news often leaves out the blank after such words, and before «آباد»."""
    first, _, rest = spelling.partition(" ")
    joining = first in words("joining") or rest in words("joined")
    return first + rest if joining and len(rest) > 2 and " " not in rest else ""


def _prefixes(column: str) -> frozenset[str]:
    if column == "verb":
        return _VERB_PREFIXES
    return _CONJUNCTIONS if column == "participle" else _NOUN_PREFIXES


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of all packs that ship with Tawatur, compiled once per process.

    Nothing that is made on the way is garbage, so looking for garbage in it would only cost time, then and later: it is frozen.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return Lexicon(row for pack, source in all_tables() if source.name != _APART for row in read_table(pack, source))
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
