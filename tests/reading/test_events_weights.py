import pytest

from tawatur.reading.events_weights import Words, is_carrier, is_undergoing, need, weight
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger, find_triggers
from tests.reading.conftest import Scanner


def first_trigger(scanned: Scan) -> Trigger:
    return find_triggers(scanned, set())[0]


def test_signs_weigh_for_or_against_and_types_have_their_needs() -> None:
    assert weight("victims") > 0 > weight("definite")
    assert (need("ASSAULT") or 0) > (need("ACCIDENT") or 0)
    assert need("CONSULT") is None


@pytest.mark.parametrize(("text", "against"), [("قضية الهجوم", True), ("وقع الهجوم", False), ("قضية أخرى ومنها كما قيل يوم الهجوم", False)])
def test_words_count_within_their_reach(scan: Scanner, text: str, against: bool) -> None:
    scanned = scan(text)
    assert (Words(scanned).weigh(first_trigger(scanned)) < 0) is against


def test_words_without_reach_count_for_all_of_their_sentence_only(scan: Scanner) -> None:
    scanned = scan("وقع هجوم كما ورد في محكمة الجنايات. وقع هجوم.")
    one, other = find_triggers(scanned, set())
    words = Words(scanned)
    assert words.weigh(one) < 0 == words.weigh(other)


def test_some_words_concern_certain_triggers_only(scan: Scanner) -> None:
    for text, against in (("هجوم شرس في مقال", True), ("اغتيال كاتب مقال", False)):
        scanned = scan(text)
        assert (Words(scanned).weigh(first_trigger(scanned)) < 0) is against


@pytest.mark.parametrize(("text", "carries"), [("وقع", True), ("يقع", False), ("نتيجة", True), ("كتب", False)])
def test_a_carrier_is_in_the_perfect_or_a_cause(scan: Scanner, text: str, carries: bool) -> None:
    assert any(is_carrier(hit) for hit in scan(text).hits[0]) is carries


def test_undergoing_leads_to_what_befell(scan: Scanner) -> None:
    assert any(is_undergoing(hit) for hit in scan("تعرضت").hits[0])
    assert not any(is_undergoing(hit) for hit in scan("نفذت").hits[0])
