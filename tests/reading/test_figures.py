import pytest

from tawatur.model import Figure, Zone
from tawatur.reading.figures import find_figures
from tawatur.reading.names import find_names
from tests.reading.conftest import Scanner

Read = list[tuple[str, int | None, int | None]]


def figures(scan: Scanner, text: str) -> list[Figure]:
    scanned = scan(text)
    return find_figures(scanned, [], find_names(scanned))


def read(scan: Scanner, text: str) -> Read:
    return [(figure.role, figure.low, figure.high) for figure in figures(scan, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 7 أشخاص وإصابة 11 آخرين", [("killed", 7, 7), ("injured", 11, 11)]),
        ("لقي ثلاثة عمال مصرعهم", [("killed", 3, 3)]),
        ("مقتل ما لا يقل عن تسعة مدنيين", [("killed", 9, None)]),
        ("سقوط أكثر من 40 قتيلا", [("killed", 41, None)]),
        ("إصابة نحو عشرين متظاهرا", [("protesters", 20, 20)]),
        ("مقتل جنديين وإصابة ضابط", [("killed", 2, 2), ("injured", 1, 1)]),
        ("مقتل مدني وجرح آخر", [("killed", 1, 1), ("injured", 1, 1)]),
        ("سقط عشرات الجرحى", [("injured", 20, None)]),
        ("مقتل عدد من المسلحين", [("killed", 1, None)]),
        ("أطلق المسلحون 14 صاروخا على القاعدة", [("munitions", 14, 14)]),
        ("شن الطيران أربع غارات", [("strikes", 4, 4)]),
        ("تدمير 61 وكرا و24 كهفا", [("destroyed", 61, 61), ("destroyed", 24, 24)]),
        ("اعتقال 12 شخصا في المدينة", [("captured", 12, 12)]),
        ("نزوح ٢٥٠ عائلة من القرية", [("displaced", 250, 250)]),
        ("بين 20 و30 قتيلا", [("killed", 20, 30)]),
        ("خمسة عمال قتلوا في الحادث", [("killed", 5, 5)]),
        ("نشر 2500 جندي في البلاد", [("troops", 2500, 2500)]),
    ],
)
def test_a_count_gets_its_role_and_bounds(scan: Scanner, text: str, expected: Read) -> None:
    assert read(scan, text) == expected


def test_a_total_of_dead_and_wounded_is_neither(scan: Scanner) -> None:
    assert read(scan, "سقوط 30 شخصا بين قتيل وجريح") == [("other", 30, 30)]
    assert read(scan, "مقتل وإصابة 15 شخصا") == [("other", 15, 15)]


def test_none_hurt_is_a_count_of_zero(scan: Scanner) -> None:
    assert read(scan, "وقع القصف دون وقوع إصابات") == [("injured", 0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "بثت القناة 12 تقريرا",
        "نص القرار 1701 على ذلك",
        "رجل يبلغ من العمر 22 عاما",
        "على بعد 140 كيلومترا",
        "خصصت 25 مليون دولار",
        "ارتفعت بنسبة 18% هذا العام",
        "قذيفة من عيار 120",
        "نقلوا إلى مستشفى شهداء الأقصى",
    ],
)
def test_what_is_no_count_stays_out(scan: Scanner, text: str) -> None:
    assert not [figure for figure in figures(scan, text) if figure.low and figure.low > 1]


def test_repeated_text_is_counted_once(scan: Scanner) -> None:
    text = "مقتل 4 جنود\nمقتل 4 جنود"
    scanned = scan(text, zones=(Zone(12, 23, "repeated"),))
    assert len(find_figures(scanned, [], [])) == 1


def test_the_noun_counted_is_kept(scan: Scanner) -> None:
    (figure,) = figures(scan, "إصابة 6 جنود أتراك")
    assert figure.of == "جنود أتراك"
