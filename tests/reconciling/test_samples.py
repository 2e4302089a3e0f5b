from collections.abc import Iterator
from contextlib import closing
from sqlite3 import connect

import pytest

from tawatur.reconciling import samples
from tawatur.reconciling.features import DocumentFeatures, features
from tawatur.reconciling.ids import number_of
from tawatur.reconciling.samples import Samples

from .build import Report

STORY = "فاض النهر عند الفجر وغمرت المياه حقول القمح وأغلقت البلدية الجسر القديم أمام السيارات حتى إشعار آخر"


def document(name: str, text: str = STORY) -> DocumentFeatures:
    return features(Report(name, text).reading()).document


@pytest.fixture
def held() -> Iterator[Samples]:
    with closing(connect(":memory:")) as connection:
        made = Samples(connection)
        made.create()
        yield made


def test_copies_share_their_samples(held: Samples) -> None:
    for name in "ab":
        held.put(document(name))
    held.put(document("c", "وصل وفد من التجار إلى سوق البصرة القديم لشراء التمور قبل بداية الشتاء بأيام قليلة"))
    assert list(held.sharing(number_of("a"))) == [(number_of("b"), held.size(number_of("a")))]


def test_what_is_removed_is_shared_no_more(held: Samples) -> None:
    for name in "ab":
        held.put(document(name))
    held.remove(number_of("b"))
    assert list(held.sharing(number_of("a"))) == []


def test_a_phrase_in_a_crowd_links_nobody_until_the_crowd_is_gone(held: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "_CROWD", 2)
    for name in "ab":
        held.put(document(name))
    assert held.shifted() == set()
    held.put(document("c"))
    everyone = {number_of(name) for name in "abc"}
    assert held.shifted() == everyone
    assert (held.size(number_of("a")), list(held.sharing(number_of("a")))) == (0, [])
    held.remove(number_of("c"))
    assert held.shifted() == everyone - {number_of("c")}
    assert [other for other, _ in held.sharing(number_of("a"))] == [number_of("b")]
