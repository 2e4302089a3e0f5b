"""Statements: who said what, through whom, in what manner."""

from tawatur.model import Name, Statement, Time
from tawatur.packs.lexicon import Hit
from tawatur.reading.scan import Scan
from tawatur.reading.statements_attributions import read_as, read_back, read_inside, read_rumour, read_self, read_source, read_title
from tawatur.reading.statements_context import UNREAD, Context
from tawatur.reading.statements_draft import Notes, finish
from tawatur.reading.statements_relays import read_relay
from tawatur.reading.statements_reports import read_carried, read_masdar, read_report


def find_statements(scan: Scan, names: list[Name], times: list[Time]) -> list[Statement]:
    """The statements of one document in the order of their cues, nested ones included.

    `names` and `times` are the earlier layers' records; without them speakers are read by their form alone and no dates are given.
    """
    ctx = Context(scan, names, times)
    notes = Notes(ctx, names)
    zone = scan.zone
    titles = {i for i, kind in enumerate(zone) if kind == "title" and (i == 0 or zone[i - 1] != "title" or ctx.sentence(i)[0] == i)}
    cues = {hit.first for layer in _LAYERS for hit in scan.in_layer(layer)}
    for i in sorted(titles | cues):
        if i in titles:
            read_title(notes, *ctx.sentence(i))
        if i in cues and zone[i] not in UNREAD and i not in notes.taken:
            _read_at(notes, i, scan.hits[i])
    return finish(scan.document, ctx, notes.drafts)


def _read_at(notes: Notes, i: int, hits: list[Hit]) -> None:
    """Tries what the packs know at token `i`: phrases of attribution first, then verbs, then participles."""
    ctx = notes.ctx
    if _read_attribution(notes, i):
        return
    for hit in ctx.spoken(i):
        if hit.entry.id == "relay":
            if read_relay(notes, i, hit):
                return
        elif read_report(notes, i, hit):
            return
    carried = ctx.carried(i)
    if carried:
        read_carried(notes, i, carried)
    for hit in hits:
        if hit.entry.layer == "cues" and hit.column == "masdar" and read_masdar(notes, i, hit):
            return


def _read_attribution(notes: Notes, i: int) -> bool:
    ctx = notes.ctx
    for hit in ctx.hits[i]:
        if hit.entry.layer != "attributions":
            continue
        kind = hit.entry.get("kind")
        if kind == "background":
            notes.taken.update(range(i, hit.stop))
            return True
        if kind == "back":
            read_back(notes, i, hit)
            return False
        reader = _READERS.get(kind)
        if reader and reader(notes, i, hit):
            return True
    return False


_LAYERS = ("attributions", "cues")
_READERS = {
    "source": read_source,
    "as": read_as,
    "relay": read_source,
    "self": read_self,
    "rumour": read_rumour,
    "inside": read_inside,
    "within": read_inside,
}
