from tawatur.model import Span, Statement
from tawatur.reading.located import Located, sentences_of, statements_by_sentence
from tests.reading.conftest import Scanner


def test_things_of_a_stretch_in_order() -> None:
    things = Located([9, 2, 5, 5, 14], lambda thing: thing)
    assert things.between(2, 9) == [2, 5, 5]
    assert things.between(6, 9) == []


def test_the_first_thing_from_a_token_on() -> None:
    things = Located([9, 2, 5], lambda thing: thing)
    assert [things.first_from(first) for first in (0, 3, 9, 10)] == [2, 5, 9, None]


def test_statement_is_found_from_every_sentence_it_reaches_into(scan: Scanner) -> None:
    text = "قال الوزير إن الطريق مفتوح. والعمل مستمر. ثم غادر."
    scanned = scan(text)
    said = Statement("t:s0", "say", Span(0, 3), Span(text.index("الطريق"), text.index(" ثم")))
    assert list(sentences_of(scanned, said)) == [0, 1]
    assert statements_by_sentence(scanned, [said]) == {0: [said], 1: [said]}


def test_text_without_words_has_no_sentences(scan: Scanner) -> None:
    assert list(sentences_of(scan("…"), Statement("t:s0", "say", Span(0, 1), Span(0, 1)))) == []
