"""The scorer, on a report small enough to count by hand."""

from typing import Any

from tawatur.model import Document, EventMention, Figure, Place, Reading, Span, Statement, Time, Warning, Zone

from .scoring import covered, pair, score, sentence, words

TEXT = "قتل ثلاثة جنود الأحد في قصف على درنة. وقال مصدر طبي إن الحصيلة أولية.\nشارك الخبر"
GOLD: dict[str, Any] = {
    "published": "2020-03-15",
    "zones": [{"kind": "boilerplate", "text": "شارك الخبر"}],
    "warnings": [],
    "times": [{"text": "الأحد", "edtf": "2020-03-15", "or": {"edtf": ["2020-03-15TMO"]}}],
    "figures": [{"text": "ثلاثة جنود", "role": "killed", "low": 3, "high": 3, "modifier": "exact", "event": "e"}],
    "events": [
        {"id": "e", "type": "ASSAULT", "modality": "actual", "date": "2020-03-15", "place": "درنة", "trigger": "قصف"},
    ],
    "statements": [{"id": "s", "act": "say", "speaker": "مصدر طبي", "cue": "وقال", "content": "الحصيلة أولية"}],
}


def span(words_: str) -> Span:
    return Span(TEXT.index(words_), TEXT.index(words_) + len(words_))


def reading(**layers: Any) -> Reading:
    published = layers.pop("published", None)
    zones = layers.pop("zones", ())
    return Reading(Document("d", "d", TEXT, "0", published=published, zones=zones), **layers)


def perfect() -> Reading:
    day, count, share = span("الأحد"), span("ثلاثة جنود"), span("شارك الخبر")
    return reading(
        published="2020-03-15T10:00",
        zones=(Zone(share.start, share.end, "boilerplate"),),
        times=(Time(day.start, day.end, "date", "2020-03-15TMO", None),),
        figures=(Figure(count.start, count.end, "killed", 3, 3, "exact"),),
        events=(EventMention("e", "ASSAULT", span("قصف"), date="2020-03-15", place=Place("مدينة درنة")),),
        statements=(Statement("s", "say", span("وقال"), span("الحصيلة أولية"), speaker="مصدر طبي"),),
    )


def test_perfect_reading_has_every_measure_at_one() -> None:
    measures = score([(GOLD, perfect())])
    assert measures.pop("warnings") == 0.0  # nothing to find, nothing found
    assert set(measures.values()) == {1.0}


def test_empty_reading_keeps_the_body_and_finds_nothing() -> None:
    measures = score([(GOLD, reading())])
    assert measures.pop("zones.body_kept") == 1.0
    assert set(measures.values()) == {0.0}


def test_false_alarm_costs_precision() -> None:
    more = (*perfect().times, Time(0, 3, "date", None, None))
    measures = score([(GOLD, reading(times=more))])
    assert measures["times.value"] == 2 / 3


def test_span_with_wrong_value_counts_for_the_span_alone() -> None:
    count = span("ثلاثة جنود")
    measures = score([(GOLD, reading(figures=(Figure(count.start, count.end, "injured", 3, 3, "exact"),)))])
    assert (measures["figures.span"], measures["figures.value"]) == (1.0, 0.0)


def test_optional_gold_is_neither_wanted_nor_a_false_alarm() -> None:
    gold = GOLD | {"times": [GOLD["times"][0] | {"optional": True}]}
    assert score([(gold, perfect())])["times.span"] == 0.0
    other = gold | {"times": [*gold["times"], {"text": "أولية", "edtf": None}]}
    found = span("أولية")
    both = (*perfect().times, Time(found.start, found.end, "date", None, None))
    assert score([(other, reading(times=both))])["times.span"] == 1.0


def test_event_elsewhere_in_the_sentence_counts_and_in_another_does_not() -> None:
    here = EventMention("e", "ASSAULT", span("قتل"))
    there = EventMention("e", "ASSAULT", span("أولية"))
    assert score([(GOLD, reading(events=(here,)))])["events"] == 1.0
    assert score([(GOLD, reading(events=(there,)))])["events"] == 0.0


def test_unsure_date_is_not_asked_for() -> None:
    gold = GOLD | {"events": [GOLD["events"][0] | {"unsure": ["date"]}]}
    assert "events.date" not in score([(gold, perfect())])


def test_speaker_is_looked_for_in_the_organisation_too() -> None:
    statement = Statement("s", "say", span("وقال"), span("الحصيلة أولية"), organisation="المصدر")
    assert score([(GOLD, reading(statements=(statement,)))])["statements.speaker"] == 1.0


def test_body_set_aside_is_lost() -> None:
    assert score([(GOLD, reading(zones=(Zone(0, len(TEXT), "related"),)))])["zones.body_kept"] == 0.0


def test_warning_of_another_kind_does_not_count() -> None:
    gold = GOLD | {"warnings": [{"kind": "calendar_mismatch", "text": "الأحد"}]}
    day = span("الأحد")
    assert score([(gold, reading(warnings=(Warning("other", day.start, day.end, ""),)))])["warnings"] == 0.0
    assert score([(gold, reading(warnings=(Warning("calendar_mismatch", day.start, day.end, ""),)))])["warnings"] == 1.0


def test_pairs_are_one_to_one_and_best_first() -> None:
    likeness = {("a", 1): 0.4, ("a", 2): 0.9, ("b", 2): 0.8}
    pairs = pair([{"id": "a"}, {"id": "b"}], [1, 2], lambda want, have: likeness.get((want["id"], have), 0.0))
    assert pairs == [({"id": "a"}, 2)]


def test_spans_that_share_less_than_half_do_not_match() -> None:
    assert covered(Span(0, 10), Span(6, 20)) == 0.0
    assert covered(Span(0, 10), Span(5, 15)) == 0.5


def test_sentence_ends_at_a_stop_or_a_line_end() -> None:
    assert sentence(TEXT, span("مصدر")) == Span(TEXT.index(" وقال"), TEXT.index(".\n"))


def test_words_are_compared_without_article() -> None:
    assert words("والمصدر الطبّي") == {"مصدر", "طبي"}
