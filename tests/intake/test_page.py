import json
from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.intake import documents
from tawatur.intake.page import Page, read_page
from tawatur.intake.page_address import is_article_address
from tawatur.intake.page_lines import as_shown, shown_lines
from tawatur.intake.page_metadata import PageMetadata
from tawatur.intake.page_tree import parse
from tawatur.model import Document

from .shapes import BRIDGE, HEADLINES, SITE, head, linked_data, menu, paragraphs, whole

PARAGRAPHS = (
    "<p>أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت وسط المدينة القديمة، بحسب بيان نشرته.</p>"
    "<p>وقال المتحدث باسم الوزارة إن المصابين نقلوا إلى مستشفيات قريبة، وإن حالة اثنين منهم خطيرة جدا.</p>"
)


def page(head: str, body: str = "<h1>قتلى في انفجار</h1>", charset: str = "utf-8") -> bytes:
    markup = f"<html><head><meta charset='{charset}'>{head}</head><body><nav><a href='/'>الرئيسية</a></nav><article>{body}"
    return f"{markup}{PARAGRAPHS}</article></body></html>".encode(charset)


def read(tmp_path: Path, content: bytes) -> Document:
    path = tmp_path / "a.html"
    path.write_bytes(content)
    (document,) = documents([path])
    assert isinstance(document, Document), document
    return document


def said(head: str, body: str = "<h1>قتلى في انفجار</h1>", address: str | None = None) -> PageMetadata:
    return read_page(page(head, body).decode(), "a.html", address).metadata


def script(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>"


def test_linked_data_gives_title_outlet_author_and_local_day(tmp_path: Path) -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "لا شيء"},
            {
                "@type": "NewsArticle",
                "headline": "قتلى في  انفجار",
                "datePublished": "2020-03-14T23:50:00-05:00",
                "author": [{"@type": "Person", "name": "ليلى الساحلي"}, "الشاطئ"],
                "publisher": {"name": "الوكالة"},
            },
        ]
    }
    document = read(tmp_path, page(script(data) + "<link rel='canonical' href='https://w.example/news/1'>"))
    assert (document.title, document.outlet, document.outlet_basis, document.published, document.published_basis, document.url) == (
        "قتلى في انفجار", "الوكالة", "stated", "2020-03-14", "stated", "https://w.example/news/1",
    )  # fmt: skip
    assert document.authors == ("ليلى الساحلي", "الشاطئ")
    assert "أعلنت وزارة الصحة" in document.text
    assert "الرئيسية" not in document.text
    assert document.text.count("قتلى في انفجار") == 1


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta property='article:published_time' content='2020-12-01 02:00:00'>", "", "2020-12-01"),
        ("", "<span property='dc:date' content='2019-02-08T00:00:00+01:00'>الجمعة</span>", "2019-02-08"),
        ("", "<time itemprop='datePublished' datetime='2020-06-03T03:01+0400'></time>", "2020-06-03"),
        ("", "<div><time datetime='2020-06-03T03:01+0400'>منذ سنة</time></div>", "2020-06-03"),
        ("", "<time class='updated' datetime='2020-06-03T03:01+0400'>منذ سنة</time>", None),
        ("", "<aside class='latest'><time datetime='2020-06-03T03:01+0400'>منذ سنة</time></aside>", None),
        ("<meta property='article:modified_time' content='2020-12-01T02:00:00Z'>", "", None),
        ("<meta property='og:updated_time' content='2020-12-01T02:00:00Z'>", "", None),
        ("<meta name='date' content='2024-01-01'>", "", None),
        ("<meta name='date' content='2024-01-01'>", "<div class='date'>1 يناير 2024</div>", "2024-01-01"),
        ("<meta name='date' content='2024-01-01T08:00:00Z'>", "", "2024-01-01"),
        ("<meta name='date' content='0001-01-01T00:00:00'>", "", None),
        ("<meta name='date' content='soon'><meta name='pubdate' content='Sat, 05 May 2018 01:00:00 GMT'>", "", "2018-05-05"),
        ("<link rel='canonical' href='https://w.example/2013/middle_east/8/3/x.html'>", "", None),
        ("<script type='application/ld+json'>{broken</script>", "", None),
        (script({"@type": "WebPage", "datePublished": "2020-06-03T10:00:00+03:00", "dateModified": "2020-07-01"}), "", "2020-06-03"),
    ],
)
def test_published_only_as_the_page_states_it(tmp_path: Path, head: str, body: str, published: str | None) -> None:
    document = read(tmp_path, page(head, "<h1>عنوان</h1>" + body))
    assert document.published == published
    assert document.published_basis == ("stated" if published else "unknown")


