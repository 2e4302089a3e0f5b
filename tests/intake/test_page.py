import json
from pathlib import Path

import pytest

from tawatur.intake import documents
from tawatur.model import Document

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


def test_linked_data_gives_title_outlet_and_local_day(tmp_path: Path) -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "لا شيء"},
            {
                "@type": "NewsArticle",
                "headline": "قتلى في  انفجار",
                "datePublished": "2020-03-14T23:50:00-05:00",
                "publisher": {"name": "الوكالة"},
            },
        ]
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script><link rel='canonical' href='https://w.example/1'>"
    document = read(tmp_path, page(head))
    assert (document.title, document.outlet, document.published, document.url) == (
        "قتلى في انفجار", "الوكالة", "2020-03-14", "https://w.example/1",
    )  # fmt: skip
    assert "أعلنت وزارة الصحة" in document.text
    assert "الرئيسية" not in document.text
    assert document.text.count("قتلى في انفجار") == 1


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta property='article:published_time' content='2020-12-01 02:00:00'>", "", "2020-12-01"),
        ("", "<span property='dc:date' content='2019-02-08T00:00:00+01:00'>الجمعة</span>", "2019-02-08"),
        ("", "<time itemprop='datePublished' datetime='2020-06-03T03:01+0400'></time>", "2020-06-03"),
        ("<meta name='date' content='2024-01-01'>", "", None),
        ("<meta name='date' content='2024-01-01T08:00:00Z'>", "", "2024-01-01"),
        ("<meta name='date' content='0001-01-01T00:00:00'>", "", None),
        ("<meta name='date' content='soon'><meta name='pubdate' content='Sat, 05 May 2018 01:00:00 GMT'>", "", "2018-05-05"),
        ("<link rel='canonical' href='https://w.example/2013/middle_east/8/3/x.html'>", "", "2013-08-03"),
        ("<script type='application/ld+json'>{broken</script>", "", None),
    ],
)
def test_published_only_as_the_page_states_it(tmp_path: Path, head: str, body: str, published: str | None) -> None:
    document = read(tmp_path, page(head, "<h1>عنوان</h1>" + body))
    assert document.published == published
    assert document.published_basis == ("given" if published else "unknown")


def test_a_visible_date_is_left_to_the_reader(tmp_path: Path) -> None:
    dated = "<h1>قتلى في انفجار</h1><div class='story-date'>السبت، 5 كانون الثاني 2024</div>"
    document = read(tmp_path, page("<meta name='date' content='السبت'>", dated))
    assert document.published is None
    assert document.text.splitlines()[:2] == ["قتلى في انفجار", "السبت، 5 كانون الثاني 2024"]


def test_declared_code_page_and_xhtml(tmp_path: Path) -> None:
    assert "أعلنت وزارة الصحة" in read(tmp_path, page("", charset="windows-1256")).text
    xhtml = b"<?xml version='1.0' encoding='utf-8'?>\n" + page("")
    assert "أعلنت وزارة الصحة" in read(tmp_path, xhtml).text


@pytest.mark.parametrize(
    ("stated", "title"), [("قتلى في انفجار - مرآة النهر", "قتلى في انفجار"), ("حوار في مرآة النهر", "حوار في مرآة النهر")]
)
def test_title_goes_without_the_outlet_behind_it(tmp_path: Path, stated: str, title: str) -> None:
    head = f'<meta property="og:title" content="{stated}"><meta property="og:site_name" content="مرآة النهر">'
    assert read(tmp_path, page(head)).title == title


def test_outlet_falls_back_to_the_host(tmp_path: Path) -> None:
    assert read(tmp_path, page("<link rel='canonical' href='https://www.w.example/1'>")).outlet == "w.example"


def test_html_in_an_article_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"id": "1", "html": page("<meta name='date' content='2020-03-14'>").decode(), "outlet": "أ"}
    path.write_text(json.dumps(row), encoding="utf-8")
    (document,) = documents([path])
    assert isinstance(document, Document)
    assert (document.id, document.outlet, document.published) == ("1", "أ", "2020-03-14")
