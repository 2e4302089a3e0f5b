"""The scorer of the ledger, on a ledger small enough to count by hand."""

from typing import Any

from tawatur.model import Claim, Disagreement, Event, Family, FigureRange, FigureValue, Reconciled, Side

from .across import across_faults, across_measures

BOUNDS: dict[str, Any] = {"documents": ["a"], "chains_min": 1, "chains_max": 1, "why": "one speaker"}
ACROSS: dict[str, Any] = {
    "families": [{"documents": ["a", "b"], "why": "copied"}],
    "same_event": [{"name": "raid", "mentions": ["a:raid", "b:raid"], "why": "one raid"}],
    "different_event": [{"mentions": ["a:raid", "b:other"], "why": "two raids"}],
    "disagreements": [
        {"kind": "figure", "about": "killed", "sides": [["a:raid"], ["b:raid"]], "expected": True, "why": "3 and 4"},
        {"kind": "date", "about": "day", "sides": [["a:raid"], ["b:raid"]], "expected": False, "why": "one night"},
    ],
    "chains": [
        BOUNDS | {"about": "figure", "event": "a:raid", "role": "killed", "low": 3, "high": 3},
        BOUNDS | {"about": "claim", "statements": ["a:said"]},
    ],
}
LOCAL = {"a:raid": "m1", "b:raid": "m2", "b:other": "m3", "a:said": "s1"}


def side(*mentions: str) -> Side:
    return Side("", mentions, (), (), 1, 1)


def raised(kind: Any, *sides: Side) -> Disagreement:
    return Disagreement(kind, kind, "", {"ar": "", "en": ""}, (), (), sides)


def event(name: str, *mentions: str) -> Event:
    value = FigureValue(3, 3, "exact", ("m1",), ("a",), 1, 1)
    figures = {"killed": FigureRange(3, 3, 3, (value,))}
    return Event(name, "ASSAULT", None, None, None, (), (), mentions, (), figures, 1, 1)


def ledger(*disagreements: Disagreement, event_of: dict[str, str] | None = None) -> Reconciled:
    home = event_of or {"m1": "e1", "m2": "e1", "m3": "e2"}
    events = tuple(event(name, *(key for key in home if home[key] == name)) for name in sorted(set(home.values())))
    claims = (Claim("c", "", ("s1",), ("a",), 1, 1),)
    families = (Family("f", ("a", "b"), "a", {}),)
    return Reconciled(families, events, claims, disagreements, {}, home, {"s1": "c"})


def test_right_ledger_has_every_measure_at_one() -> None:
    measures = across_measures(ACROSS, LOCAL, ledger(raised("figure", side("m1"), side("m2"))))
    assert set(measures.values()) == {1.0}


def test_events_kept_apart_are_not_the_same() -> None:
    measures = across_measures(ACROSS, LOCAL, ledger(event_of={"m1": "e1", "m2": "e2", "m3": "e1"}))
    assert (measures["across.same_event"], measures["across.same_event.pairs"], measures["across.different_event"]) == (0, 0, 0)


def test_disagreement_needs_both_sides_and_the_kind() -> None:
    one_side = raised("figure", side("m1", "m2"), side("m3"))
    assert across_measures(ACROSS, LOCAL, ledger(one_side))["across.disagreements"] == 0
    other_kind = raised("place", side("m1"), side("m2"))
    assert across_measures(ACROSS, LOCAL, ledger(other_kind))["across.disagreements"] == 0


def test_trap_that_is_raised_costs_its_share_and_precision() -> None:
    measures = across_measures(ACROSS, LOCAL, ledger(raised("figure", side("m1"), side("m2")), raised("date", side("m2"), side("m1"))))
    assert (measures["across.traps_avoided"], measures["across.disagreements.precision"]) == (0.0, 0.5)


def test_what_was_not_read_is_missed_and_named() -> None:
    faults = across_faults(ACROSS, {}, ledger())
    assert any(fault.startswith("same_event: raid") and "a:raid" in fault for fault in faults)
    assert any(fault.startswith("chains") for fault in faults)
