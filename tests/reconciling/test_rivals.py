from msgspec.structs import replace

from tawatur.model import Figure, Place
from tawatur.reconciling.accounts import account
from tawatur.reconciling.features import MentionFeatures, StatementFeatures, features
from tawatur.reconciling.figures import counts
from tawatur.reconciling.rivals import rivals

from .build import Report, figure


def mention(
    name: str, *figures: Figure, published: str = "2021-05-10", place: Place | None = None, date: str | None = None
) -> MentionFeatures:
    report = Report(name, "انفجرت عبوة في السوق", published=published)
    report.event("انفجرت", figures=figures, place=place, date=date)
    return features(report.reading()).mentions[0]


def opposed(*mentions: MentionFeatures) -> list[tuple[int | None, int | None]]:
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}
    found = counts(mentions, accounts)
    return [(ours[0].figure.low, theirs[0].figure.low) for role in found for ours, theirs in rivals(found[role])]


def test_a_part_does_not_contradict_the_whole() -> None:
    whole = mention("a", figure("killed", 12, of="أشخاص"))
    part = mention("b", figure("killed", 3, of="جنود"))
    assert opposed(whole, part) == []


def test_two_counts_on_one_day_are_rivals() -> None:
    assert opposed(mention("a", figure("killed", 3)), mention("b", figure("killed", 8))) == [(3, 8)]


def test_a_higher_toll_the_next_day_is_an_update() -> None:
    early, late = mention("a", figure("killed", 3)), mention("b", figure("killed", 8), published="2021-05-11")
    assert opposed(early, late) == []


def test_a_lower_toll_the_next_day_is_a_rival() -> None:
    early, late = mention("a", figure("killed", 8)), mention("b", figure("killed", 3), published="2021-05-11")
    assert opposed(early, late) == [(3, 8)]


def test_others_leave_out_those_named_before() -> None:
    assert opposed(mention("a", figure("killed", 6, of="آخرين")), mention("b", figure("killed", 8, of="أشخاص"))) == []


def said(name: str, content: str, killed: int, days: str | None = None) -> tuple[MentionFeatures, StatementFeatures]:
    """One report of a blast whose toll a statement gives, perhaps with its day."""
    report = Report(name, f"انفجرت عبوة في السوق. وقال المختار إن {content}.")
    report.event("انفجرت", figures=(figure("killed", killed),))
    report.said("وقال", content, speaker=f"المختار {name}")
    if days:
        report.time("الثلاثاء", days)
    span = report.statements[0].content
    report.figures = [replace(report.figures[0], start=span.start, end=span.start + 1)]
    kept = features(report.reading())
    return kept.mentions[0], kept.statements[0]


def opposed_in_words(*told: tuple[MentionFeatures, StatementFeatures]) -> int:
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for pair in told for one in pair}
    found = counts([mention for mention, _ in told], accounts)["killed"]
    return len(rivals(found, [statement for _, statement in told]))


def test_who_says_that_it_rose_answers_the_toll_of_the_morning() -> None:
    morning = said("a", "الحصيلة ثلاثة قتلى", 3)
    assert opposed_in_words(morning, said("b", "الحصيلة ارتفعت إلى ثمانية قتلى", 8)) == 0
    assert opposed_in_words(morning, said("b", "الحصيلة ثمانية قتلى", 8)) == 1


def test_counts_of_two_days_are_not_compared() -> None:
    tuesday, others = said("a", "ثلاثة قتلوا الثلاثاء", 3, "2021-05-11"), said("b", "ثمانية قتلوا منذ الثلاثاء", 8, "2021-05-04/2021-05-11")
    assert opposed_in_words(tuesday, others) == 0
    assert opposed_in_words(tuesday, said("b", "ثمانية قتلوا الثلاثاء", 8, "2021-05-11")) == 1
    assert opposed_in_words(said("a", "ثلاثة قتلوا", 3), said("b", "ثمانية قتلوا في عام الثلاثاء", 8, "2021")) == 0


def test_no_more_than_so_many_holds_against_any_higher_count() -> None:
    capped = mention("a", figure("killed", None, 61, "at_most"))
    assert opposed(capped, mention("b", figure("killed", 108), published="2021-05-12")) == [(None, 108)]


def test_a_toll_of_the_province_is_not_one_of_the_town() -> None:
    town = mention("a", figure("killed", 3), place=Place("بلدة السدرة"))
    assert opposed(town, mention("b", figure("killed", 9), place=Place("ريف السدرة"))) == []
    assert opposed(town, mention("b", figure("killed", 9), place=Place("بلدة السدرة"))) == [(3, 9)]


def test_what_a_year_brought_is_not_compared() -> None:
    assert opposed(mention("a", figure("killed", 62), date="2020"), mention("b", figure("killed", 334), date="2020")) == []


def test_a_lower_toll_beside_the_new_one_was_known_before() -> None:
    both = mention("a", figure("killed", 15), figure("killed", 9))
    assert opposed(both, mention("b", figure("killed", 15))) == []


def test_parts_of_one_kind_are_rivals_whatever_the_number_of_the_word() -> None:
    pair, five = figure("killed", 2, of="جنديان"), figure("killed", 5, of="جنود")
    assert opposed(mention("a", figure("killed", 12), pair), mention("b", figure("killed", 12), five)) == [(2, 5)]


def test_a_count_in_a_part_of_the_place_does_not_contradict_a_higher_one() -> None:
    whole, part = mention("a", figure("injured", 900)), mention("b", figure("injured", 400))
    confined = replace(part, areas=((part.figures[0].start, "شمال البلاد"),))
    assert opposed(whole, part) == [(400, 900)]
    assert opposed(whole, confined) == []


def test_a_part_cannot_have_more_than_the_whole() -> None:
    whole, part = mention("a", figure("injured", 400)), mention("b", figure("injured", 900))
    assert opposed(whole, replace(part, areas=((part.figures[0].start, "شمال البلاد"),))) == [(400, 900)]
