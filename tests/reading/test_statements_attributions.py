import pytest

from tawatur.model import Zone
from tests.reading.conftest import Scanner
from tests.reading.telling import Told, statements, told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قتل جندي في كمين قرب الحدود، وفق مصدر أمني.", "مصدر أمني"),
        ("قتل جندي في كمين قرب الحدود، بحسب ما أفاد شهود عيان.", "شهود عيان"),
        ("قتل جندي في كمين قرب الحدود، حسبما أعلنت وزارة الدفاع.", "وزارة الدفاع"),
        ("قتل جندي في كمين قرب الحدود، وفقا لوزارة الدفاع.", "وزارة الدفاع"),
        ("قتل جندي في كمين قرب الحدود، نقلا عن مسؤول محلي.", "مسؤول محلي"),
        ("قتل جندي في كمين قرب الحدود، على حد قول مسؤول محلي.", "مسؤول محلي"),
        ("قتل جندي في كمين قرب الحدود، كما أفاد مسؤول محلي.", "مسؤول محلي"),
    ],
)
def test_an_attribution_after_the_clause(scan: Scanner, text: str, speaker: str) -> None:
    assert [(found.speaker, found.content) for found in told(scan(text))] == [(speaker, "قتل جندي في كمين قرب الحدود")]


@pytest.mark.parametrize("opening", ["وبحسب مصادر محلية، فإن", "ووفقا لمصادر محلية، فقد", "وحسب مصادر محلية،"])
def test_an_attribution_before_the_clause(scan: Scanner, opening: str) -> None:
    assert told(scan(f"{opening} السوق احترق ليلا.")) == [Told("مصادر محلية", "say", "السوق احترق ليلا")]


def test_an_agency_with_the_origin_behind_it(scan: Scanner) -> None:
    text = "غرقت السفينة قرب الميناء، وفقا لما نقلته وكالة تاس عن قائد الأسطول، إيغور بتروف."
    (found,) = statements(scan(text))
    assert (found.speaker, [link.name for link in found.chain]) == ("إيغور بتروف", ["وكالة تاس", "إيغور بتروف"])


def test_an_agency_after_somebodys_statement_joins_its_chain(scan: Scanner) -> None:
    found = statements(scan("قال الوزير إن السد امتلأ تماما، وفق وكالة تاس."))
    assert [link.name for link in found[0].chain] == ["وكالة تاس", "الوزير"]


def test_rumours_are_nobodys_unless_somebody_passes_them_on(scan: Scanner) -> None:
    assert told(scan("وردت أنباء عن سقوط المروحية في البحر.")) == [Told(None, "rumour", "سقوط المروحية في البحر")]
    assert told(scan("تداول ناشطون أنباء عن سقوط المروحية.")) == [Told("ناشطون", "rumour", "سقوط المروحية")]


def test_what_a_document_says(scan: Scanner) -> None:
    text = "أصدرت وزارة الدفاع بيانا جاء فيه أن المروحية سقطت."
    assert told(scan(text)) == [Told("وزارة الدفاع", "say", "المروحية سقطت")]
    assert told(scan("وجاء في التقرير أن المروحية قديمة.")) == [Told("التقرير", "say", "المروحية قديمة")]


def test_the_colon_of_a_title(scan: Scanner) -> None:
    text = "موسكو: إسقاط ثلاث مسيرات"
    assert told(scan(text, zones=(Zone(0, len(text), "title"),))) == [Told("موسكو", "say", "إسقاط ثلاث مسيرات")]


def test_his_own_words_for_it(scan: Scanner) -> None:
    text = "وكان القائد ماهر الدليمي قال إن الحرب طويلة.\nوجرى قصف مخازن العدو، على حد وصفه."
    assert told(scan(text))[-1] == Told("ماهر الدليمي", "say", "وجرى قصف مخازن العدو")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("وأغلق السوق ليلا، بحسب بيان نقلته وكالة تاس.", ["وكالة تاس", "بيان"]),
        ("وأغلق السوق ليلا، وفق بيان نقلته وكالة تاس عن العمدة.", ["وكالة تاس", "العمدة"]),
        ("وأغلق السوق ليلا، كما ذكرت صحيفة الحياة نقلا عن حراس السوق.", ["صحيفة الحياة", "حراس السوق"]),
    ],
)
def test_the_medium_between(scan: Scanner, text: str, chain: list[str]) -> None:
    assert [[link.name for link in found.chain] for found in statements(scan(text))] == [chain]
