from tawatur.model import Document, Reading
from tawatur.web.document_changes import Part, changes
from tawatur.wording.messages import Messages
from tests.page.examples import reading


def test_stretches_of_what_changed_and_what_did_not() -> None:
    old, new = (Reading(Document("x", "x", text, "")) for text in ("a b\n\nsame\nlast one", "a c\n\nsame\nlast one\n"))
    (changed, same) = changes(old, new, Messages("en"))["stretches"]
    assert changed.paragraphs == [[Part("same", "a"), Part("gone", " b"), Part("new", " c")]]
    assert [[part.text for part in parts] for parts in same.paragraphs] == [["same"], ["last one"]]
    assert (changed.is_changed, same.is_changed) == (True, False)


def test_what_was_read_anew_and_what_is_gone_come_as_cards() -> None:
    found = changes(reading(), Reading(reading().document), Messages("en"))
    assert [(one.kind, one.old.title.text, one.new) for one in found["records"]["figures"]] == [("gone", "killed: 5", None)]
    assert [one.kind for one in found["records"]["statements"]] == ["gone", "gone"]
    back = changes(Reading(reading().document), reading(), Messages("ar"))
    assert [(one.kind, one.old) for one in back["records"]["events"]] == [("new", None)]
    assert changes(reading(), reading(), Messages("en"))["records"] == {"events": [], "figures": [], "statements": []}