@pytest.mark.parametrize(
    ("stated", "seen", "day"),
    [
        ("2020-06-03T22:30:00Z", "<div class='date'>الخميس 4 يونيو 2020 - 01:30</div>", "2020-06-04"),
        ("2020-06-03T22:30:00Z", "<div class='date'>الأربعاء 3 يونيو 2020</div>", "2020-06-03"),
        ("2020-06-03T22:30:00Z", "<div class='date-modified'>الخميس 4 يونيو 2020</div>", "2020-06-03"),
        ("2020-06-03T22:30:00Z", "<div class='date'>3 يونيو 2020</div><div class='date'>تحديث 4 يونيو 2020</div>", "2020-06-03"),
        ("2020-06-03T22:30:00Z", "", "2020-06-03"),
        ("2020-06-03T22:30:00+00:00", "<time datetime='x'>04/06/2020</time>", "2020-06-04"),
        ("2020-06-03T22:30:00+03:00", "<div class='date'>الخميس 4 يونيو 2020</div>", "2020-06-03"),
        ("2020-06-03T08:30:00Z", "<div class='date'>الخميس 4 يونيو 2020</div>", "2020-06-03"),
        ("2020-06-30T21:30:00Z", "<div class='date'>1 تموز/يوليو 2020</div>", "2020-07-01"),
    ],
)
def test_a_time_in_utc_is_of_the_day_that_its_readers_saw(stated: str, seen: str, day: str) -> None:
    assert said(f"<meta property='article:published_time' content='{stated}'>", f"<h1>قتلى في انفجار</h1>{seen}").published == day


def test_a_visible_date_is_left_to_the_reader(tmp_path: Path) -> None:
    dated = "<h1>قتلى في انفجار</h1><div class='story-date'>السبت، 5 كانون الثاني 2024</div>"
    document = read(tmp_path, page("<meta name='date' content='السبت'>", dated))
    assert document.published is None
    assert document.text.splitlines()[:2] == ["قتلى في انفجار", "السبت، 5 كانون الثاني 2024"]


def test_a_date_line_needs_no_name_and_a_stated_one_in_words_serves_where_none_is_seen() -> None:
    assert said("", "<h1>قتلى في انفجار</h1><p>الجمعة 14 رجب 1441 هـ</p>").dateline == "الجمعة 14 رجب 1441 هـ"
    assert said("<meta property='article:published_time' content='الأربعاء، 07 أكتوبر 2020'>").dateline == "الأربعاء، 07 أكتوبر 2020"


@pytest.mark.parametrize("shown", ["٥ آذار ٢٠٢١", "8 فيفري 2019", "18 غشت 2020 - 10:15", "14 رجب 1441 هـ", "3/5/2021", "May 3, 2021"])
def test_date_lines_of_every_calendar_are_found(shown: str) -> None:
    assert said("", f"<h1>قتلى في انفجار</h1><div>{shown}</div>").dateline == shown


def test_the_clock_of_the_page_and_dates_of_other_stories_are_not_the_article_s() -> None:
    clock = "<div class='top'><span class='date'>الجمعة 11 يونيو 2021</span></div><h1>مرآة النهر</h1>"
    date = "<div class='meta'><i></i><span>9 مايو 2021</span></div>"
    story = f"<main><div class='wrap'><div class='card relative'><h1>قتلى في انفجار في مرآة النهر</h1>{date}</div></div></main>"
    other = "<div class='related'><span class='date'>1 مايو 2021</span></div>"
    head = "<meta property='og:title' content='قتلى في انفجار في مرآة النهر'>"
    assert said(head, clock + story + other).dateline == "9 مايو 2021"
    assert said(head, clock + story.replace("9 مايو 2021", "محليات") + other).dateline is None


def test_two_dates_under_the_headline_are_both_left_to_the_reader() -> None:
    dates = "<div class='date'>آخر تحديث: 11 مايو 2021</div><div class='date'>نشر في: 9 مايو 2021</div>"
    text = read_page(page("", f"<h1>قتلى في انفجار</h1>{dates}").decode(), "a.html").text
    assert text.splitlines()[:3] == ["قتلى في انفجار", "آخر تحديث: 11 مايو 2021", "نشر في: 9 مايو 2021"]


