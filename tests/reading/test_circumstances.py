from tawatur.model import Span, Statement, Time
from tawatur.reading.circumstances import nearest, outside_cue, time_anchors, timed_tokens
from tawatur.reading.clauses import clause_numbers
from tests.reading.conftest import Scanner


def test_the_nearest_anchor_of_the_clause_wins(scan: Scanner) -> None:
    text = "قتل جندي السبت وأصيب آخر الأحد"
    scanned = scan(text)
    times = [Time(9, 14, "date", "2021-05-08", None), Time(25, 30, "date", "2021-05-09", None)]
    anchors = time_anchors(scanned, times)
    found = nearest(anchors, 3, 4, clause_numbers(scanned), scanned.tokens.sentence, [0, 3])
    assert found is not None
    assert found.value is times[1]


def test_a_time_without_a_value_dates_nothing(scan: Scanner) -> None:
    assert time_anchors(scan("أمس"), [Time(0, 3, "date", None, "PAST_REF")]) == []


def test_the_day_of_a_statement_is_not_that_of_a_known_attack(scan: Scanner) -> None:
    text = "أكدت الوزارة الخميس حصيلة الهجوم"
    scanned = scan(text)
    anchors = time_anchors(scanned, [Time(13, 19, "date", "2021-05-06", None)])
    said = [Statement("t:s0", "affirm", Span(0, 4), Span(20, 32))]
    assert outside_cue(anchors, scanned, said, 4, definite=True) == []
    assert outside_cue(anchors, scanned, said, 4, definite=False) == anchors


def test_words_of_time_are_no_triggers(scan: Scanner) -> None:
    assert timed_tokens(scan("فجر الجمعة انفجرت"), [Time(0, 10, "date", "2021-05-07", None)]) == {0, 1}
