import base64
import hashlib
import re
from importlib.resources import files
from itertools import pairwise
from typing import Protocol

import pytest
from lxml import html

from tawatur import page as room
from tawatur.model import Document, Reading, Span
from tawatur.page.render import environment, harmless, page, report
from tawatur.wording.messages import Language, Messages
from tests.page.examples import HOSTILE, TEXT, hostile, reading, span

EMPTY = Reading(Document("e", "e.txt", "", ""))


def shown(*readings: Reading, language: Language = "en") -> str:
    return "".join(page(readings, Messages(language)))


def parsed(source: str) -> html.HtmlElement:
    return html.fromstring(source.encode())


class Spanned(Protocol):
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...


def spans(of: Reading) -> set[tuple[int, int]]:
    """Every span of every record."""
    found: list[Spanned] = [*of.times, *of.names, *of.figures, *of.warnings]
    for said in of.statements:
        found += [said.cue, said.content]
        found += said.chain
    for event in of.events:
        found += [event.trigger]
        found += event.chain
        found += [event.place] if event.place else []
    return {(one.start, one.end) for one in found if one.start is not None and one.end is not None}


def covered(tree: html.HtmlElement) -> dict[str, set[int]]:
    """By the anchor of each mark, the characters of the text that lie in its elements."""
    found: dict[str, set[int]] = {}
    anchors: dict[tuple[str, str], str] = {}

    def walk(element: html.HtmlElement, place: int, around: list[str]) -> int:
        if "m" in (element.get("class") or "").split():
            key = (element.get("data-card"), element.get("class"))
            anchors[key] = element.get("id") or anchors[key]
            around = [*around, anchors[key]]
        for text, child in [(element.text, None), *((child.tail, child) for child in element)]:
            if child is not None:
                place = walk(child, place, around)
            for anchor in around:
                found.setdefault(anchor, set()).update(range(place, place + len(text or "")))
            place += len(text or "")
        return place

    for line in tree.xpath("//section[contains(@class,'text')]/p"):
        start = int(line.get("data-at"))
        assert TEXT.startswith(line.text_content(), start)
        walk(line, start, [])
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_span_is_marked_at_its_characters(language: Language) -> None:
    tree = parsed(shown(reading(), language=language))
    kept = {place for place, character in enumerate(TEXT) if character not in "\r\n"}
    wanted = {frozenset(set(range(start, end)) & kept) for start, end in spans(reading())}
    assert {frozenset(places) for places in covered(tree).values()} == wanted


