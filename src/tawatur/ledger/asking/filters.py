"""What lists, counts, timelines and maps are narrowed to."""

import json

from tawatur.ledger.asking.conditions import Conditions, folded
from tawatur.ledger.asking.remembering import Memory, remembered
from tawatur.ledger.searching import Term, expression, parse
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.text.fold import fold

ANY = "any"
"""A disagreement of any kind."""


class EventFilters(Record, frozen=True, kw_only=True):
    """None does not narrow; names match parts of a name, whatever its hamzas and marks. All must hold.

    `first` and `last` are EDTF dates, both included. `place`, `actor`, `speaker` are words of names; `place_id` is a place's key, `country`
    its two letters, `outlet` an outlet's whole name, `source` the key of an agency or speaker in `links`. `text` is words of the
    sentences that tell of it. `disagreement` is a kind, or `any`; `chains` the least number of chains that may stand behind it (that is
    `chains_max`); `document` one that tells of it. `modality` is the firmest that any account gives.
    """

    first: str | None = None
    last: str | None = None
    type: str | None = None
    mode: str | None = None
    modality: str | None = None
    place: str | None = None
    place_id: str | None = None
    country: str | None = None
    actor: str | None = None
    speaker: str | None = None
    source: str | None = None
    outlet: str | None = None
    text: str | None = None
    disagreement: str | None = None
    chains: int | None = None
    document: str | None = None


_HERE = "event IN (SELECT value FROM json_each(?))"
_ACTED = "SELECT DISTINCT event FROM event_parties WHERE instr(form, ?)"
VOICED = """
    SELECT DISTINCT l.owner AS part FROM json_each(?) AS v
    CROSS JOIN document_sources s ON s.kind = json_extract(v.value, '$[0]') AND s.key = json_extract(v.value, '$[1]')
    CROSS JOIN links l ON l.document = s.document AND l.key = json_extract(v.value, '$[2]')
"""
"""The mentions and statements that any of the voices handed on; see `voices`."""
_VOICED = f"SELECT DISTINCT m.event FROM ({VOICED}) CROSS JOIN event_mentions m ON m.mention = part"
_WORDED = """
    SELECT DISTINCT e.event FROM words CROSS JOIN documents d ON d.number = words.rowid CROSS JOIN mentions m ON m.document = d.id
    CROSS JOIN event_mentions e ON e.mention = m.id WHERE words MATCH ? AND instr(m.form, ?)
"""
_TOLD = "event IN (SELECT e.event FROM mentions m JOIN event_mentions e ON e.mention = m.id WHERE m.document = ?)"
_DISPUTED_AS = """
    event IN (SELECT part FROM unit_disagreement_parts p JOIN disagreement_index d USING (disagreement)
              WHERE p.kind = 'event' AND d.kind = ?)
"""


def of_events(ledger: Ledger, filters: EventFilters) -> Conditions:
    """The conditions on `event_index`."""
    asked = Conditions()
    asked.equal(type=filters.type, mode=filters.mode, modality=filters.modality, place=filters.place_id)
    asked.equal(country=filters.country.lower() if filters.country else None)
    asked.days(filters.first, filters.last)
    for word in folded(filters.place):
        asked.add("place IN (SELECT value FROM json_each(?))", json.dumps(_places(ledger, word)))
    for word in folded(filters.actor):
        asked.add(_HERE, _found(ledger, _ACTED, word))
    for word in folded(filters.speaker):
        asked.add(_HERE, _found(ledger, _VOICED, json.dumps(voices(ledger, word))))
    if filters.source:
        asked.add(_HERE, _found(ledger, _VOICED, json.dumps(named_voices(filters.source))))
    if filters.outlet:
        asked.add("event IN (SELECT event FROM event_outlets WHERE outlet = ?)", filters.outlet)
    for term in parse(filters.text or ""):
        asked.add(_HERE, _found(ledger, _WORDED, expression(term), core(term)))
    if filters.disagreement == ANY:
        asked.add("disagreements > 0")
    elif filters.disagreement:
        asked.add(_DISPUTED_AS, filters.disagreement)
    if filters.chains is not None:
        asked.add("chains_max >= ?", filters.chains)
    if filters.document:
        asked.add(_TOLD, filters.document)
    return asked


@Memory(50)
def _found(ledger: Ledger, sql: str, *parameters: str) -> str:
    """The events that a search finds, as JSON; kept, since a page asks for several things of the same events."""
    return json.dumps([event for (event,) in ledger.rows(sql, *parameters)])


def core(term: Term) -> str:
    """What a text must hold to hold the term: the word without its clitics and endings, or the whole phrase."""
    return min(term.stems, key=len) if term.stems else " ".join(term.phrase)


Voice = tuple[str, str, str]
"""The kind of a source, its key among the sources, and that in `links`: of an outlet the name, and the folded name."""


def voices(ledger: Ledger, word: str) -> list[Voice]:
    """The outlets, agencies and speakers whose name or id holds the folded word."""
    return sorted({voice for form, voice in _all_voices(ledger) if word in form})


def named_voices(key: str) -> list[Voice]:
    """The agency and the speaker of this key."""
    return [("agency", key, key), ("speaker", key, key)]


def _places(ledger: Ledger, word: str) -> list[str]:
    """The keys of places of which a name, the id or the country holds the folded word."""
    return sorted({key for key, form in _all_places(ledger) if word in form})


@remembered
def _all_places(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    return tuple(ledger.rows("SELECT DISTINCT place, place_form FROM event_index WHERE place != ''").fetchall())


@remembered
def _all_voices(ledger: Ledger) -> tuple[tuple[str, Voice], ...]:
    rows = ledger.rows("SELECT kind, key, name FROM source_names")
    return tuple((fold(f"{name} {key}"), (kind, key, fold(name) if kind == "outlet" else key)) for kind, key, name in rows)