def test_declared_code_page_and_xhtml(tmp_path: Path) -> None:
    assert "أعلنت وزارة الصحة" in read(tmp_path, page("", charset="windows-1256")).text
    xhtml = b"<?xml version='1.0' encoding='utf-8'?>\n" + page("")
    assert "أعلنت وزارة الصحة" in read(tmp_path, xhtml).text


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("قتلى في انفجار - مرآة النهر", "قتلى في انفجار"),
        ("حوار في مرآة النهر", "حوار في مرآة النهر"),
        ("مرآة النهر | محليات | قتلى في انفجار", "قتلى في انفجار"),
        ("مرآة النهر", "قتلى في انفجار"),
    ],
)
def test_title_goes_without_the_outlet_beside_it(tmp_path: Path, stated: str, title: str) -> None:
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="مرآة النهر">'
    assert read(tmp_path, page(head)).title == title


def test_a_title_cut_short_is_taken_whole_from_the_page() -> None:
    whole_title = "قتلى في انفجار وسط المدينة القديمة والسلطات تفتح تحقيقا في الأسباب"
    head = "<meta property='og:title' content='قتلى في انفجار وسط المدينة القديمة...'>"
    assert said(head, f"<h1>{SITE}</h1><h1>{whole_title}</h1>").title == whole_title


def test_the_second_headline_stands_under_the_title() -> None:
    body = "<h1>قتلى في انفجار</h1><h2>السلطات تفتح تحقيقا واسعا</h2>"
    assert read_page(page("", body).decode(), "a.html").text.splitlines()[:2] == ["قتلى في انفجار", "السلطات تفتح تحقيقا واسعا"]


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<link rel='canonical' href='https://www.w.example/news/1'>", "w.example"),
        ("<meta property='og:site_name' content='https://w.example/'><meta name='publisher' content='مرآة النهر'>", "مرآة النهر"),
        ("<meta property='og:site_name' content='مرآة النهر | آخر الأخبار العربية والعالمية على مدار الساعة'>", "مرآة النهر"),
        (
            "<meta property='og:site_name' content='آخر الأخبار العربية والعالمية على مدار الساعة'>"
            + script({"@type": "NewsArticle", "headline": "قتلى في انفجار", "publisher": {"name": "مرآة النهر"}}),
            "مرآة النهر",
        ),
        ("<title>قتلى في انفجار - مرآة النهر</title>", "مرآة النهر"),
    ],
)
def test_the_outlet_is_a_name_not_a_slogan(head: str, outlet: str) -> None:
    metadata = said(head)
    assert (metadata.outlet or metadata.host) == outlet


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("<meta name='author' content='ليلى الساحلي'>", ("ليلى الساحلي",)),
        ("<meta name='author' content='admin'>", ()),
        ("<meta name='author' content='مرآة النهر'><meta property='og:site_name' content='مرآة النهر'>", ()),
        ("<meta property='article:author' content='https://www.facebook.example/mirror'>", ()),
        (script({"@type": "Report", "author": {"name": "رويترز"}}), ("رويترز",)),
        ("<meta name='author' content='Mirror'><link rel='canonical' href='https://www.mirror.example/news/5'>", ()),
    ],
)
def test_authors_are_names(head: str, authors: tuple[str, ...]) -> None:
    assert said(head).authors == authors


def test_an_author_that_is_shown() -> None:
    assert said("", "<h1>قتلى في انفجار</h1><a rel='author' href='/a/1'>ليلى الساحلي</a>").authors == ("ليلى الساحلي",)


@pytest.mark.parametrize(
    ("head", "address", "url"),
    [
        ("<link rel='canonical' href='/news/5'>", "https://w.example/news/5?utm=1", "https://w.example/news/5"),
        ("<base href='https://w.example/'><link rel='canonical' href='news/5'>", None, "https://w.example/news/5"),
        ("<link rel='canonical' href='/news/5'>", None, None),
        (
            "<link rel='canonical' href='https://w.example/'><meta property='og:url' content='https://w.example/news/5'>",
            None,
            "https://w.example/news/5",
        ),
        ("<link rel='canonical' href='https://w.example/ar/'>", "https://w.example/news/5", None),
        ("<link rel='canonical' href='https://w.example/politics'>", None, None),
        ("<link rel='canonical' href='https://w.example/about'>", "https://w.example/about", "https://w.example/about"),
        ("<link rel='canonical' href='javascript:void(0)'>", None, None),
        (script({"@type": "Report", "mainEntityOfPage": {"@id": "https://w.example/news/5"}}), None, "https://w.example/news/5"),
        ("<link rel='canonical' href='https://[w.example/news/5'>", None, None),
    ],
)
def test_the_address_is_the_article_s_own(head: str, address: str | None, url: str | None) -> None:
    assert said(head, address=address).url == url


