"""An event made by hand, and what a ledger tells of it, for the formats of conflict data."""

from typing import Any

from tawatur.export.gathering import Dispute, Report, Told
from tawatur.model import Actor, Event, FigureRange, FigureValue, Place, Target

TAJI = Place("معسكر التاجي", lat=33.525, lon=44.255, country="iq", id="camp-taji")
ARMY, ISIS = Actor("الجيش العراقي", "iraqi-army"), Actor("تنظيم الدولة", "isis")
SOLDIERS, CIVILIANS = Target("جنديان عراقيان"), Target("مدنيين")
FIRST = Report("a", "الصباح", "قصف على المعسكر", "2020-03-14", "a" * 64, "2020-03-15T08:00:00Z")
SECOND = Report("b", None, None, None, "b" * 64, "2020-03-15T09:00:00Z")


def value(low: int, of: str | None = None, **changes: Any) -> FigureValue:
    """An exact count that one account gives."""
    return FigureValue(**{
        "low": low, "high": low, "modifier": "exact", "mentions": ("a:e1",), "documents": ("a",), "chains_min": 1, "chains_max": 1,
        "of": of,
        **changes,
    })  # fmt: skip


def killed(low: int | None, best: int | None, high: int | None, *values: FigureValue) -> dict[str, FigureRange]:
    return {"killed": FigureRange(low, best, high, values)}


def event(**changes: Any) -> Event:
    """Rockets on a camp, told by two reports."""
    return Event(**{
        "id": "event-1", "type": "ASSAULT", "mode": "heavy-weapons", "date": "2020-03-14", "place": TAJI, "actors": (), "targets": (),
        "mentions": ("a:e1", "b:e1"), "documents": ("a", "b"), "figures": {}, "chains_min": 1, "chains_max": 2, **changes,
    })  # fmt: skip


def told(*, modalities: frozenset[Any] = frozenset({"actual"}), disputes: tuple[Dispute, ...] = (), **changes: Any) -> Told:
    return Told(event(**changes), (FIRST, SECOND), ("وكالة النهر",), modalities, disputes)
