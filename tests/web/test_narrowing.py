import pytest

from tawatur.ledger.asking.filters import EventFilters
from tawatur.ledger.store import Ledger
from tawatur.web.narrowing import LONGEST, chips, country_name, narrowing
from tests.ledger.conftest import book as book
from tests.web.test_viewer import viewer


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ({}, EventFilters()),
        ({"place": "  ", "type": "", "after": "x", "nothing": "y"}, EventFilters()),
        ({"place": " درنة ", "actor": "فصيل", "outlet": "المرايا"}, EventFilters(place="درنة", actor="فصيل", outlet="المرايا")),
        ({"type": "ASSAULT", "mode": "drone", "modality": "denied"}, EventFilters(type="ASSAULT", mode="drone", modality="denied")),
        ({"type": "<script>", "mode": "x", "disagreement": "y"}, EventFilters()),
        ({"disagreement": "any"}, EventFilters(disagreement="any")),
        ({"disagreement": "figure", "chains": "٣"}, EventFilters(disagreement="figure", chains=3)),
        ({"first": "٢٠٢٠-٠٣", "last": "۲۰۲۰-۰۳-۱۴"}, EventFilters(first="2020-03", last="2020-03-14")),
        ({"chains": "0"}, EventFilters()),
        ({"text": "ن" * 5000}, EventFilters(text="ن" * LONGEST)),
    ],
)
def test_what_an_address_asks_for(query: dict[str, str], filters: EventFilters) -> None:
    asked = narrowing(query)
    assert (asked.filters, asked.wrong) == (filters, {})


def test_what_is_no_date_and_no_number_is_told_and_left_aside() -> None:
    asked = narrowing({"first": "غدا", "last": "2020-13", "chains": "many", "place": "درنة"})
    assert asked.filters == EventFilters(place="درنة")
    assert asked.wrong == {"first": "غدا", "last": "2020-13", "chains": "many"}
    assert narrowing({"chains": "9" * 40}).wrong == {"chains": "9" * 40}


def test_every_filter_has_a_chip_that_takes_it_off(book: Ledger) -> None:
    query = {
        "first": "2020-03", "type": "ASSAULT", "country": "IQ", "place_id": "mosul", "disagreement": "any", "chains": "2", "text": "<b>",
        "after": "x",
    }  # fmt: skip
    shown = viewer("/en/events", "en", query_params=query)
    found = {chip.label: chip for chip in chips(book, shown, narrowing(query))}
    assert {label: chip.value for label, chip in found.items()} == {
        "From": "March 2020", "Type": "assault", "Country": "Iraq", "This very place": "Mosul", "Disagreement": "any",
        "Chains, at least": "2", "Words in the accounts": "<b>",
    }  # fmt: skip
    assert [label for label, chip in found.items() if chip.is_outside] == ["This very place", "Country", "Words in the accounts"]
    assert found["Type"].off == ("/en/events?first=2020-03&country=IQ&place_id=mosul&disagreement=any&chains=2&text=%3Cb%3E")


def test_country_name() -> None:
    assert (country_name(viewer(), "IQ"), country_name(viewer("/en/", "en"), "iq"), country_name(viewer(), "zz")) == (
        "العراق",
        "Iraq",
        "zz",
    )
