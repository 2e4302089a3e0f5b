import pytest

from tawatur.wording.dates import DateWords
from tawatur.wording.messages import Messages


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2020-03-14", "Saturday 14 March 2020", "السبت 14 مارس/آذار 2020"),
        ("2020-03", "March 2020", "مارس/آذار 2020"),
        ("2020", "2020", "2020"),
        ("2018-22", "summer 2018", "صيف 2018"),
        ("2020-03-11/2020-04", "Wednesday 11 March 2020 to April 2020", "من الأربعاء 11 مارس/آذار 2020 إلى أبريل/نيسان 2020"),
        ("2019/..", "since 2019", "منذ 2019"),
        ("/2019", "until 2019", "حتى 2019"),
        ("2011~", "about 2011", "نحو 2011"),
        ("2011?", "perhaps 2011", "ربما 2011"),
        ("[2018,2019]", "2018 or 2019", "2018 أو 2019"),
        ("199X", "the 1990s", "عقد 1990"),
        ("19XX", "century 20 (1900–1999)", "القرن 20 (1900–1999)"),
        ("2020-02-31", "2020-02-31", "2020-02-31"),
        ("2020-44", "2020-44", "2020-44"),
        ("soon", "soon", "soon"),
        (None, "no date", "بلا تاريخ"),
    ],
)
def test_edtf_in_words(edtf: str | None, english: str, arabic: str) -> None:
    assert DateWords(Messages("en")).edtf(edtf) == english
    assert DateWords(Messages("ar")).edtf(edtf) == arabic


@pytest.mark.parametrize(
    ("edtf", "timex", "english", "arabic"),
    [
        ("2020-03-14", "2020-03-14T20:25", "Saturday 14 March 2020 · 20:25", "السبت 14 مارس/آذار 2020 · 20:25"),
        ("2020-03-14", "2020-03-14TNI", "Saturday 14 March 2020 · night", "السبت 14 مارس/آذار 2020 · ليلا"),
        (None, "XXXX-XX-XXTMO", "dawn or morning", "فجرا أو صباحا"),
        (None, "P1D", "one day", "يوم واحد"),
        (None, "P2Y", "two years", "سنتان"),
        (None, "P10D", "10 days", "10 أيام"),
        (None, "P40Y", "40 years", "40 سنة"),
        (None, "PT30M", "30 minutes", "30 دقيقة"),
        (None, "P3M", "3 months", "3 أشهر"),
        (None, "PXW", "some weeks", "أسابيع"),
        (None, "PAST_REF", "in the past", "في الماضي"),
        (None, "P0D", "0 days", "0 يوما"),
        (None, "2018-W07", "2018-W07", "2018-W07"),
    ],
)
def test_times_in_words(edtf: str | None, timex: str, english: str, arabic: str) -> None:
    assert DateWords(Messages("en")).time(edtf, timex) == english
    assert DateWords(Messages("ar")).time(edtf, timex) == arabic


def test_a_time_of_which_nothing_is_known() -> None:
    assert DateWords(Messages("en")).time(None, None) is None
