from pathlib import Path

import pytest

from tawatur.export.choosing import EVERYTHING, Chosen, choose, has
from tawatur.ledger.lists import Filters
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    return Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch))


def test_nothing_asked_for_is_everything(ledger: Ledger) -> None:
    with ledger:
        assert choose(ledger, Filters()) == EVERYTHING
    assert (has(EVERYTHING.events, "any"), has(EVERYTHING.events, None)) == (True, True)
    assert (has(frozenset(), "any"), has(frozenset({"a"}), None)) == (False, False)


def test_what_belongs_to_what_the_lists_show(ledger: Ledger) -> None:
    with ledger:
        placed = choose(ledger, Filters(place="معسكر"))
        said = choose(ledger, Filters(speaker="سالم"))
    event, dispute = frozenset({"event-1"}), frozenset({"disagreement-1"})
    assert placed == Chosen(event, frozenset(), frozenset(), dispute, frozenset("abc"))
    assert said == Chosen(frozenset(), frozenset({"a:s1", "c:s1"}), frozenset({"claim-1"}), dispute, frozenset("ac"))


def test_a_type_is_that_of_an_event(ledger: Ledger) -> None:
    with ledger:
        assert choose(ledger, Filters(type="PROTEST")) == Chosen(frozenset({"event-2"}), *[frozenset[str]()] * 4)
