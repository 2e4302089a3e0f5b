from collections.abc import Callable
from typing import Any

import pytest

from tawatur.client import Library
from tawatur.errors import TawaturError

LISTS: dict[str, Callable[[Library], Any]] = {
    "events": lambda library: library.events(),
    "figures": lambda library: library.figures(),
    "mentions": lambda library: library.mentions(),
    "figures_read": lambda library: library.figures_read(),
    "chains": lambda library: library.chains(),
    "statements": lambda library: library.statements(),
    "claims": lambda library: library.claims(),
    "disagreements": lambda library: library.disagreements(),
    "documents": lambda library: library.documents(),
    "sources": lambda library: library.sources(),
    "search": lambda library: library.search("الهجوم"),
    "judgements": lambda library: library.judgements(),
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_gone_through_again_and_has_the_length_it_says(library: Library, name: str) -> None:
    found = LISTS[name](library)
    assert list(found) == list(found)
    assert len(found) == len(list(found))
    assert bool(found) == (len(found) > 0)
    assert repr(found).startswith("<")


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_the_columns_of_its_table(library: Library, name: str) -> None:
    found = LISTS[name](library)
    names = set(found.table.names)
    rows = found.to_dicts()
    assert all(set(row) <= names for row in rows)
    assert found.to_arrow().num_rows == len(rows)
    assert list(found.to_pandas().columns) == list(found.table.names)


def test_lists_are_narrowed(library: Library) -> None:
    assert [event.id for event in library.events(place="التاجى", first="2020-03", last="2020-03-14", type="ASSAULT")] == ["event-1"]
    assert [event.id for event in library.events(actor="جنود", speaker="النهر", text="صواريخ", limit=1)] == ["event-1"]
    assert [said.words for said in library.statements(speaker="سالم", type="say")] == ["الهجوم متوقع"]
    assert [claim.id for claim in library.claims(text="متوقعا")] == ["claim-1"]
    assert not library.disagreements(type="figure")
    assert [found.document.id for found in library.documents(outlet="المرايا", first="2020", last="2020")] == ["b"]
    assert [source.name for source in library.sources(type="agency", text="النهر")] == ["وكالة النهر"]
    assert [(one.role, one.number, one.value.low) for one in library.figures(role="killed", type="ASSAULT")] == [("killed", 1, 3)]
    assert [read.figure.low for read in library.figures_read(event="event-1", document="c")] == [2]
    assert [told.mention.id for told in library.mentions(document="a")] == ["a:e1"]
    assert [link["name"] for link in library.chains(document="b").to_dicts()] == ["المرايا", "وكالة النهر"]


def test_a_search_gives_the_places_in_the_text(library: Library) -> None:
    found = library.search('"معسكر التاجي"', limit=1).first()
    assert found is not None
    assert next(found.document.text[match.start : match.end] for match in found.matches) == "معسكر التاجي"


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda library: library.events(first="أمس"), "first: 'أمس' is no date; write it as 2020-03-14 or 2020-03"),
        (lambda library: library.documents(last="2020-13"), "last: '2020-13' is no date"),
        (lambda library: library.events(limit=-1), "limit: -1 is less than nothing"),
        (lambda library: library.events(type="WAR"), "type: 'WAR' is not one of AGREE, "),
        (lambda library: library.figures(role="dead"), "type: 'dead' is not one of killed, "),
        (lambda library: library.sources(type="paper"), "type: 'paper' is not one of outlet, agency, speaker"),
        (lambda library: library.search("  "), "search: name at least one word"),
    ],
)
def test_what_cannot_be_is_told_at_once(library: Library, ask: Callable[[Library], object], told: str) -> None:
    with pytest.raises(TawaturError, match=told.replace("(", r"\(")):
        ask(library)