@pytest.mark.parametrize("language", ["ar", "en"])
def test_links_between_text_and_records_lead_somewhere(language: Language) -> None:
    tree = parsed(shown(reading(), reading(), language=language))
    anchors = tree.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert [anchor for anchor in anchors if not re.fullmatch("[a-z0-9-]+", anchor)] == []
    targets = {link.removeprefix("#") for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert targets - set(anchors) == set()
    cards = set(tree.xpath("//article[contains(@class,'card')]/@id"))
    marks = set(tree.xpath("//span[contains(@class,'m ')]/@id"))
    assert cards == set(tree.xpath("//span/@data-card"))
    assert marks <= targets
    linked = {link.removeprefix("#") for link in tree.xpath("//section[contains(@class,'text')]//a/@href")}
    assert cards - linked == set() or {card.split("-")[1][0] for card in cards - linked} <= {"n", "w", "t"}
    assert not tree.xpath("//a//a")


def test_the_page_stands_alone_and_allows_nothing_else() -> None:
    source = shown(reading())
    tree = parsed(source)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (content,) = tree.xpath(f"//{name}/text()")
        assert f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy
    assert not tree.xpath("//@style | //@src | //link | //img | //@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|innerHTML", source)
    assert [link for link in tree.xpath("//@href") if not link.startswith("#")] == ["https://example.org/?a=1&b=2"]


def test_directions_and_languages() -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        tree = parsed(shown(reading(), language=language))  # type: ignore[arg-type]
        assert (tree.get("lang"), tree.get("dir")) == (language, direction)
        text = tree.xpath("//section[contains(@class,'text')]")[0]
        assert (text.get("lang"), text.get("dir")) == ("ar", "rtl")


def test_landmarks_and_names_for_those_who_do_not_see_the_page() -> None:
    tree = parsed(shown(reading()))
    assert [len(tree.xpath(f"//{name}")) for name in ("main", "h1", "aside", "footer")] == [1, 1, 1, 1]
    anchors = set(tree.xpath("//@id"))
    assert {name for names in tree.xpath("//@aria-labelledby") for name in names.split()} <= anchors
    assert tree.xpath("//aside[@aria-label] and //dialog[@aria-labelledby] and //*[@role='status']")
    assert all(button.text_content().strip() or button.get("aria-label") for button in tree.xpath("//button"))
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_what_comes_from_outside_does_nothing() -> None:
    source = shown(hostile(), reading())
    tree = parsed(source)
    assert len(tree.xpath("//script")) == 1
    assert "<script>alert" not in source
    assert not tree.xpath("//@onclick")
    assert not [link for link in tree.xpath("//@href") if link.startswith("javascript")]
    assert "\x00" not in source
    assert "\x1b" not in source
    assert set(re.findall("(.{5})[\u202a-\u202e\u2066-\u2069](.{5})", source)) == {('02E">', "</bdi>"[:5])} | {
        (f'0{code}">'[-5:], "</bdi>"[:5]) for code in ("2E", "66", "69")
    }
    (line,) = tree.xpath("//section[@id='d1-text']/p")
    assert line.text_content() == HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


def test_harmless_keeps_every_character_in_its_place() -> None:
    assert harmless("a<b>&\x00\x7f\ud800\u200fc") == "a&lt;b&gt;&amp;\ufffd\ufffd\ufffd\u200fc"
    assert harmless("\u202ex") == '<bdi class="turn" title="U+202E">\u202e</bdi>x'


def test_several_reports_have_an_index() -> None:
    tree = parsed(shown(reading(), EMPTY, reading()))
    assert tree.xpath("//nav[@class='index']//a/@href") == ["#d1-report", "#d2-report", "#d3-report"]
    assert not parsed(shown(reading())).xpath("//nav[@class='index']")


def test_nothing_to_show() -> None:
    assert "No report was read" in shown()
    tree = parsed(shown(EMPTY))
    assert not tree.xpath("//section[contains(@class,'text')]/p")
    assert not tree.xpath("//article[contains(@class,'card')]")


def test_a_report_without_title_is_called_by_its_first_words() -> None:
    document = Document("x", "x", "\n\nأعلنت الوزارة أن العمل مستمر في المدينة.\nثم", "")
    tree = parsed(shown(Reading(document)))
    assert tree.xpath("//h2")[0].text_content().startswith("أعلنت الوزارة")


def test_the_page_is_small() -> None:
    assert len(shown(reading()).encode()) < 60_000


def test_every_word_of_the_page_is_used_and_there() -> None:
    folders = (files(room), files(room) / "templates", files(room) / "static", files("tawatur.wording"))
    sources = [
        item for folder in folders for item in folder.iterdir() if item.is_file() and item.name.endswith((".py", ".html", ".js", ".css"))
    ]
    text = "\n".join(item.read_text(encoding="utf-8") for item in sources)
    used = set(re.findall(r"[\"'](page\.(?!html|js)[\w.]+)", text))
    families = {key for key in used if key.endswith(".")} | set(re.findall(r"(page\.[\w.]+\.)\{", text))
    table = (files("tawatur.wording") / "page.tsv").read_text(encoding="utf-8")
    keys = set(re.findall(r"^(page\.\S+)\t", table, re.MULTILINE))
    assert {key for key in used if not key.endswith(".")} - keys == set()
    assert {key for key in keys - used if not key.startswith(tuple(families))} == set()


def test_directions_in_the_style_are_logical() -> None:
    for name in ("templates/style.css", "static/css/marks.css"):
        style = (files(room) / name).read_text(encoding="utf-8")
        assert re.findall(r"[\s;{](?:margin|padding|border|inset)?-?(?:left|right)\s*:|text-align:\s*(?:left|right)", style) == []


def test_what_somebody_came_for_is_lit_whatever_it_crosses() -> None:
    place = Span(span("5 جنود", "عن مقتل").start - 3, span("التحقيق بدأ").start + 4)
    view = report(reading(), Messages("en"), "", place)
    pieces = [piece for block in view.blocks for piece in block.pieces]
    assert [piece.first for piece in pieces if piece.mark and piece.mark.part == "lit" and piece.kind == "open"].count(True) == 1
    shown = environment().get_template("text.html").render(report=report(reading(), Messages("en"), "", place), say=Messages("en"))
    tree = html.fragment_fromstring(shown)
    assert tree.xpath("//span[@id='at' and @class='lit']")
    words = "".join(tree.xpath("//span[@class='lit']//text()"))
    assert "".join(words.split()) == "".join(TEXT[place.start : place.end].split())


@pytest.mark.parametrize("place", [Span(5, 5), Span(-1, 3), Span(0, 10**9), Span(9, 3)])
def test_a_span_that_is_not_in_the_text_lights_nothing(place: Span) -> None:
    assert not [
        piece
        for block in report(reading(), Messages("en"), "", place).blocks
        for piece in block.pieces
        if piece.mark and piece.mark.anchor == "at"
    ]
