from tawatur.model import Document, LinkKind
from tawatur.reading.chains import build_chain
from tawatur.reading.speakers import Speaker


def speaker(name: str, kind: LinkKind) -> Speaker:
    return Speaker(name, f"~{name}", None, kind, 0, len(name), frozenset((name,)), frozenset(), name, True, False)


def document(outlet: str | None) -> Document:
    return Document("d", "d.txt", "", "0" * 64, outlet=outlet)


def test_outlet_first_origin_last() -> None:
    chain = build_chain(document("المنبر"), [speaker("تاس", "agency")], speaker("فلان", "person"), "interview")
    assert [(link.kind, link.name, link.via) for link in chain] == [
        ("outlet", "المنبر", None),
        ("agency", "تاس", None),
        ("person", "فلان", "interview"),
    ]


def test_nobody_stands_in_a_chain_twice() -> None:
    tass = speaker("تاس", "agency")
    assert [link.name for link in build_chain(document(None), [tass, tass], tass, None)] == ["تاس"]


def test_an_account_of_the_outlets_own() -> None:
    assert [link.name for link in build_chain(document("المنبر"), [], None, None)] == ["المنبر"]


def test_the_outlet_itself_is_no_relay() -> None:
    own = speaker("قناة الجزيرة", "agency")._replace(id="al-jazeera")
    assert [link.name for link in build_chain(document("الجزيرة"), [own], speaker("فلان", "person"), None)] == ["الجزيرة", "فلان"]
    assert [link.name for link in build_chain(document("المنبر"), [own], None, None)] == ["المنبر", "قناة الجزيرة"]
