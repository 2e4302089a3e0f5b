"""The whole of the sample reports: every number is explained by as many groups, and everything can be asked about."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from tawatur.intake import Given
from tawatur.ledger import lookup, why_documents, why_numbers
from tawatur.ledger.adding import add
from tawatur.ledger.deriving import derive
from tawatur.ledger.explaining import why
from tawatur.ledger.neighbourhood import Neighbourhood
from tawatur.ledger.store import Ledger
from tawatur.reconciling.chains import chains
from tawatur.reconciling.why import Reason
from tawatur.samples import sample_folder
from tests.reconciling.test_why import said


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("samples") / "samples.ledger", create=True) as ledger:
        list(add(ledger, [str(sample_folder())], Given(), 1))
        derive(ledger)
        yield ledger


def ids(ledger: Ledger, table: str) -> list[str]:
    return [name for (name,) in ledger.rows(f"SELECT id FROM {table} ORDER BY id")]


def test_the_groups_are_as_many_as_the_chains(samples: Ledger) -> None:
    for name in ids(samples, "events"):
        event = lookup.event(samples, name)
        found = chains(Neighbourhood(samples, event.mentions).account(part) for part in event.mentions)
        assert (found.least, found.most) == (event.chains_min, event.chains_max)
        told = why_numbers.event(samples, name).because
        assert len(told[0].because if event.chains_max > 1 else told[:1]) == event.chains_max


def test_every_side_of_a_disagreement_is_explained(samples: Ledger) -> None:
    for name in ids(samples, "disagreements"):
        found, told = lookup.disagreement(samples, name), why_numbers.disagreement(samples, name)
        for side, reason in zip(found.sides, told.because, strict=True):
            assert len(reason.because[0].because if side.chains_max > 1 else reason.because) == side.chains_max


def lines(told: Reason) -> list[str]:
    return [line for inner in [told, *told.because] for line in inner.said.values()]


@pytest.mark.parametrize("table", ["events", "claims", "families", "mentions"])
def test_everything_can_be_asked_about(samples: Ledger, table: str) -> None:
    names = ids(samples, table)[:30]
    for one, other in pairwise(names):
        assert all(lines(why(samples, [one]).reason))
        assert all(lines(why(samples, [one, other]).reason))


def test_a_family_and_two_of_its_documents(samples: Ledger) -> None:
    family = lookup.family(samples, ids(samples, "families")[0])
    one, other = family.documents[:2]
    told = said(why_documents.two(samples, one, other))
    assert told[:2] == ["one text family", f"{family.first} is the first text"]
    assert any(line.startswith("the longest stretch that both have, of ") for line in told)
    assert len([line for line in told if line.startswith("in ") and "«" in line]) == 2
    assert said(why_documents.document(samples, other)) == said(why_documents.family(samples, family.id))