@pytest.mark.parametrize(
    "url",
    ["https://w.example/?p=12", "https://w.example/a/%D8%AE%D8%A8%D8%B1-%D8%B9%D9%86-%D8%AD%D8%AF%D8%AB", "https://w.example/n/7.html"],
)
def test_an_address_of_an_article(url: str) -> None:
    assert is_article_address(url)


def test_html_in_an_article_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"id": "1", "html": page("<meta name='date' content='2020-03-14'>").decode(), "outlet": "أ"}
    path.write_text(json.dumps(row), encoding="utf-8")
    (document,) = documents([path])
    assert isinstance(document, Document)
    assert (document.id, document.outlet, document.outlet_basis, document.published, document.published_basis) == (
        "1", "أ", "given", "2020-03-14", "stated",
    )  # fmt: skip


@pytest.mark.parametrize("wrap", ["//<![CDATA[\n{}\n//]]>", "<!-- {} -->", "{};", "\ufeff{}", "[{}]"])
def test_linked_data_in_its_wrappings(wrap: str) -> None:
    data = {"@type": "NewsArticle", "headline": "قتلى في انفجار", "datePublished": "2020-03-14"}
    markup = f"<script type='application/ld+json; charset=utf-8'>{wrap.replace('{}', json.dumps(data))}</script>"
    assert said(markup).published == "2020-03-14"


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type":"NewsArticle","headline":"قتلى في انفجار","datePublished":"2020-03-14",}',
        '{"@type":"NewsArticle","headline":"قتلى\nفي انفجار","datePublished":"2020-03-14"}',
        "{&quot;@type&quot;:&quot;Report&quot;,&quot;headline&quot;:&quot;انفجار&quot;,&quot;datePublished&quot;:&quot;2020-03-14&quot;}",
        '{"@type":"NewsArticle","headline":"قتلى في انفجار","url":"a\\d","datePublished":"2020-03-14"}',
        '{"@type":"NewsArticle","headline":"قتلى في "انفجار"","description":"قال "لا"","datePublished":"2020-03-14"}',
        '{"@type":"NewsArticle","headline":"قتلى في انفجار","datePublished":"2020-03-14","keywords":["أ""ب"]}',
    ],
)
def test_broken_linked_data(broken: str) -> None:
    assert said(f"<script type='application/ld+json'>{broken}</script>").published == "2020-03-14"


def test_a_tail_beyond_the_stated_text_is_left_out() -> None:
    more = "<div><p>تابع الموقع على المنصات كلها لتصلك الأخبار أولا بأول من مراسلينا في كل مكان</p></div>"
    body = f"{menu()}<div><h1>{BRIDGE.title}</h1>{paragraphs(BRIDGE)}{more}</div>"
    markup = whole(head(BRIDGE, linked_data(BRIDGE, articleBody=BRIDGE.text)), body)
    assert read_page(markup, "a.html").text.splitlines()[-1] == BRIDGE.paragraphs[-1]


def test_a_stated_text_that_is_only_the_beginning_changes_nothing() -> None:
    markup = whole(head(BRIDGE, linked_data(BRIDGE, articleBody=BRIDGE.paragraphs[0])), f"<h1>{BRIDGE.title}</h1>{paragraphs(BRIDGE)}")
    assert read_page(markup, "a.html").text.splitlines()[-1] == BRIDGE.paragraphs[-1]


def test_the_notice_above_the_comments_is_left_out() -> None:
    notice = "<div><p>يرحب الموقع بآراء القراء ويحتفظ بحق حذف ما يراه مسيئا منها.</p></div><div class='fb-comments'></div>"
    markup = whole(head(BRIDGE), f"<div><h1>{BRIDGE.title}</h1><div class='a'>{paragraphs(BRIDGE)}{notice}</div></div>")
    assert read_page(markup, "a.html").text.splitlines()[-1] == BRIDGE.paragraphs[-1]
    divs = whole(head(BRIDGE), f"<div><h1>{BRIDGE.title}</h1>{paragraphs(BRIDGE, 'div')}<div class='fb-comments'></div></div>")
    assert read_page(divs, "a.html").text.splitlines()[-1] == BRIDGE.paragraphs[-1]


