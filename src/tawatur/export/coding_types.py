"""What happened, in ACLED's terms: from PLOVER's types and modes by the table `acled_types` of the packs."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache

from tawatur.export.coding_parties import Coded
from tawatur.model import Event, EventType, Mode, Record
from tawatur.packs.tables import Row, table_rows

_CIVILIAN, _CROWD = "civilian", "crowd"
_FORCES = frozenset(("armed", "state"))
_VIOLENCE = "Political violence"


class Kind(Record, frozen=True):
    """ACLED's three levels of type; None where what is known does not tell."""

    disorder: str
    event: str | None
    sub_event: str | None

    @property
    def is_violence(self) -> bool:
        return self.disorder.startswith(_VIOLENCE)


def kind(event: Event, actors: Collection[Coded], targets: Collection[Coded]) -> Kind | None:
    """The first line of the table that fits; None when the type has none."""
    true = _conditions(event, actors, targets)
    rows = _lines().get((event.type, event.mode), ()) or _lines().get((event.type, None), ())
    fitting = next((row for row in rows if not row.get("when") or row.get("when") in true), None)
    return Kind(fitting.get("disorder"), fitting.get("event") or None, fitting.get("sub_event") or None) if fitting else None


def hits_civilians(targets: Collection[Coded]) -> bool:
    """Whether those hit are civilians, so far as they are known at all."""
    sides = {target.side for target in targets if target.side}
    return sides == {_CIVILIAN}


def _conditions(event: Event, actors: Collection[Coded], targets: Collection[Coded]) -> frozenset[str]:
    killed, taken = event.figures.get("killed"), event.figures.get("captured")
    sides = {party.side for party in (*actors, *targets)}
    told = {
        "civilians": hits_civilians(targets),
        "armed": _is_armed(actors) and _is_armed(targets),
        "killed": bool(killed and (killed.best or killed.low)),
        "crowd": _CROWD in sides or "protesters" in event.figures,
        "arrested": bool(taken and taken.high != 0),
    }
    return frozenset(name for name, holds in told.items() if holds)


def _is_armed(parties: Collection[Coded]) -> bool:
    return bool(parties) and all(party.side in _FORCES for party in parties)


@cache
def _lines() -> dict[tuple[EventType, Mode | None], list[Row]]:
    found: dict[tuple[EventType, Mode | None], list[Row]] = defaultdict(list)
    for row in table_rows("acled_types"):
        found[row.get("type"), row.get("mode") or None].append(row)  # type: ignore[index]
    return dict(found)
