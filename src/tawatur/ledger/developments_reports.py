"""What became of reports: new ones, those that carry another's text, and what a changed one says otherwise."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tawatur.errors import InputError
from tawatur.ledger import changing
from tawatur.ledger.deriving import reading
from tawatur.ledger.developments_records import Development, Facts, development
from tawatur.ledger.developments_wording import listed
from tawatur.ledger.store import Ledger
from tawatur.ledger.succession import successors
from tawatur.ledger.versions import reading_of
from tawatur.model import Family, Figure, Reading, Record, Statement
from tawatur.reconciling.explanations import Text, amount, quoted, wording


class Revision(Record, frozen=True):
    """A document that came in, or changed; `earlier` is the id it had, `old` what it said, None for what is new."""

    document: str
    earlier: str
    old: Reading | None
    new: Reading


def revisions(ledger: Ledger) -> Iterator[Revision]:
    """The documents that are new, or rest on another snapshot, or have another id than when they were noted."""
    noted = changing.reports(ledger)
    for document, sha256 in noted.items():
        now = ledger.value("SELECT sha256 FROM documents JOIN readings ON id = document WHERE id = ?", document)
        if now is not None and now != sha256:
            earlier, rested_on = (document, sha256) if sha256 else _renamed(ledger, document, noted)
            old = _earlier(ledger, document, rested_on) if rested_on else None
            yield Revision(document, earlier, old, reading(ledger, document))


def _renamed(ledger: Ledger, document: str, noted: dict[str, str]) -> tuple[str, str]:
    """The id that a document had when further addresses gave it another, and the snapshot it rested on; its own and none if it is new."""
    captured = {sha256 for (sha256,) in ledger.rows("SELECT sha256 FROM captures WHERE document = ?", document)}
    gone = (one for one in noted.items() if one[1] in captured and one[0] != document)
    return next((one for one in gone if ledger.value("SELECT 1 FROM documents WHERE id = ?", one[0]) is None), (document, ""))


def _earlier(ledger: Ledger, document: str, sha256: str) -> Reading | None:
    """What a document said; None when that can be read no more."""
    try:
        return reading_of(ledger, document, sha256)
    except InputError:
        return None


def names(found: Iterable[Revision]) -> dict[str, str]:
    """By the ids that mentions and statements of changed documents had, those that they have now."""
    return {
        name.replace(f"{one.document}:", f"{one.earlier}:", 1): successor
        for one in found
        if one.old
        for name, successor in successors(one.old, one.new).items()
    }


def report_developments(ledger: Ledger, found: Iterable[Revision]) -> Iterator[Development]:
    for one in found:
        if one.old is None:
            said = wording("change.report.new", report=name_of(ledger, one.document))
            yield development("report.new", said, documents=(one.document,), after={"sha256": one.new.document.sha256})
        elif one.old.document.text != one.new.document.text:
            yield _changed(ledger, one, one.old)


def _changed(ledger: Ledger, one: Revision, old: Reading) -> Development:
    changes = [*_figures_changed(old.figures, one.new.figures), *_statements_changed(old, one.new)]
    told = {"documents": (one.document,), "before": _facts(old), "after": _facts(one.new)}
    if not changes:
        return development("report.reworded", wording("change.report.reworded", report=name_of(ledger, one.document)), **told)
    said = wording("change.report.changed", report=name_of(ledger, one.document), changes=listed(changes))
    return development("report.changed", said, **told)


def _facts(one: Reading) -> Facts:
    figures = [
        {"role": figure.role, "low": figure.low, "high": figure.high, "modifier": figure.modifier, "of": figure.of}
        for figure in one.figures
    ]
    return {"sha256": one.document.sha256, "figures": figures, "statements": [_words(one, statement) for statement in one.statements]}


def _figures_changed(old: Iterable[Figure], new: Iterable[Figure]) -> Iterator[Text]:
    """A count that came in the place of another is told in one; others are told as added or dropped."""
    was, now = Counter(map(_plain, old)), Counter(map(_plain, new))
    dropped, added = _by_label(was - now), _by_label(now - was)
    for label in dict.fromkeys((*dropped, *added)):
        before, after = dropped.get(label, []), added.get(label, [])
        if len(before) == len(after) == 1:
            yield wording("change.of.figure", figure=label, after=amount(after[0]), before=amount(before[0]))
        else:
            yield from (wording("change.of.figure_dropped", figure=label, value=amount(one)) for one in before)
            yield from (wording("change.of.figure_added", figure=label, value=amount(one)) for one in after)


def _plain(figure: Figure) -> Figure:
    """Where it stands, and of which event it is, does not matter."""
    return Figure(0, 0, figure.role, figure.low, figure.high, figure.modifier, figure.of)


def _by_label(counted: Counter[Figure]) -> dict[Text, list[Figure]]:
    found: dict[Text, list[Figure]] = {}
    for figure in counted.elements():
        label = wording(f"role.{figure.role}")
        found.setdefault(wording("change.part", role=label, of=figure.of) if figure.of else label, []).append(figure)
    return found


def _statements_changed(old: Reading, new: Reading) -> Iterator[Text]:
    was, now = _said(old), _said(new)
    yield from (wording("change.of.statement_dropped", words=quoted(words)) for words in was if words not in now)
    yield from (wording("change.of.statement_added", words=quoted(words)) for words in now if words not in was)


def _said(one: Reading) -> Sequence[str]:
    return list(dict.fromkeys(_words(one, statement) for statement in one.statements))


def _words(one: Reading, statement: Statement) -> str:
    return " ".join(one.document.text[statement.content.start : statement.content.end].split())


def copies(ledger: Ledger, before: Iterable[Family], after: Iterable[Family]) -> Iterator[Development]:
    """Reports that carry the text of one they were not known to carry."""
    was, now = _carried(before), _carried(after)
    for document, first in sorted(now.items()):
        if first not in (document, was.get(document)):
            said = wording("change.report.copied", report=name_of(ledger, document), first=name_of(ledger, first))
            known = {"first": was[document]} if document in was else None
            yield development("report.copied", said, documents=(document,), before=known, after={"first": first})


def _carried(families: Iterable[Family]) -> dict[str, str]:
    return {document: family.first for family in families for document in family.documents}


def name_of(ledger: Ledger, document: str) -> Text:
    """«العنوان» (الناشر), or (path or address) where the outlet is not known."""
    sql = "SELECT title, coalesce(outlet, source) FROM readings JOIN documents ON document = id WHERE id = ?"
    title, outlet = ledger.rows(sql, document).fetchone() or (None, document)
    return wording("change.report", title=title or document, outlet=outlet)
