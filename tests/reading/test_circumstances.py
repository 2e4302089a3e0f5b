from tawatur.model import Name, Span, Statement, Time
from tawatur.reading.circumstances import nearest, outside_cue, time_anchors, timed_tokens
from tawatur.reading.clauses import clause_numbers
from tawatur.reading.names import find_names
from tawatur.reading.whereabouts import place_anchors, place_record
from tests.reading.conftest import Scanner


def places(scan: Scanner, text: str) -> dict[str, int]:
    scanned = scan(text)
    return {anchor.value.name: anchor.rank for anchor in place_anchors(scanned, find_names(scanned)) if isinstance(anchor.value, Name)}


def test_a_word_of_place_ranks_before_a_state_that_acts(scan: Scanner) -> None:
    ranks = places(scan, "قصفت تركيا مواقع في سوريا")
    assert ranks["سوريا"] < ranks["تركيا"]


def test_an_origin_ranks_after_a_place(scan: Scanner) -> None:
    ranks = places(scan, "أطلق صاروخ من صعدة على نجران")
    assert ranks["نجران"] < ranks["صعدة"]


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


def test_a_known_place_has_its_country(scan: Scanner) -> None:
    scanned = scan("في بيروت")
    (name,) = find_names(scanned)
    record = place_record(scanned, name)
    assert record.country == "lb"
    assert record.lat is not None
