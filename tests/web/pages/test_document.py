"""The page of one document, as a browser without scripts sees it."""

import re
from pathlib import Path
from typing import get_args

import pytest
from lxml import html

from tawatur.intake import Given
from tawatur.ledger.custody import Act
from tawatur.ledger.deriving import derive, refresh
from tawatur.ledger.dossiers import State
from tawatur.ledger.identity import CLAIMED, FOUND
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.web.pages.document import _span
from tawatur.wording.messages import Language, Messages
from tests.ledger.pages import TOLL, fetched, page, take_in
from tests.web.conftest import Client, ClientMaker

REPORT = "taji2-mujaz"
URL = "https://example.org/news/12"
HOSTILE = '<script>alert(1)</script>" onmouseover="x\' \u202eقلب'


def tree(text: str) -> html.HtmlElement:
    return html.fromstring(text)


def _span_of(client: Client, words: str) -> tuple[int, int]:
    line = next(one for one in tree(client.get(f"/ar/documents/{REPORT}").text).xpath("//p[@data-at]") if words in one.text_content())
    start = int(line.get("data-at")) + line.text_content().index(words)
    return start, start + len(words)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_report_its_records_and_where_it_came_from(client: Client, language: str) -> None:
    answer = client.get(f"/{language}/documents/{REPORT}")
    assert answer.status_code == 200
    shown = tree(answer.text)
    assert len(shown.xpath("//h1")) == 1
    assert shown.xpath("//section[@id='text']//span[contains(@class, 'm ')]")
    assert shown.xpath("//aside[@id='records']//article[@class='card']")
    assert [box.get("id") for box in shown.xpath("//fieldset[contains(@class, 'layers')]//input")][:2] == ["show-events", "show-statements"]
    assert shown.xpath("//span[@class='state whole']")
    assert not shown.xpath("//@style|//@onclick|//style")
    anchors = shown.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    inner = {address.removeprefix("#") for address in shown.xpath("//@href") if address.startswith("#")}
    assert inner <= set(anchors)


def test_records_lead_on_into_the_ledger(client: Client) -> None:
    shown = tree(client.get(f"/en/documents/{REPORT}").text)
    onward = shown.xpath("//p[@class='onward']/a/@href")
    assert any(address.startswith("/en/events/event-") for address in onward)
    assert any(address.startswith("/en/claims/claim-") for address in onward)
    assert "/en/sources/speaker/iraqi-joint-operations-command" in onward


def test_its_family_and_whose_text_it_carries(client: Client) -> None:
    shown = tree(client.get(f"/en/documents/{REPORT}").text)
    assert shown.xpath("//p[contains(@class, 'notice')]/a/@href") == ["/en/documents/taji2-namudhaj"]
    members = shown.xpath("//section[@aria-labelledby='family']//tbody/tr")
    assert len(members) == 4
    assert "First text" in members[0].text_content().capitalize() or "first text" in members[0].text_content()
    assert "% of the shorter text" in members[1].text_content()
    first = tree(client.get("/en/documents/taji2-namudhaj").text)
    assert not first.xpath("//p[contains(@class, 'notice')]")


def test_arriving_at_a_span_lights_its_words(client: Client) -> None:
    start, end = _span_of(client, "معسكر التاجي")
    shown = tree(client.get(f"/ar/documents/{REPORT}?at={start}-{end}").text)
    assert "".join(shown.xpath("//span[@class='lit']//text()")) == "معسكر التاجي"
    assert shown.xpath("//a[@href='#at']")
    assert shown.xpath(f"//*[@id='c{start}-{end}']")


@pytest.mark.parametrize("at", ["", "9-3", "1", "-1-4", "0-99999999", "x", "5-5"])
def test_a_span_that_is_none_lights_nothing(client: Client, at: str) -> None:
    answer = client.get(f"/ar/documents/{REPORT}", params={"at": at})
    assert answer.status_code == 200
    assert 'id="at"' not in answer.text
    assert 'href="#at"' not in answer.text


def test_a_span_is_read_in_any_digits() -> None:
    found = _span("١٠-١٤")
    assert found is not None
    assert (found.start, found.end) == (10, 14)


def test_the_original_is_a_file_that_no_browser_shows(client: Client) -> None:
    shown = tree(client.get(f"/en/documents/{REPORT}").text)
    (address,) = set(shown.xpath("//dl//a[@download]/@href"))
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/octet-stream"
    assert re.fullmatch(r'attachment; filename="taji2-mujaz-[0-9a-f]{12}\.bin"', answer.headers["content-disposition"])
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "كاتيوشا".encode() in answer.content


