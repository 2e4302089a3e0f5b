import pytest
from lxml import html

from tests.web.conftest import Client


def rows(client: Client, address: str) -> list[str]:
    shown = html.fromstring(client.get(address).text)
    return [str(one) for one in shown.xpath("//table[@class='voices']/tbody/tr/th/a/@href")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_outlets_the_most_heard_first_and_who_copies_whom(client: Client, language: str) -> None:
    answer = client.get(f"/{language}/sources")
    assert answer.status_code == 200
    shown = html.fromstring(answer.text)
    counts = [int(one) for one in shown.xpath("//table[@class='voices']/tbody/tr/td[1]/text()")]
    assert counts == sorted(counts, reverse=True)
    assert len(shown.xpath("//section[@id='copying']//tbody/tr")) == 3
    assert [one.get("aria-current") for one in shown.xpath("//ul[@class='chips'][1]//a")] == ["true", None, None]
    assert not shown.xpath("//@style|//@onclick|//style")


def test_speakers_are_found_by_parts_of_their_names(client: Client) -> None:
    assert rows(client, "/en/sources?kind=speaker&q=khafaji") == ["/en/sources/speaker/tahsin-al-khafaji"]
    assert rows(client, "/ar/sources?q=الخفاجي") == ["/ar/sources/speaker/tahsin-al-khafaji"]
    assert rows(client, "/ar/sources?q=قطقوطة") == []
    assert rows(client, "/ar/sources?kind=nonsense")[0].startswith("/ar/sources/outlet/")


def test_a_long_list_goes_on(client: Client) -> None:
    first = client.get("/en/sources?kind=speaker").text
    (following,) = html.fromstring(first).xpath("//a[@rel='next']/@href")
    names, rest = rows(client, "/en/sources?kind=speaker"), rows(client, following)
    assert len(names) == 50
    assert rest
    assert not set(names) & set(rest)
    assert html.fromstring(client.get(following).text).xpath("//a[@rel='prev']/@href") == ["/en/sources?kind=speaker"]


def test_a_place_that_no_list_has_is_said_so(client: Client) -> None:
    assert client.get("/en/sources?after=nonsense").status_code == 400


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '" onmouseover="x', "%", "'; DROP TABLE voices; --", "\u202e"])
def test_hostile_words_find_nothing_and_do_nothing(client: Client, words: str) -> None:
    answer = client.get("/en/sources", params={"kind": "speaker", "q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert not html.fromstring(answer.text).xpath("//@onmouseover")
