import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Figure, FigureRange
from tawatur.reconciling.accounts import account
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.figures import counts, figure_range

from .build import Report, body, figure, outlet, person


def mention(name: str, *figures: Figure, published: str = "2021-05-10", outlet: str | None = None) -> MentionFeatures:
    report = Report(name, "انفجرت عبوة في السوق", outlet=outlet, published=published)
    report.event("انفجرت", figures=figures)
    return features(report.reading()).mentions[0]


def killed(*mentions: MentionFeatures) -> FigureRange:
    accounts = {one.id: account(one.id, one.document, one.document, one.chain) for one in mentions}
    return figure_range(counts(mentions, accounts)["killed"])


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


def test_a_later_count_by_the_same_origin_supersedes() -> None:
    early = mention("a", figure("killed", 3), outlet="الضفة", published="2021-05-10")
    late = mention("b", figure("killed", 8), outlet="الضفة", published="2021-05-11")
    found = killed(early, late)
    assert (found.low, found.best, found.high) == (8, 8, 8)
    assert [(value.low, value.superseded) for value in found.values] == [(8, False), (3, True)]


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


def test_a_body_and_its_spokesman_count_as_one() -> None:
    """The second count comes through another outlet, and is lower."""
    early, late = mention("a", figure("killed", 15)), mention("b", figure("killed", 5), published="2021-05-11")
    accounts = {
        early.id: account(early.id, "a", "a", (outlet("الضفة"), body("وزارة المياه"), person("سعيد الناطق"))),
        late.id: account(late.id, "b", "b", (outlet("السهل"), body("وزارة المياه"))),
    }
    found = figure_range(counts([early, late], accounts)["killed"])
    assert (found.low, found.best, found.high) == (5, 5, 5)


def test_a_later_count_that_says_less_takes_nothing_back() -> None:
    early = mention("a", figure("killed", 12), outlet="الضفة")
    later = mention("b", figure("killed", 10, None, "at_least"), outlet="الضفة", published="2021-05-11")
    vague = mention("c", figure("killed", 20, None, "vague"), outlet="الضفة", published="2021-05-12")
    assert killed(early, later, vague).best == 12
    assert not any(value.superseded for value in killed(early, later, vague).values)


def test_a_later_count_that_only_repeats_keeps_the_first() -> None:
    early, late = (
        mention("a", figure("killed", 3), outlet="الضفة"),
        mention("b", figure("killed", 3), outlet="الضفة", published="2021-05-11"),
    )
    assert [(value.low, value.documents, value.superseded) for value in killed(early, late).values] == [(3, ("a", "b"), False)]


def test_six_others_are_at_least_seven() -> None:
    found = killed(mention("a", figure("killed", 6, of="آخرين")))
    assert (found.low, found.high) == (7, None)


def test_best_is_of_the_whole_not_of_a_part() -> None:
    assert killed(mention("a", figure("killed", 12, of="أشخاص")), mention("b", figure("killed", 3, of="جنود"))).best == 12
