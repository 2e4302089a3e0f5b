import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Figure, FigureRange
from tawatur.reconciling.accounts import account
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.figures import counts, figure_range, rivals

from .build import Report, figure


def mention(name: str, *figures: Figure, published: str = "2021-05-10", outlet: str | None = None) -> MentionFeatures:
    report = Report(name, "انفجرت عبوة في السوق", outlet=outlet, published=published)
    report.event("انفجرت", figures=figures)
    return features(report.reading()).mentions[0]


def killed(*mentions: MentionFeatures) -> FigureRange:
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}
    return figure_range(counts(mentions, accounts)["killed"])


def opposed(*mentions: MentionFeatures) -> list[tuple[int | None, int | None]]:
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}
    found = counts(mentions, accounts)
    return [(ours[0].figure.low, theirs[0].figure.low) for role in found for ours, theirs in rivals(found[role])]


def test_range_of_agreeing_accounts() -> None:
    found = killed(
        mention("a", figure("killed", 5)), mention("b", figure("killed", 5)), mention("c", figure("killed", 4, None, "at_least"))
    )
    assert (found.low, found.best, found.high) == (4, 5, 5)
    assert [(value.low, value.high, value.documents) for value in found.values] == [(4, None, ("c",)), (5, 5, ("a", "b"))]


def test_best_is_what_most_chains_say() -> None:
    found = killed(mention("a", figure("killed", 5)), mention("b", figure("killed", 7)), mention("c", figure("killed", 7)))
    assert (found.low, found.best, found.high) == (5, 7, 7)


def test_parts_add_up_to_the_whole_at_most() -> None:
    found = killed(mention("a", figure("killed", 2, of="جنود"), figure("killed", 1, of="سائق")))
    assert (found.low, found.best, found.high) == (2, 3, 3)


def test_a_part_does_not_contradict_the_whole() -> None:
    whole = mention("a", figure("killed", 12, of="أشخاص"))
    part = mention("b", figure("killed", 3, of="جنود"))
    assert opposed(whole, part) == []
    assert killed(whole, part).best == 12


def test_a_later_count_by_the_same_origin_supersedes() -> None:
    early = mention("a", figure("killed", 3), outlet="الضفة", published="2021-05-10")
    late = mention("b", figure("killed", 8), outlet="الضفة", published="2021-05-11")
    found = killed(early, late)
    assert (found.low, found.best, found.high) == (8, 8, 8)
    assert [(value.low, value.superseded) for value in found.values] == [(8, False), (3, True)]


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


def test_values_carry_their_chains() -> None:
    (value,) = killed(mention("a", figure("killed", 5)), mention("b", figure("killed", 5))).values
    assert (value.chains_min, value.chains_max) == (1, 2)
    assert msgspec.json.decode(msgspec.json.encode(value))["chains_max"] == 2


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=6))
def test_best_lies_between_low_and_high(tolls: list[tuple[int, bool]]) -> None:
    """Two accounts share the tolls out between them, some of all, some of soldiers."""
    figures = [figure("killed", toll, toll, of="جنود" if part else None) for toll, part in tolls]
    found = killed(mention("a", *figures[::2]), *([mention("b", *figures[1::2])] if figures[1:] else []))
    if found.low is not None and found.best is not None and found.high is not None:
        assert found.low <= found.best <= found.high


def test_a_smaller_earlier_toll_in_one_report_is_not_the_best() -> None:
    found = killed(mention("a", figure("killed", 29, 29), figure("killed", 9, 9)))
    assert (found.low, found.best, found.high) == (29, 29, 29)
