import pytest

from tawatur.reading.times_tense import tense
from tawatur.reading.times_words import TimeWords

from .conftest import Scanner


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("انطلقت السفينة السبت", "past"),
        ("ستبحر السفينة السبت", "future"),
        ("سوف تبحر السفينة السبت", "future"),
        ("لن تبحر السفينة السبت", "future"),
        ("لم تبحر السفينة السبت", "past"),
        ("تنطلق الرحلة السبت", "future"),
        ("الرحلة المقررة السبت", "future"),
        ("السبت، انطلقت الرحلة", "past"),
        ("السبت، ستنطلق الرحلة", "future"),
        ("وصلت السفينة. الرحلة السبت", None),
        ("سيارة السبت", None),
        ("انطلقت السفينة التي سترسو السبت", "future"),
    ],
)
def test_the_nearest_verb_decides(scan: Scanner, text: str, told: str | None) -> None:
    words = TimeWords(scan(text))
    (first,) = words.weekdays
    assert tense(words, first, first + 1) == told
