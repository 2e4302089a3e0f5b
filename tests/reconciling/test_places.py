import pytest

from tawatur.model import Place
from tawatur.reconciling.places import names_spot, relation, spot


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Place("قاعدة الرمانة"), Place("معسكر الرمانة"), "same"),
        (Place("الرمانة"), Place("قاعدة الرمانة"), "same"),
        (Place("بلدة السدرة"), Place("بلدة الطلحة"), "other"),
        (Place("بلدة السدرة", lat=33.0, lon=44.0), Place("بلدة الطلحة", lat=36.0, lon=44.0), "apart"),
        (Place("بلدة السدرة", lat=33.0, lon=44.0), Place("بلدة الطلحة", lat=33.1, lon=44.0), "near"),
        (Place("بلدة السدرة", lat=33.0, lon=44.0), Place("بلدة الطلحة", lat=33.02, lon=44.0), "beside"),
        (Place("حي السدرة", lat=33.0, lon=44.0), Place("السدرة الكبرى", lat=33.01, lon=44.0), "same"),
        (Place("ريف السدرة"), Place("بلدة السدرة"), "within"),
        (Place("ريف السدرة"), Place("ريف السدرة"), "region"),
        (Place("ريف السدرة"), Place("بلدة الطلحة"), "elsewhere"),
        (Place("بلدة السدرة", country="IQ"), Place("بلدة السدرة الجديدة", country="SY"), "apart"),
        (None, Place("بلدة السدرة"), "unknown"),
    ],
)
def test_relation_of_two_places(one: Place | None, other: Place | None, expected: str) -> None:
    assert relation(spot(one), spot(other)) == expected
    assert relation(spot(other), spot(one)) == expected


def test_the_town_that_was_shelled_is_where_not_whom() -> None:
    where = spot(Place("بلدة السدرة"))
    assert names_spot("السدرة", None, where)
    assert not names_spot("كتائب الفجر", None, where)
