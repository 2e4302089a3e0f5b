import codecs

import pytest

from tawatur.intake.sniff import is_article, sniff

MHTML = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x"


@pytest.mark.parametrize(
    ("head", "sort"),
    [
        (b"", "empty"),
        ("نص، وفيه فاصلة".encode(), "text"),
        ("نص".encode("cp1256"), "text"),
        (b"PK\x03\x04....", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xef\xbb\xbf\n%PDF-1.7\n\xe2\xe3", "pdf"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "warc"),
        (b"filedesc://old.arc 0.0.0.0 20050614070159 text/plain 76\n", "warc"),
        (MHTML, "mhtml"),
        (b"  <!DOCTYPE html><p>", "html"),
        (b"<!-- saved from url=(0014)about:internet -->\n<HTML >", "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        ("<!doctype html><html>".encode("utf-16"), "html"),
        ("<!doctype html><html>".encode("utf-16-be"), "html"),
        (b"Warning: a line of PHP\n<html><body>", "html"),
        (b"<?xml version='1.0'?><!-- a --><rss version='2.0'>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "feed"),
        (b"<?xml version='1.0'?>\n<urlset xmlns='x'>", "sitemap"),
        (b"<sm:sitemapindex xmlns:sm='x'>", "sitemaps"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "part"),
        (b'{"a": 1}', "lines"),
        (b'{"html": "<html><body>"}', "lines"),
        (b'\xef\xbb\xbf{"a": 1}\n{"b": 2}', "lines"),
        (b'{"a": 1,\n "b": 2}', "object"),
        (b'{\n "b": 2}', "object"),
        (b' [{"a": 1}]', "array"),
        (codecs.BOM_UTF16_LE + '{"a": "نص"}\n'.encode("utf-16-le"), "lines"),
        ("[صورة] أعلنت الوزارة".encode(), "text"),
        ("{ملاحظة} أعلنت الوزارة".encode(), "text"),
        (b"\x89PNG\r\n\x1a\n", "part"),
        (b"RIFF....WEBPVP8 ", "part"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "refused"),
        (b"{\\rtf1\\ansi", "refused"),
        (b"a" * 257 + b"ustar", "refused"),
        (bytes(range(256)) * 8, "refused"),
    ],
)
def test_content_tells_what_bytes_are(head: bytes, sort: str) -> None:
    assert sniff(head).sort == sort


@pytest.mark.parametrize(
    ("head", "hint", "sort"),
    [
        (b"<p>x</p>", ".htm", "html"),
        (b"<p>x</p>", ".txt", "text"),
        (b"x", ".html", "html"),
        (b"", ".html", "html"),
        (b'{"id": "broken", "text": \n{"id": 2}', ".jsonl", "lines"),
        (b"not JSON", ".json", "object"),
        (b"body {}", ".css", "part"),
        (b"%PDF-1.4", ".txt", "pdf"),
        (b"<!doctype html><html>", ".txt", "html"),
        (b"PK\x03\x04", ".html", "zip"),
    ],
)
def test_a_name_decides_only_what_the_content_leaves_open(head: bytes, hint: str, sort: str) -> None:
    assert sniff(head, hint).sort == sort


def test_what_is_refused_says_what_it_is_and_what_to_do() -> None:
    found = sniff(b"Rar!\x1a\x07\x01\x00")
    assert (found.what, found.do) == ("is a RAR archive", "unpack it, or pack it again as .zip")


def test_json_without_a_text_is_no_article() -> None:
    assert is_article(b'{"id": 1, "text" : "a"')
    assert not is_article(b'{"context": "a", "texts": []}')
    assert is_article('{"نص": "a"}'.encode(), (("نص", "text"),))
