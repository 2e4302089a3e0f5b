from typing import Any

import pytest

from tawatur.export.coding_parties import Coded
from tawatur.export.coding_types import Kind, hits_civilians, kind
from tawatur.model import FigureRange
from tawatur.packs.tables import table_rows
from tests.export.coded import event, killed

ARMY, ISIS = Coded("Army", side="state"), Coded("ISIS", side="armed")
CIVILIANS, CROWD = Coded("civilians", side="civilian"), Coded("crowd", side="crowd")


@pytest.mark.parametrize(
    ("changes", "targets", "expected"),
    [
        ({"mode": "drone"}, (), ("Political violence", "Explosions/Remote violence", "Air/drone strike")),
        ({"mode": "explosives"}, (), ("Political violence", "Explosions/Remote violence", None)),
        ({"mode": "firearms"}, (ISIS,), ("Political violence", "Battles", "Armed clash")),
        ({"mode": "firearms"}, (CIVILIANS,), ("Political violence", "Violence against civilians", "Attack")),
        ({"mode": "firearms"}, (), ("Political violence", None, None)),
        ({"mode": None}, (CIVILIANS,), ("Political violence", None, None)),
        ({"mode": "crowd-control"}, (CROWD,), ("Demonstrations", "Protests", "Protest with intervention")),
        (
            {"mode": "crowd-control", "figures": killed(2, 2, 2)}, (CROWD,),
            ("Political violence; Demonstrations", "Protests", "Excessive force against protesters"),
        ),
        ({"type": "PROTEST", "mode": None}, (), ("Demonstrations", None, None)),
        ({"type": "PROTEST", "mode": None, "figures": {"protesters": FigureRange(9, 9, 9, ())}}, (), ("Demonstrations", "Protests", None)),
        (
            {"type": "COERCE", "mode": None, "figures": {"captured": FigureRange(3, 3, 3, ())}}, (),
            ("Strategic developments", "Strategic developments", "Arrests"),
        ),
    ],
)  # fmt: skip
def test_what_a_type_becomes(changes: dict[str, Any], targets: tuple[Coded, ...], expected: tuple[str, str | None, str | None]) -> None:
    assert kind(event(**changes), (ARMY,), targets) == Kind(*expected)


@pytest.mark.parametrize("changes", [{"type": "COERCE", "mode": None}, {"type": "CONSULT", "mode": None}, {"type": "ACCIDENT"}])
def test_what_has_no_type(changes: dict[str, Any]) -> None:
    assert kind(event(**changes), (), ()) is None


def test_a_mode_without_a_line_goes_by_its_type() -> None:
    assert kind(event(type="PROTEST", mode="destroy"), (), ()) == Kind("Demonstrations", None, None)


def test_violence_and_whom_it_hits() -> None:
    assert Kind("Political violence; Demonstrations", None, None).is_violence
    assert not Kind("Demonstrations", None, None).is_violence
    assert hits_civilians((CIVILIANS, Coded("unknown")))
    assert not hits_civilians((CIVILIANS, ARMY))
    assert not hits_civilians(())


def test_sub_events_stand_under_their_own_events() -> None:
    parents: dict[str, set[str]] = {}
    for row in table_rows("acled_types"):
        if row.get("sub_event"):
            parents.setdefault(row.get("sub_event"), set()).add(row.get("event"))
    assert all(len(found) == 1 and "" not in found for found in parents.values())


def test_no_line_stands_behind_one_that_always_holds() -> None:
    always: set[tuple[str, str]] = set()
    for row in table_rows("acled_types"):
        key = row.get("type"), row.get("mode")
        assert key not in always, row.where
        if not row.get("when"):
            always.add(key)
