import msgspec

from tawatur.ledger.changing import State
from tawatur.ledger.succession import renamed, successors
from tawatur.model import Event, FigureRange, FigureValue, Reading, Span
from tests.ledger.examples import readings


def moved(reading: Reading, by: int) -> Reading:
    """The same reading, as if so many letters stood before it."""
    text = " " * by + reading.document.text

    def there(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    events = tuple(msgspec.structs.replace(one, id=f"{one.id}{by}", trigger=there(one.trigger)) for one in reading.events)
    said = tuple(msgspec.structs.replace(one, id=f"{one.id}{by}", content=there(one.content)) for one in reading.statements)
    document = msgspec.structs.replace(reading.document, text=text, sha256="new")
    return msgspec.structs.replace(reading, document=document, events=events, statements=said)


def test_what_moved_is_found_by_its_words() -> None:
    old = readings()["a"]
    assert successors(old, moved(old, 7)) == {"a:e1": "a:e17", "a:s1": "a:s17"}


def test_what_is_in_the_text_no_more_has_a_name_that_nothing_has() -> None:
    old = readings()["a"]
    new = msgspec.structs.replace(moved(old, 7), events=())
    assert successors(old, new) == {"a:e1": f"a:e1 of {old.document.sha256}", "a:s1": "a:s17"}


def test_a_state_under_new_names() -> None:
    value = FigureValue(3, 3, "exact", ("a:e1", "b:e1"), ("a", "b"), 1, 2)
    event = Event("e", "ASSAULT", None, None, None, (), (), ("a:e1", "b:e1"), ("a", "b"), {"killed": FigureRange(3, 3, 3, (value,))}, 1, 2)
    state = State({"e": event}, {}, {}, {})
    found = renamed(state, {"a:e1": "a:e9"}).events["e"]
    assert (found.mentions, found.figures["killed"].values[0].mentions) == (("a:e9", "b:e1"), ("a:e9", "b:e1"))
    assert renamed(state, {}) is state
