import msgspec
import pytest

from tawatur.errors import InputError
from tawatur.intake.harmless import LONGEST_TEXT, harmless
from tawatur.model import Document


def document(text: str = "قصف", id: str = "a", title: str | None = None, outlet: str | None = None, url: str | None = None) -> Document:
    return Document(id, "a.txt", text, "0", title=title, outlet=outlet, url=url)


def test_an_ordinary_document_stays_as_it_is() -> None:
    one = document("قصف\r\n\x00\u202eقال\ufeff", title="قصف «المدينة»", outlet="الضفة", url="https://a.example/1")
    assert harmless(one, "a.txt") == one


def test_what_no_encoding_can_write_is_replaced_one_for_one() -> None:
    one = harmless(document("قصف \ud800\udfff قال", title="\ud800", id="a\udc00", outlet="\udc00"), "a.txt")
    assert (one.text, one.title, one.id, one.outlet) == ("قصف \ufffd\ufffd قال", "\ufffd", "a\ufffd", "\ufffd")


def test_authors_are_names_too() -> None:
    told = msgspec.structs.replace(document(), authors=("نور", "\ud800\x1b[31m", "", *("ق" * 900 for _ in range(100))))
    authors = harmless(told, "a.txt").authors
    assert authors[:2] == ("نور", "\ufffd [31m")
    assert (len(authors), len(authors[2])) == (49, 500)


def test_names_are_on_one_line_and_of_bounded_length() -> None:
    one = harmless(document(title="ق" * 10_000, outlet="\x1b[31m\nالضفة", url="https://a.example/" + "a" * 10_000), "a.txt")
    assert one.title == "ق" * 499 + "…"
    assert one.outlet == " [31m الضفة"
    assert one.url is None


def test_a_text_or_an_id_without_end_is_refused() -> None:
    assert harmless(document("ق" * LONGEST_TEXT), "a.txt").text == "ق" * LONGEST_TEXT
    with pytest.raises(InputError, match=r"^a\.txt: has a text of more than 1,000,000 characters; split it"):
        harmless(document("ق" * (LONGEST_TEXT + 1)), "a.txt")
    with pytest.raises(InputError, match="has an id of more than 2000 characters; give it a shorter one"):
        harmless(document(id="a" * 2001), "a.txt")