def test_tables_of_figures_are_lines_and_tables_of_layout_are_none() -> None:
    figures = "<table><tr><th>القرية</th><th>العائلات</th></tr><tr><td>الزيتونة</td><td>57</td></tr></table>"
    last = "انتهى إحصاء القرى المتضررة مساء أمس."
    cell = f"<td>{paragraphs(BRIDGE)}{figures}<p>{last}</p></td>"
    body = f"<table><tr><td><h1>{BRIDGE.title}</h1></td></tr><tr>{cell}</tr></table>"
    text = read_page(whole(head(BRIDGE), body), "a.html").text
    assert text.splitlines()[2:] == [*BRIDGE.paragraphs, "القرية العائلات", "الزيتونة 57", last]


def test_lines_are_those_that_the_page_shows() -> None:
    tree = parse(
        "<body><ul><li>واحد <a href='/1'>واثنان</a> وثلاثة</li></ul><p>أربعة وخمسة<br>وستة</p><p>إعلان</p><script>سبعة</script></body>", "a"
    )
    assert [*shown_lines(tree)] == ["واحد واثنان وثلاثة", "أربعة وخمسة", "وستة", "إعلان"]
    assert as_shown(["- واحد", "واثنان وثلاثة", "أربعة وخمسة وستة"], tree) == ["واحد واثنان وثلاثة", "أربعة وخمسة", "وستة"]
    assert as_shown(["واحد وثلاثة"], tree) == ["واحد وثلاثة"]


def nested(depth: int, tag: str = "div") -> str:
    return f"<html><body>{f'<{tag}>' * depth}{PARAGRAPHS}{f'</{tag}>' * depth}</body></html>"


def test_a_page_nested_too_deep_is_refused_and_one_of_unclosed_fonts_is_not() -> None:
    for depth in (300, 5_000, 100_000):
        with pytest.raises(InputError, match=r"elements within each other|more than 60,000 elements"):
            read_page(nested(depth), "a.html")
    assert "أعلنت وزارة الصحة" in read_page(nested(600, "font"), "a.html").text
    assert "أعلنت وزارة الصحة" in read_page(nested(100), "a.html").text


def test_a_page_of_too_many_elements_is_refused() -> None:
    for markup in ("<p>" * 1_000_000, "<i></i>" * 65_000):
        with pytest.raises(InputError, match="more than 60,000 elements"):
            read_page(f"<html><body>{markup}</body></html>", "a.html")


@pytest.mark.parametrize("markup", ["", "   ", "<html></html>", "<!-- -->", "<html><body><script>a()</script></body></html>", "\x00"])
def test_what_is_no_page_or_holds_no_article(markup: str) -> None:
    with pytest.raises(InputError, match=r"no web page|without an article"):
        read_page(markup, "a.html")


def test_a_page_of_links_only_holds_no_article() -> None:
    links = "".join(f"<li><a href='/{n}'>{one}</a></li>" for n, one in enumerate(HEADLINES))
    with pytest.raises(InputError, match="without an article"):
        read_page(f"<html><body>{menu()}<ul>{links}</ul></body></html>", "a.html")


def test_a_page_that_only_leads_on_says_where() -> None:
    markup = "<html><head><META HTTP-EQUIV='Refresh' content='0; URL=https://w.example/news/5'></head><body>لحظة</body></html>"
    with pytest.raises(InputError, match=r"only leads on to https://w\.example/news/5; take in the page there"):
        read_page(markup, "a.html")


def test_a_broken_state_and_an_endless_one_are_passed_over() -> None:
    deep = "<script>window.x=" + '{"a":' * 5_000 + "1" + "}" * 5_000 + "</script>"
    cut = '<script id="__NEXT_DATA__" type="application/json">{"props": {"title": "قتلى في انفجار", "body": "' + "كلمة " * 100 + "</script>"
    with pytest.raises(InputError, match="without an article"):
        read_page(whole(head(BRIDGE), deep + cut), "a.html")


def test_a_page_is_a_record() -> None:
    assert Page("نص", PageMetadata(title="عنوان")) == Page("نص", PageMetadata(title="عنوان"))