@pytest.mark.parametrize(
    "query", ["original=" + "0" * 64, "original=../../etc/passwd", "version=2", "version=x", "compare=1-2", "compare=1"]
)
def test_what_is_not_there_is_not_found(client: Client, query: str) -> None:
    assert client.get(f"/ar/documents/{REPORT}?{query}").status_code == 404


def test_a_document_that_is_not_there(client: Client) -> None:
    assert client.get("/ar/documents/no-such").status_code == 404


@pytest.fixture
def changed(client_of: ClientMaker, tmp_path: Path) -> tuple[Client, str]:
    """A client of a ledger of one page that changed, and the page's id."""
    with Ledger(tmp_path / "a.ledger") as ledger:
        (one,) = take_in(ledger, fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z"))
        take_in(ledger, fetched(page(TOLL.format(7)), URL, "2020-03-15T08:00:00Z"))
        derive(ledger)
    return client_of(), one.id


def test_an_earlier_version_says_that_it_is_one(changed: tuple[Client, str]) -> None:
    client, name = changed
    now, then = (tree(client.get(f"/en/documents/{name.replace('/', '%252F')}{query}").text) for query in ("", "?version=1"))
    assert "مقتل 7" in now.xpath("//section[@id='text']")[0].text_content()
    assert "مقتل 5" in then.xpath("//section[@id='text']")[0].text_content()
    assert "version 1 of 2" in then.xpath("//p[contains(@class, 'notice')]")[0].text_content()
    assert then.xpath("//a[@aria-current='true']")[0].text_content() == "Version 1"
    assert not then.xpath("//p[@class='onward']")
    assert [row.xpath("string(td[2])") for row in now.xpath("//h3[1]/following-sibling::div[1]//tbody/tr")] == ["1", "2"]


def test_what_changed_between_two_versions(changed: tuple[Client, str]) -> None:
    client, name = changed
    answer = client.get(f"/en/documents/{name.replace('/', '%252F')}?compare=١-٢")
    shown = tree(answer.text)
    assert [one.text_content().strip() for one in shown.xpath("//div[contains(@class, 'difference')]//del")] == ["5"]
    assert [one.text_content().strip() for one in shown.xpath("//div[contains(@class, 'difference')]//ins")] == ["7"]
    figures = shown.xpath("//section[@class='figures']//li")
    assert "killed: 5" in figures[0].xpath("string(.//del)")
    assert "killed: 7" in figures[0].xpath("string(.//ins)")


def test_judgements_that_bear_on_it(client_of: ClientMaker, ledger: Path) -> None:
    with Ledger(ledger) as book:
        statement = book.value("SELECT id FROM statements WHERE document = ?", REPORT)
        judge(book, Decision("wrong", statement), HOSTILE, HOSTILE)
        list(refresh(book))
    text = client_of().get(f"/en/documents/{REPORT}").text
    assert statement in tree(text).xpath("string(//section[@aria-labelledby='judged'])")
    assert "<script>alert" not in text


def test_hostile_reports_do_nothing(client_of: ClientMaker, tmp_path: Path) -> None:
    text = f"{HOSTILE} قال المتحدث باسم الوزارة سالم {HOSTILE} إن الهجوم أسفر عن مقتل 5 جنود في بغداد يوم السبت 14 آذار 2020."
    with Ledger(tmp_path / "a.ledger") as ledger:
        written = page(text).replace(b"<h1>", f"<h1>{HOSTILE}".encode())
        snapshot = fetched(written, "https://example.org/a?<script>", "2020-03-14T10:00:00Z")
        (one,) = take_in(ledger, snapshot, given=Given(None, HOSTILE, ()))
        ledger.rows("UPDATE captures SET source = 'javascript:alert(1)'")
        derive(ledger)
    shown = client_of().get(f"/en/documents/{one.id.replace('%', '%25').replace('/', '%252F')}").text
    page_of = tree(shown)
    assert "<script>alert" not in shown
    assert not page_of.xpath("//@onmouseover")
    assert not [address for address in page_of.xpath("//@href") if not address.startswith(("/", "#", "http"))]
    assert not re.search("(?<!>)\u202e", re.sub("<title>.*?</title>", "", shown, flags=re.S))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_that_can_be_shown_has_words(language: Language) -> None:
    say = Messages(language)
    for family, values in (("act", get_args(Act)), ("state", get_args(State)), ("address", (CLAIMED, FOUND))):
        assert all(say(f"web.document.{family}.{value}") for value in values)
