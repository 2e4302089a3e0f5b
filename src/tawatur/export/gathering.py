"""One event after another with what conflict data asks of it: its reports, who was their origin, what is disputed, what was judged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from tawatur.ledger import lookup
from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import DisagreementKind, Event, Judgement, Modality, Record, Way
from tawatur.reconciling.rulings import in_order, last_words, objects, rulings

_REMEMBERED = 10_000
_LAST = "~"
"""Sorts after all dates."""
_EVENTS = "SELECT id FROM events ORDER BY first_day IS NULL, first_day, last_day, id"
_REPORT = """
    SELECT outlet, title, published, sha256, (SELECT max(seen_at) FROM captures WHERE captures.document = readings.document)
    FROM readings JOIN documents ON documents.id = readings.document WHERE readings.document = ?
"""
_ORIGINS = "SELECT name FROM links WHERE owner = ? AND is_origin ORDER BY document, rowid"
_MODALITY = "SELECT DISTINCT modality FROM mentions WHERE id = ?"


class Report(Record, frozen=True):
    """A document that tells of an event. `seen_at` is when it was last seen."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    sha256: str
    seen_at: str | None


class Dispute(Record, frozen=True):
    """A disagreement, and how a person settled it."""

    id: str
    kind: DisagreementKind
    way: Way | None = None


class Told(Record, frozen=True):
    """An event and its reports, earliest first. `origins` are where its chains end, `modalities` how its accounts tell it.

    `judgements` are those in force on any of its accounts or figures.
    """

    event: Event
    reports: tuple[Report, ...]
    origins: tuple[str, ...] = ()
    modalities: frozenset[Modality] = frozenset()
    disputes: tuple[Dispute, ...] = ()
    judgements: tuple[str, ...] = ()

    @property
    def is_actual(self) -> bool:
        """Whether an account tells it as something that happened."""
        return "actual" in self.modalities

    @property
    def is_aggregate(self) -> bool:
        """Whether all accounts of it add up what happened over a longer time."""
        return self.modalities <= {"aggregate", "recurring"} and bool(self.modalities)

    @property
    def dispute_kinds(self) -> tuple[DisagreementKind, ...]:
        return tuple(sorted({dispute.kind for dispute in self.disputes}))

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published the reports, each once, the earliest first."""
        return tuple(dict.fromkeys(report.outlet for report in self.reports if report.outlet))

    @property
    def seen_at(self) -> datetime | None:
        """When the last of its reports was seen."""
        moments = [datetime.fromisoformat(report.seen_at) for report in self.reports if report.seen_at]
        return max(moments, default=None)


class Gathering:
    """Reads events of a ledger one by one, so that memory does not grow with it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        known = list(judgements(ledger))
        self._values, self._judged = rulings(known).values, _by_part(ledger, known)
        self._report = lru_cache(_REMEMBERED)(self._read_report)

    def ids(self) -> list[str]:
        """The ids of all events by day, those without a date last."""
        return [name for (name,) in self.ledger.rows(_EVENTS)]

    def event(self, identifier: str) -> Told:
        event = lookup.event(self.ledger, identifier)
        reports = (self._report(document) for document in event.documents)
        return Told(
            event,
            tuple(sorted(reports, key=lambda report: (report.published or _LAST, report.id))),
            tuple(dict.fromkeys(name for mention in event.mentions for (name,) in self.ledger.rows(_ORIGINS, mention))),
            frozenset(modality for mention in event.mentions for modality in self._modalities(mention)),
            tuple(self._dispute(name) for name in event.disagreements),
            tuple(dict.fromkeys(name for part in (event.id, *event.disagreements, *event.mentions) for name in self._judged.get(part, ()))),
        )

    def _dispute(self, identifier: str) -> Dispute:
        found = lookup.disagreement(self.ledger, identifier)
        return Dispute(found.id, found.kind, found.settled.way if found.settled else None)

    def _read_report(self, document: str) -> Report:
        return Report(document, *self.ledger.rows(_REPORT, document).fetchone())

    def _modalities(self, mention: str) -> Iterable[Modality]:
        """As it was read, unless a person gave another."""
        given = self._values.get(mention, {}).get("modality")
        return [given] if given else [modality for (modality,) in self.ledger.rows(_MODALITY, mention)]  # type: ignore[list-item]


def _by_part(ledger: Ledger, known: Sequence[Judgement]) -> dict[str, list[str]]:
    """The judgements in force, oldest first, by each id that they are about; what is about a figure is about its mention."""
    speaking = last_words(known).ids()
    found: dict[str, list[str]] = defaultdict(list)
    for one in in_order(known):
        if one.id in speaking:
            for part in dict.fromkeys((one.subject, *objects(one))):
                for mention in [mention for _, mention, _ in lookup.figures(ledger, part)] or [part]:
                    found[mention].append(one.id)
    return dict(found)
