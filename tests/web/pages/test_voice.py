from pathlib import Path
from typing import get_args

import pytest
from lxml import html

from tawatur.intake import Given
from tawatur.ledger.deriving import derive
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.packs.tables import table_rows
from tawatur.wording.messages import Language, Messages
from tests.ledger.pages import fetched, page, take_in
from tests.web.conftest import Client, ClientMaker

SPOKESMAN = "/en/sources/speaker/tahsin-al-khafaji"
HOSTILE = '<script>alert(1)</script>" onmouseover="x\' \u202eقلب/a%'


def tree(client: Client, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.text)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_speaker_whole(client: Client, language: str) -> None:
    shown = tree(client, SPOKESMAN.replace("/en/", f"/{language}/"))
    assert shown.xpath("//h1")[0].text_content().startswith("Tahsin al-Khafaji" if language == "en" else "تحسين الخفاجي")
    assert not shown.xpath("//@style|//@onclick|//style")
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {name for names in shown.xpath("//@aria-labelledby") for name in names.split()} <= set(ids)


def test_where_he_turned(client: Client) -> None:
    (turn,) = tree(client, SPOKESMAN).xpath("//section[@aria-labelledby='turned']//article")
    then, later = turn.xpath(".//div[@class='sides']/div")
    assert then.xpath("string(h3)") == "Then: Saturday 14 March 2020"
    assert later.xpath("string(h3)") == "Later: Sunday 15 March 2020"
    assert "متوقف" in then.xpath("string(p[@class='quote'])")
    assert turn.xpath(".//a[starts-with(@href, '/en/disagreements/')]")


def test_what_he_said_leads_to_the_words_and_to_the_claim(client: Client) -> None:
    shown = tree(client, SPOKESMAN)
    said = shown.xpath("//ol[contains(@class, 'subjects')]/li")
    assert len(said) == 6
    (address,) = said[0].xpath(".//span/a/@href")
    quote = said[0].xpath("string(p[@class='quote'])")
    lit = tree(client, address.removesuffix("#at")).xpath("string(//span[@id='at'])")
    assert address.endswith("#at")
    assert lit == quote
    assert shown.xpath("//ol//h3/a[starts-with(@href, '/en/claims/')]")


def test_what_he_said_is_narrowed_by_words(client: Client) -> None:
    shown = tree(client, SPOKESMAN + "?q=صَواريخ")
    assert len(shown.xpath("//ol[contains(@class, 'subjects')]/li")) == 1
    assert not shown.xpath("//section[@aria-labelledby='turned']")
    assert tree(client, SPOKESMAN + "?q=قطقوطة").xpath("//div[@class='empty']")


def test_what_rests_on_him(client: Client) -> None:
    shown = tree(client, SPOKESMAN)
    events, alone = shown.xpath("//section[@aria-labelledby='origins']//a[contains(@href, 'of=event')]/@href")
    assert len(tree(client, events).xpath("//ul[@class='rows']/li")) == 3
    only = tree(client, alone)
    assert len(only.xpath("//ul[@class='rows']/li")) == 2
    assert all(item.xpath(".//span[@class='badge ']") for item in only.xpath("//ul[@class='rows']/li"))
    claims = tree(client, SPOKESMAN + "?of=claim")
    assert claims.xpath("//ul[@class='rows']/li//a[starts-with(@href, '/en/claims/')]")


def test_who_carries_him_and_what_the_packs_know(client: Client) -> None:
    shown = tree(client, SPOKESMAN)
    assert len(shown.xpath("//section[@aria-labelledby='carriers']//tbody/tr")) == 2
    assert "Iraq" in shown.xpath("string(//section[@aria-labelledby='packs'])")


def test_an_outlet_copies_and_is_copied(client: Client) -> None:
    shown = tree(client, "/en/sources/outlet/صحيفة النموذج (عيّنة)")
    assert "Its text is carried by" in shown.xpath("//h2/text()")
    assert "Carries the text of" not in shown.xpath("//h2/text()")
    assert shown.xpath("//aside//a[starts-with(@href, '/en/documents/')]")


def test_an_address_without_a_language_leads_to_one(client: Client) -> None:
    answer = client.get("/sources/speaker/tahsin-al-khafaji", follow_redirects=False, headers={"accept-language": "en"})
    assert (answer.status_code, answer.headers["location"]) == (303, SPOKESMAN)
    cited = client.get("/documents/taji2-mujaz?at=10-20", follow_redirects=False, headers={"accept-language": "en"})
    assert cited.headers["location"] == "/en/documents/taji2-mujaz?at=10-20"


@pytest.mark.parametrize("address", ["/en/sources/speaker/nobody", "/en/sources/planet/mars", "/sources/planet/mars"])
def test_who_is_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_place_that_no_list_has_is_said_so(client: Client) -> None:
    assert client.get(SPOKESMAN + "?after=nonsense").status_code == 400
    assert client.get(SPOKESMAN + "?of=event&after=nonsense").status_code == 400


def test_hostile_names_do_nothing(client_of: ClientMaker, tmp_path: Path) -> None:
    text = f"قال المتحدث سامي {HOSTILE} الجبوري إن الهجوم أسفر عن مقتل 5 جنود في بغداد يوم السبت، وأكد أن العمل مستمر."
    with Ledger(tmp_path / "a.ledger") as ledger:
        take_in(ledger, fetched(page(text), "https://example.org/a", "2020-03-14T10:00:00Z"), given=Given(None, HOSTILE, ()))
        derive(ledger)
        voices = ledger.rows("SELECT kind, key FROM voices WHERE key LIKE '%script%'").fetchall()
    assert ("outlet", HOSTILE) in voices
    client = client_of()
    for kind, _ in voices:
        listed = tree(client, f"/en/sources?kind={kind}&q=script")
        for address in listed.xpath("//table[@class='voices']//a/@href"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text
            assert not html.fromstring(answer.text).xpath("//@onmouseover")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_that_the_packs_call_a_voice_has_words(language: Language) -> None:
    say = Messages(language)
    kinds = {row.get("kind") for table in ("actors", "outlets") for row in table_rows(table)} | {"person", "country"}
    assert all(say(f"name_kind.{kind}") for kind in kinds)
    assert all(say(f"web.voice.kind.{kind}") for kind in get_args(SourceKind))
