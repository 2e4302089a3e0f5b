import pytest

from tawatur.model import Document
from tawatur.reading.metadata import outlet_of_url, prepare

from .pages import LEAD, SECOND, THIRD, TITLE, document, lexicon, page


def described(*lines: str, **known: str) -> Document:
    return prepare(document(page(*lines), **known), lexicon()).document


def test_the_scan_knows_the_zone_of_every_token() -> None:
    scan = prepare(document(page("الرئيسية", TITLE, LEAD, SECOND)), lexicon())
    assert scan.zone[0] == "boilerplate"
    assert scan.zone[1] == "title"
    assert scan.zone[-1] == "body"


def test_title_and_language() -> None:
    found = described(TITLE, LEAD, SECOND)
    assert found.title == TITLE
    assert found.language == "ar"


def test_a_given_title_is_freed_of_the_site_name() -> None:
    assert described(TITLE, LEAD, SECOND, title=f"{TITLE} | موقع ما | {TITLE}").title == TITLE


def test_a_given_title_that_the_text_lacks_stays() -> None:
    assert described(LEAD, SECOND, title="عنوان من خارج النص").title == "عنوان من خارج النص"


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.sahlan.example/2021/3/a", "sahlan-today"),
        ("http://sahlan-news.example/x", "hilltop"),
        ("https://ar.sahlan-news.example/x", "sahlan-today"),
        ("https://notsahlan.example/x", None),
        ("https://unknown.example", None),
    ],
)
def test_the_outlet_of_an_address_is_of_the_longest_domain(url: str, outlet: str | None) -> None:
    entry = outlet_of_url(url, lexicon())
    assert (entry.id if entry else None) == outlet


def test_the_outlet_by_the_address() -> None:
    assert described(TITLE, LEAD, SECOND, url="https://www.sahlan.example/a").outlet == "Sahlan Today"


def test_a_given_outlet_stays() -> None:
    assert described(TITLE, LEAD, SECOND, url="https://www.sahlan.example/a", outlet="نشرة الحي").outlet == "نشرة الحي"


@pytest.mark.parametrize(
    ("site", "url", "outlet"),
    [
        ("بوابة الأخبار", "https://www.sahlan.example/a", "Sahlan Today"),
        ("صوت الهضبة", "https://a.example/a", "Hilltop Voice"),
        ("نشرة الحي", "https://a.example/a", "نشرة الحي"),
    ],
)
def test_what_a_page_calls_its_site_yields_to_the_table(site: str, url: str, outlet: str) -> None:
    found = described(TITLE, LEAD, SECOND, url=url, outlet=site, outlet_basis="stated")
    assert (found.outlet, found.outlet_basis) == (outlet, "stated")


def test_how_the_outlet_is_known() -> None:
    assert described(TITLE, LEAD, SECOND, outlet="نشرة الحي").outlet_basis == "given"
    assert described(TITLE, LEAD, SECOND, "سهلان اليوم").outlet_basis == "inferred"
    assert described(TITLE, LEAD, SECOND).outlet_basis == "unknown"


@pytest.mark.parametrize(
    "line", ["سهلان اليوم", "جميع الحقوق محفوظة لموقع سهلان اليوم", "انضم إلى قراء سهلان اليوم واشترك بنشرتنا البريدية."]
)
def test_the_outlet_by_its_own_lines(line: str) -> None:
    assert described(TITLE, LEAD, SECOND, line).outlet == "Sahlan Today"


def test_an_entry_of_the_menu_is_not_the_outlet() -> None:
    assert described("الرئيسية", "الأخبار", TITLE, LEAD, SECOND).outlet is None
    assert described(TITLE, LEAD, 'وأوضح مسؤول محلي لـ"الأخبار" أن الطرق ستفتح غدا أمام السكان.').outlet == "Sahlan News"


def test_the_outlet_by_the_dateline() -> None:
    assert described("سهلان اليوم - دمشق", LEAD, SECOND).outlet == "Sahlan Today"


def test_the_outlet_that_alone_was_spoken_to() -> None:
    assert described(TITLE, LEAD, SECOND, 'وأوضح مسؤول محلي لـ"سهلان اليوم" أن الطرق ستفتح غدا أمام السكان.').outlet == "Sahlan Today"


def test_two_outlets_that_were_spoken_to_tell_nothing() -> None:
    said = 'وأوضح مسؤول محلي لـ"سهلان اليوم" أن الطرق ستفتح غدا، وقال آخر لـ"صوت الهضبة" إنها مغلقة.'
    assert described(TITLE, LEAD, SECOND, said).outlet is None


def test_an_outlet_that_is_only_quoted_is_not_the_outlet() -> None:
    assert described(TITLE, LEAD, "ونقلت صحيفة سهلان اليوم عن شهود أن الطرق المؤدية إلى القرى مغلقة منذ الصباح.").outlet is None


@pytest.mark.parametrize(
    ("lines", "agencies"),
    [
        ((TITLE, "دمشق - البريد:", LEAD, SECOND), ("Barid",)),
        ((TITLE, "دمشق - البريد، نورس", LEAD, SECOND), ("Barid", "Nawras")),
        ((TITLE, "وكالات", LEAD, SECOND), ("unnamed agencies",)),
        ((TITLE, LEAD, SECOND, "وأغلقت السلطات الطرق كلها (نورس)"), ("Nawras",)),
        ((TITLE, "مدخل المدينة بعد إغلاق الطرق (نورس)", LEAD, SECOND), ()),
        ((TITLE, LEAD, SECOND, "وذكرت وكالة البريد أن الطرق مغلقة."), ()),
        ((TITLE, LEAD, THIRD), ()),
    ],
)
def test_agencies_are_those_credited_not_those_quoted_or_photographing(lines: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    assert described(*lines).agencies == agencies


def test_given_agencies_stay() -> None:
    given = Document(id="d", source="d", text=page(TITLE, "وكالات", LEAD, SECOND), sha256="0", agencies=("Barid",))
    assert prepare(given, lexicon()).document.agencies == ("Barid",)


def test_an_author_that_is_an_agency_is_credited_unless_it_is_the_outlet() -> None:
    known = Document(id="d", source="d", text=page(TITLE, "وكالات", LEAD, SECOND), sha256="0", authors=("ليلى الساحلي", "نورس"))
    found = prepare(known, lexicon()).document
    assert (found.authors, found.agencies) == (("ليلى الساحلي",), ("Nawras", "unnamed agencies"))
    own = Document(id="d", source="d", text=page(TITLE, LEAD), sha256="0", authors=("البريد",), url="https://barid.example/1")
    assert prepare(own, lexicon()).document.agencies == ()


def test_the_site_is_no_author() -> None:
    known = Document(
        id="d", source="d", text=page(TITLE, LEAD), sha256="0", authors=("(دمشق - نشرة الحي)",), outlet="نشرة الحي", outlet_basis="stated"
    )  # fmt: skip
    assert "نشرة الحي" not in prepare(known, lexicon()).document.authors
