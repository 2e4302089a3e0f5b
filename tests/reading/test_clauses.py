from tawatur.reading.clauses import clause_numbers
from tests.reading.conftest import Scanner


def test_a_joined_verb_opens_a_clause(scan: Scanner) -> None:
    assert clause_numbers(scan("قتل جندي وأصيب آخر")) == [0, 0, 1, 1]


def test_a_joined_noun_does_not(scan: Scanner) -> None:
    assert clause_numbers(scan("قتل جندي وضابط")) == [0, 0, 0]


def test_a_linking_word_after_a_comma_opens_a_clause(scan: Scanner) -> None:
    assert clause_numbers(scan("وقع الانفجار، فيما فر المهاجم"))[2] == 1


def test_no_clause_spans_a_sentence(scan: Scanner) -> None:
    assert clause_numbers(scan("انتهى. بدأ")) == [0, 1]
