"""Small files of every kind that comes in, made by the code: what the fuzzing job begins with."""

import gzip
import json
import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import Any

import docx
import openpyxl
import reports
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_ARTICLES = list(reports.articles(8, 7))
_FIELDS = ("id", "title", "text", "outlet", "published")


def pages() -> list[bytes]:
    """Saved pages: with what they say for machines in several ways, with menus and tables, and in four encodings."""
    one, third, fourth = (_page(article) for article in _ARTICLES[:3])
    return [one.encode(), _plain(_ARTICLES[3]).encode(), third.encode("cp1256", "xmlcharrefreplace"), fourth.encode("utf-16")]


def _page(article: dict[str, str]) -> str:
    linked: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": article["title"]}
    linked |= {"datePublished": article["published"]}
    linked |= {"author": [{"@type": "Person", "name": "نور"}], "publisher": {"@type": "Organization", "name": article["outlet"]}}
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article["text"].splitlines() if line)
    return (
        '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="windows-1256">'
        f"<title>{article['title']} - {article['outlet']}</title>"
        f'<link rel="canonical" href="https://a.example/2021/03/14/{article["id"]}"><meta property="og:title" content="{article["title"]}">'
        f'<meta property="article:published_time" content="{article["published"]}T10:00:00+03:00"><meta name="author" content="نور">'
        f'<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script></head>'
        f'<body><nav><ul><li><a href="/">الرئيسية</a><li><a href="/s">سياسة</a></ul></nav><article><h1>{article["title"]}</h1>'
        f'<time datetime="{article["published"]}">14 آذار/مارس 2021</time>'
        '<figure><img src="a.jpg"><figcaption>صورة من المكان</figcaption></figure>'
        f"{paragraphs}<ul><li><a href='/x'>اقرأ أيضا</a></ul></article><footer>جميع الحقوق محفوظة &copy; 2021</footer></body></html>"
    )


def _plain(article: dict[str, str]) -> str:
    body = article["text"].replace("\n", "<br>")
    return (
        f"<html><body><table><tr><td><font size=5>{article['title']}</font><tr><td>الأحد 14 مارس 2021<tr><td>{body}</table></body></html>"
    )


def texts() -> list[bytes]:
    found = [article["text"] for article in _ARTICLES]
    dated = f"{found[0]}\n\nنشر في: 14/03/2021 10:30\nالمصدر: وكالات\nاقرأ أيضا: {_ARTICLES[1]['title']}\n"
    return [found[0].encode(), dated.encode(), found[2].encode("cp1256"), found[3].encode("utf-16"), "\r\n".join(found).encode("utf-8-sig")]


def lines() -> list[bytes]:
    """Articles as JSON Lines, as an array, and with markup in place of text."""
    marked = [{"id": 7, "html": _page(article), "url": "https://a.example/7"} for article in _ARTICLES[:2]]
    return [
        "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in _ARTICLES[:4]).encode(),
        json.dumps(_ARTICLES[:3]).encode(),
        "".join(json.dumps(article) + "\n" for article in marked).encode(),
    ]


def articles() -> list[bytes]:
    """Single articles as JSON."""
    return [json.dumps(article, ensure_ascii=False).encode() for article in _ARTICLES]


def tables() -> list[bytes]:
    rows = [[article[field] for field in _FIELDS] for article in _ARTICLES[:5]]
    comma, tab = (mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for mark in ",\t" for row in [list(_FIELDS)])
    quoted = [
        "\n".join([head, *(mark.join('"' + cell + '"' for cell in row) for row in rows)]) for head, mark in ((comma, ","), (tab, "\t"))
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [list(_FIELDS), *rows]:
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return [quoted[0].encode(), quoted[1].encode("cp1256", "replace"), file.getvalue()]


def archives() -> list[bytes]:
    """Zip archives, one in another, with pages, texts and a table; gzip; and web archives, plain and compressed."""
    inner, outer = BytesIO(), BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("صفحة.html", pages()[0])
        archive.writestr("report.txt", texts()[0])
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("a/table.csv", tables()[0])
    return [inner.getvalue(), outer.getvalue(), gzip.compress(pages()[1]), _warc(is_packed=False), _warc(is_packed=True)]


def _warc(*, is_packed: bool) -> bytes:
    file = BytesIO()
    writer = WARCWriter(file, gzip=is_packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "seeds"}))
    for number, page in enumerate((pages()[0], gzip.compress(pages()[1]))):
        headers = [("Content-Type", "text/html; charset=utf-8"), *([("Content-Encoding", "gzip")] if number else [])]
        head = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        dated = {"WARC-Date": "2021-03-14T10:00:00Z"}
        address = f"https://a.example/{number}"
        writer.write_record(writer.create_warc_record(address, "response", BytesIO(page), http_headers=head, warc_headers_dict=dated))
    return file.getvalue()


