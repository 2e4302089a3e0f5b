from tawatur.model import Span, Statement, Time
from tawatur.reading.circumstances import nearest, outside_cue, time_anchors, timed_tokens
from tawatur.reading.clauses import clause_numbers
from tawatur.reading.located import Located
from tests.reading.conftest import Scanner

DAYS = {"الخميس": "2021-05-06", "السبت": "2021-05-01"}


def test_the_nearest_anchor_of_the_clause_wins(scan: Scanner) -> None:
    text = "قتل جندي السبت وأصيب آخر الأحد"
    scanned = scan(text)
    times = [Time(9, 14, "date", "2021-05-08", None), Time(25, 30, "date", "2021-05-09", None)]
    anchors = time_anchors(scanned, times)
    found = nearest(anchors, 3, 4, clause_numbers(scanned), scanned.tokens.sentence, [0, 3])
    assert found is not None
    assert found.value is times[1]


def test_a_time_without_a_value_dates_nothing(scan: Scanner) -> None:
    assert time_anchors(scan("دوما"), [Time(0, 4, "set", None, "P1D")]) == []


def test_a_day_that_nothing_tells_keeps_its_place_from_another(scan: Scanner) -> None:
    """«قتل أمس … رغم هدنة 2020»: the attack is not of 2020."""
    scanned = scan("قتل جندي أمس رغم هدنة 2020")
    times = [Time(9, 12, "date", None, "PAST_REF"), Time(22, 26, "date", "2020", "2020")]
    found = nearest(time_anchors(scanned, times), 0, 1, clause_numbers(scanned), scanned.tokens.sentence, [0])
    assert found is not None
    assert found.value is times[0]


def test_the_day_of_a_statement_is_not_that_of_a_known_attack(scan: Scanner) -> None:
    text = "أكدت الوزارة الخميس حصيلة الهجوم"
    scanned = scan(text)
    anchors = time_anchors(scanned, [Time(13, 19, "date", "2021-05-06", None)])
    times = Located(anchors, lambda anchor: anchor.first)
    said = [Statement("t:s0", "affirm", Span(0, 4), Span(20, 32))]
    assert outside_cue(times, scanned, said, 4, definite=True) == []
    assert outside_cue(times, scanned, said, 4, definite=False) == anchors


def test_a_day_told_in_what_is_said_rules_out_that_of_the_statement_in_every_sentence_of_it(scan: Scanner) -> None:
    text = "أكدت الوزارة الخميس أن الهجوم وقع في المدينة. وقالت إنه وقع السبت"
    scanned = scan(text)
    times = [Time(text.index(day), text.index(day) + len(day), "date", value, None) for day, value in DAYS.items()]
    found = Located(time_anchors(scanned, times), lambda anchor: anchor.first)
    said = [Statement("t:s0", "affirm", Span(0, 4), Span(text.index("الهجوم"), len(text)))]
    assert outside_cue(found, scanned, said, 4, definite=False) == []


def test_words_of_time_are_no_triggers(scan: Scanner) -> None:
    assert timed_tokens(scan("فجر الجمعة انفجرت"), [Time(0, 10, "date", "2021-05-07", None)]) == {0, 1}
