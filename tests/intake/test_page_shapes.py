"""Floors of page intake: every article in every shape of page, whole and alone, with what the page says of it."""

import re
from collections import Counter

import pytest

from tawatur.intake.decode import decode_page
from tawatur.intake.page import Page, read_page
from tawatur.intake.page_tree import parse, squeezed
from tawatur.text.tokens import Tokens

from .shapes import ADDRESS, ARTICLES, DATELINES, ENCODINGS, SHAPES, SITE, Article

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
LEAST_FOUND, LEAST_PURE = 0.95, 0.90


def forms(text: str) -> Counter[str]:
    return Counter(Tokens(text).forms)


def taken(shape: str, article: Article) -> Page:
    return read_page(decode_page(SHAPES[shape](article).encode(ENCODINGS.get(shape, "utf-8")), shape), shape)


each_page = pytest.mark.parametrize(
    ("shape", "article"),
    [(shape, article) for shape in SHAPES for article in ARTICLES],
    ids=lambda value: value if isinstance(value, str) else "",
)


@each_page
def test_the_article_is_whole_and_alone(shape: str, article: Article) -> None:
    page = taken(shape, article)
    kept, known = forms(page.text), forms(article.text)
    headed = forms(f"{article.title} {article.subtitle} {page.metadata.dateline or ''}")
    assert (kept & known).total() >= LEAST_FOUND * known.total()
    assert (kept - known - headed).total() <= (1 - LEAST_PURE) * kept.total()


@each_page
def test_every_paragraph_stands_in_the_page(shape: str, article: Article) -> None:
    tree = parse(SHAPES[shape](article), shape)
    shown = squeezed(_ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), " ".join(tree.itertext())))
    attributes = squeezed(" ".join(tree.xpath("//@content")))
    for paragraph in taken(shape, article).text.splitlines():
        assert squeezed(paragraph) in shown or squeezed(paragraph) in attributes


@each_page
def test_every_paragraph_is_a_line_in_its_order(shape: str, article: Article) -> None:
    lines = taken(shape, article).text.splitlines()
    assert [line for line in lines if line in article.paragraphs] == list(article.paragraphs)


@each_page
def test_title_and_day_and_site(shape: str, article: Article) -> None:
    said = taken(shape, article).metadata
    assert said.title == article.title
    if shape == "unclosed_fonts":
        return
    assert said.outlet == SITE
    if shape in DATELINES:
        assert said.dateline == DATELINES[shape]
        return
    assert said.url == ADDRESS
    assert said.published == "2021-05-09"