def messages() -> list[bytes]:
    """Pages saved as one file."""
    head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nSubject: =?utf-8?Q?=D8=AE=D8=A8=D8=B1?=\r\n"
    head += "Date: Sun, 14 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
    part = "----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://a.example/1\r\n\r\n"
    return [(head + part).encode() + pages()[0] + b"\r\n----b--\r\n"]


def feeds() -> list[bytes]:
    """An RSS and an Atom feed with whole texts, and a sitemap."""
    items = "".join(
        f"<item><title>{escape(one['title'])}</title><link>https://a.example/{one['id']}</link>"
        "<pubDate>Sun, 14 Mar 2021 10:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[<p>{escape(one['text'])}</p>]]></content:encoded></item>"
        for one in _ARTICLES[:3]
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    rss = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {spaces}><channel><title>الضفة</title>{items}</channel></rss>'
    entries = "".join(
        f"<entry><id>{one['id']}</id><title>{escape(one['title'])}</title><updated>2021-03-14T10:00:00Z</updated>"
        f'<content type="html">{escape(escape(one["text"]))}</content></entry>'
        for one in _ARTICLES[3:5]
    )
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>المرايا</title>{entries}</feed>'
    address = "<url><loc>https://a.example/1</loc><lastmod>2021-03-14</lastmod></url>"
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{address}</urlset>'
    return [rss.encode(), atom.encode(), sitemap.encode()]


def papers() -> list[bytes]:
    """A PDF whose one font has its letters by code in a map, packed and plain; and a Word document."""
    return [_pdf(is_packed=False), _pdf(is_packed=True), _word()]


def _pdf(*, is_packed: bool) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(400, 600)
    lines = _ARTICLES[0]["text"].splitlines()
    drawn = "".join(
        f"BT /F 10 Tf 1 0 0 1 40 {560 - 14 * n} Tm <{line[::-1].encode('utf-16-be').hex()}> Tj ET\n" for n, line in enumerate(lines)
    )
    cmap = "1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfrange <0000> <ffff> <0000> endbfrange\n"
    streams = []
    for content in (drawn, cmap):
        stream = DecodedStreamObject()
        stream.set_data(content.encode())
        streams.append(writer._add_object(stream.flate_encode() if is_packed else stream))
    name, number = NameObject, NumberObject
    inner = {"/Type": name("/Font"), "/Subtype": name("/CIDFontType2"), "/BaseFont": name("/A"), "/DW": number(500)}
    below = writer._add_object(DictionaryObject({name(key): value for key, value in inner.items()}))
    font = {"/Type": name("/Font"), "/Subtype": name("/Type0"), "/BaseFont": name("/A"), "/Encoding": name("/Identity-H")}
    known = DictionaryObject({name(key): value for key, value in font.items()})
    known[name("/DescendantFonts")], known[name("/ToUnicode")] = ArrayObject([below]), streams[1]
    page[name("/Resources")] = DictionaryObject({name("/Font"): DictionaryObject({name("/F"): writer._add_object(known)})})
    page[name("/Contents")] = streams[0]
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _word() -> bytes:
    document = docx.Document()
    document.add_heading(_ARTICLES[1]["title"], 1)
    for line in _ARTICLES[1]["text"].splitlines():
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "القتلى"
    table.cell(0, 1).text = "5"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "pages": pages, "texts": texts, "lines": lines, "articles": articles, "tables": tables, "archives": archives, "messages": messages,
    "feeds": feeds, "papers": papers,
}  # fmt: skip
