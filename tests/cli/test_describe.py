import pytest

from tawatur.cli.describe import Describer
from tawatur.cli.screen import Screen
from tawatur.model import Link, Span
from tawatur.wording.messages import Messages
from tests.ledger.examples import readings


def describer(language: str = "en") -> Describer:
    return Describer(Screen(), Messages("ar" if language == "ar" else "en"))


def test_a_reading_with_its_very_words(capsys: pytest.CaptureFixture[str]) -> None:
    describer().reading(readings()["a"])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    for expected in (
        "document a",
        "published: 2020-03-15 (given)",
        "2020-03-14 · assault / heavy weapons · معسكر التاجي · actual",
        "who: فصيل مسلح · whom: جنود · weapons: صواريخ",
        "قُتل ثلاثة جنود في ⟦هجوم بالصواريخ⟧ على معسكر التاجي السبت",
        "killed: 3 (جنود)",
        "قُتل ⟦ثلاثة جنود⟧ في هجوم بالصواريخ على معسكر التاجي السبت",
        "سالم (الوزارة) · says · statement",
        "chains: الصباح الجديد from سالم (statement)",
        "الهجوم متوقع",
        "«السبت»  2020-03-14",
    ):
        assert expected in lines


def test_arabic_labels_and_harmless_text(capsys: pytest.CaptureFixture[str]) -> None:
    describer("ar").reading(readings()["c"])
    shown = capsys.readouterr().out
    assert "الأحداث" in shown
    assert "هجوم / أسلحة ثقيلة" in shown
    assert "\u202e" not in shown


def test_long_words_are_cut_around_their_mark() -> None:
    text = "كلمة " * 100 + "الهجوم " + "كلمة " * 100
    at = text.index("الهجوم")
    shown = describer().words(text, Span(0, len(text)), [Span(at, at + 6)])
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "⟦الهجوم⟧" in shown
    assert len(shown) < 260


def test_an_arabic_listing_names_outlets_in_arabic() -> None:
    links = (Link("outlet", "Reuters"), Link("person", "Reuters"))
    assert [describer("ar").link(link) for link in links] == ["رويترز", "Reuters"]
    assert describer("en").link(links[0]) == "Reuters"
