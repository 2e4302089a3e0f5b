import pytest

from tawatur.packs.lexicon import load_lexicon
from tawatur.reading.credits import credited

from .pages import lexicon


@pytest.mark.parametrize(
    ("author", "names", "agencies"),
    [
        ("ليلى الساحلي", ["ليلى الساحلي"], []),
        ("كتب: ليلى الساحلي", ["ليلى الساحلي"], []),
        ("بقلم ليلى الساحلي", ["ليلى الساحلي"], []),
        ("ليلى الساحلي - سهلان اليوم", ["ليلى الساحلي"], []),
        ("نورس", [], ["nawras"]),
        ("البريد ونورس", [], ["barid", "nawras"]),
        ("ليلى الساحلي، البريد", ["ليلى الساحلي"], ["barid"]),
        ("وكالات", [], ["agencies"]),
        ("", [], []),
    ],
)
def test_persons_and_agencies(author: str, names: list[str], agencies: list[str]) -> None:
    found, credits = credited([author], lexicon())
    assert (found, [entry.id for entry in credits]) == (names, agencies)


def test_each_is_named_once() -> None:
    assert credited(["ليلى الساحلي", "ليلى الساحلي"], lexicon())[0] == ["ليلى الساحلي"]


def test_a_place_is_no_author() -> None:
    assert credited(["ليلى الساحلي - القاهرة"], load_lexicon()) == (["ليلى الساحلي"], [])
