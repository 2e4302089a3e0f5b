import pytest

from tawatur.model import Modifier, Time, Zone
from tawatur.reading.counts import find_counts
from tawatur.reading.counts_marks import Count, Marks
from tawatur.reading.names import find_names
from tawatur.reading.scan import Scan
from tests.reading.conftest import Scanner

Bounds = tuple[int | None, int | None, Modifier]


def counts(scanned: Scan, times: tuple[Time, ...] = ()) -> list[Count]:
    return find_counts(scanned, Marks(scanned, times, find_names(scanned)))


def only(scan: Scanner, text: str) -> Count:
    (count,) = counts(scan(text))
    return count


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("ثلاثة جنود", (3, 3, "exact")),
        ("33 صاروخا", (33, 33, "exact")),
        ("١٢ قتيلا", (12, 12, "exact")),
        ("أكثر من ألف جندي", (1001, None, "more_than")),
        ("ما يزيد على 200 جندي", (201, None, "more_than")),
        ("ما لا يقل عن 9 جنود", (9, None, "at_least")),
        ("9 جنود على الأقل", (9, None, "at_least")),
        ("9 جنود أو أكثر", (9, None, "at_least")),
        ("12 قتيلا من المدنيين على الأقل", (12, None, "at_least")),
        ("أقل من 10 جنود", (None, 9, "less_than")),
        ("لا يتجاوز 10 جنود", (None, 10, "at_most")),
        ("10 جنود على الأكثر", (None, 10, "at_most")),
        ("نحو 900 جندي", (900, 900, "approx")),
        ("قرابة الـ50 مسلحا", (50, 50, "approx")),
        ("20 جنديا تقريبا", (20, 20, "approx")),
        ("عشرات الجنود", (20, None, "vague")),
        ("مئات الآلاف من الجنود", (200_000, None, "vague")),
        ("بضعة آلاف من الجنود", (2_000, None, "vague")),
        ("عدة صواريخ", (3, None, "vague")),
        ("صواريخ عدة", (3, None, "vague")),
        ("عدد من الجنود", (1, None, "vague")),
        ("بضعة عشر جنديا", (13, 19, "vague")),
    ],
)
def test_what_stands_around_a_number_changes_it(scan: Scanner, text: str, bounds: Bounds) -> None:
    count = only(scan, text)
    assert (count.low, count.high, count.modifier) == bounds


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("بين 20 و30 جنديا", 20, 30),
        ("ما بين عشرين إلى ثلاثين جنديا", 20, 30),
        ("من 5 إلى 7 جنود", 5, 7),
        ("3 أو 4 جنود", 3, 4),
        ("20-30 جنديا", 20, 30),
        ("بين 250 و300 ألف جندي", 250_000, 300_000),
        ("4 إلى 5 آلاف جندي", 4_000, 5_000),
        ("نصف مليون جندي", 500_000, 500_000),
        ("12 (اثني عشر) جنديا", 12, 12),
        ("اثنا عشر (12) جنديا", 12, 12),
        ("5 من أصل 9 جنود", 5, 5),
    ],
)
def test_two_numbers_make_one_count(scan: Scanner, text: str, low: int, high: int) -> None:
    count = only(scan, text)
    assert (count.low, count.high) == (low, high)


def test_where_a_rise_began_is_no_range(scan: Scanner) -> None:
    assert [(count.low, count.high) for count in counts(scan("ارتفع العدد من 5 إلى 12 قتيلا"))] == [(5, 5), (12, 12)]


@pytest.mark.parametrize(
    ("text", "cls", "noun"),
    [
        ("6 جنود أتراك", "combatant", "جنود أتراك"),
        ("5 من أفراد القوة الجوية", "person", "أفراد القوة الجوية"),
        ("4 مدنيين", "person", "مدنيين"),
        ("12 فلسطينيا", "person", "فلسطينيا"),
        ("33 صاروخا باليستيا", "munition", "صاروخا باليستيا"),
        ("(4) من رجال الأمن", "combatant", "رجال الأمن"),
        ("ثلاثة مؤذنين", "unknown", "مؤذنين"),
        ("36 جنديا مصابا", "combatant", "جنديا مصابا"),
        ("القتلى الخمسة", "person", "القتلى"),
        ("الجنود الأتراك الثلاثة", "combatant", "الجنود الأتراك"),
    ],
)
def test_the_noun_counted_is_found_with_what_goes_on_it(scan: Scanner, text: str, cls: str, noun: str) -> None:
    scanned = scan(text)
    (count,) = counts(scanned)
    assert (count.noun.cls, scanned.tokens.slice(count.noun.first, count.noun.stop)) == (cls, noun)


@pytest.mark.parametrize("text", ["جنديين", "جنديان", "جنديين اثنين", "رجلي أمن", "قذيفتي هاون", "حالتا وفاة", "مدنيين اثنين"])
def test_a_dual_counts_two(scan: Scanner, text: str) -> None:
    assert [(count.low, count.high) for count in counts(scan(text))] == [(2, 2)]


@pytest.mark.parametrize(
    "text", ["هجوم صاروخي إيراني", "تدخل عنصري بغيض", "عناصر طالبان", "محادثات ثنائية", "وحدة عسكرية", "أمين عام الحلف", "مقاتليها الفارين"]
)
def test_what_only_looks_like_a_dual(scan: Scanner, text: str) -> None:
    assert not [count for count in counts(scan(text)) if count.low == 2]


def test_what_may_be_a_plural_is_no_dual(scan: Scanner) -> None:
    count = only(scan, "مقتل مدنيين")
    assert (count.low, count.high, count.governed) == (1, None, True)


def test_one_of_them_counts_under_a_governor_only(scan: Scanner) -> None:
    count = only(scan, "أحد الحراس")
    assert (count.low, count.high, count.governed) == (1, 1, True)


def test_one_in_words_counts_anywhere(scan: Scanner) -> None:
    count = only(scan, "جندي واحد على الأقل")
    assert (count.low, count.high, count.governed) == (1, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "القناة 12",
        "اللواء 444",
        "القرار 1701",
        "عيار 120 ملم",
        "22 عاما",
        "البالغ من العمر 22",
        "140 كيلومترا",
        "25 مليون دولار",
        "$500",
        "فدية 100 ألف",
        "18% من السكان",
        "220 صوتا",
        "سو-24",
        "إف 16",
        "F 16",
        "10:30",
        "5-3",
        "الهجوم الثاني",
        "للمرة الثالثة",
        "1058 مشاهدة",
        "5.7 ملايين برميل",
        "كميات كبيرة",
        "العالم 2018 لكرة القدم",
        "من عائلة واحدة",
        "عدة دقائق",
        "الدول الـ28 الأعضاء",
    ],
)
def test_what_a_number_names_or_measures_is_no_count(scan: Scanner, text: str) -> None:
    assert not [count for count in counts(scan(text)) if not count.governed]


def test_times_and_unread_zones_are_left_out(scan: Scanner) -> None:
    text = "3 جنود و4 جنود"
    assert len(counts(scan(text))) == 2
    assert [count.low for count in counts(scan(text), (Time(0, 1, "date", None, None),)) if not count.governed] == [4]
    assert counts(scan(text, zones=(Zone(0, len(text), "caption"),))) == []
