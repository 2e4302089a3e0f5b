import pytest

from tests.reading.conftest import Scanner
from tests.reading.telling import statements


def chains(scan: Scanner, text: str) -> list[list[str]]:
    return [[link.name for link in found.chain] for found in statements(scan(text))]


@pytest.mark.parametrize(
    "text",
    [
        "ذكرت صحيفة الحياة، نقلا عن موظف في البلدية، أن الجسر انهار فجرا.",
        "ذكرت صحيفة الحياة نقلا عن موظف في البلدية أن الجسر انهار فجرا.",
        "قالت صحيفة الحياة نقلا عن موظف في البلدية إن الجسر انهار فجرا.",
        "قال لصحيفة الحياة موظف في البلدية إن الجسر انهار فجرا.",
    ],
)
def test_whom_a_medium_had_it_from(scan: Scanner, text: str) -> None:
    assert chains(scan, text) == [["صحيفة الحياة", "موظف في البلدية"]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("نقلت وكالة رويترز عن وكالة تاس عن مصدر عسكري أن المروحية سقطت.", ["وكالة رويترز", "وكالة تاس", "مصدر عسكري"]),
        ("نقلت وكالة رويترز عن قناة محلية عن ثلاثة شهود أن المروحية سقطت.", ["وكالة رويترز", "قناة محلية", "ثلاثة شهود"]),
        ("نقلت وكالة رويترز عن وكالة تاس نقلا عن شهود أن المروحية سقطت.", ["وكالة رويترز", "وكالة تاس", "شهود"]),
        ("قالت قناة الميادين نقلا عن وكالة تاس عن شهود إن المروحية سقطت.", ["قناة الميادين", "وكالة تاس", "شهود"]),
    ],
)
def test_one_medium_behind_another(scan: Scanner, text: str, chain: list[str]) -> None:
    assert chains(scan, text) == [chain]


def test_what_a_source_tells_about_is_no_further_source(scan: Scanner) -> None:
    assert chains(scan, "نقلت وكالة تاس عن الوزير قوله عن الحريق إنه أخمد.") == [["وكالة تاس", "الوزير"]]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت البلدية، في بيان نقلته وكالة تاس، أن السوق أغلق.",
        "وقالت البلدية في بيان نشرته وكالة تاس إن السوق أغلق.",
        "وأضافت البلدية في تصريحات بثتها وكالة تاس أن السوق أغلق.",
    ],
)
def test_the_agency_that_carried_a_statement(scan: Scanner, text: str) -> None:
    assert chains(scan, text) == [["وكالة تاس", "البلدية"]]


def test_a_body_that_published_its_own_statement_stands_once(scan: Scanner) -> None:
    assert chains(scan, "وقالت البلدية في بيان نشرته على موقعها إن السوق أغلق.") == [["البلدية"]]


def test_a_source_inside_an_agencys_report_came_through_it(scan: Scanner) -> None:
    text = "ذكرت وكالة تاس أن مصدرا أمنيا قال إن السوق أغلق."
    assert chains(scan, text) == [["وكالة تاس"], ["وكالة تاس", "مصدرا أمنيا"]]


def test_what_a_speaker_goes_on_to_say_came_the_same_way(scan: Scanner) -> None:
    text = "نقلت وكالة تاس عن الوزير قوله إن السوق أغلق. وأضاف أن السبب حريق. وقال الحارس إن الحريق أخمد."
    assert chains(scan, text) == [["وكالة تاس", "الوزير"], ["وكالة تاس", "الوزير"], ["الحارس"]]
