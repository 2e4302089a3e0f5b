from tawatur.reconciling.cases import apart, are_positions, components, share_origin, written_name
from tawatur.reconciling.explanations import Text
from tawatur.reconciling.features import features
from tawatur.reconciling.sides import Stand

from .build import Report
from .test_differences import blast, case

WORDS = Text("كذا", "so")


def test_a_body_is_known_or_named_twice() -> None:
    once, twice = case(blast("a", targets=("لواء النسر",))), case(*(blast(name, targets=("لواء النسر",)) for name in "ab"))
    (brigade,) = once.mentions[0].targets
    assert not once.is_body(brigade)
    assert twice.is_body(brigade)


def test_a_name_is_shown_as_a_statement_writes_it() -> None:
    report = Report("a", "قال سعيد إن لواء الصقور الحمر يقف وراء الحريق").named("لواء الصقور الحمر")
    report.event("الحريق")
    report.said("قال", "لواء الصقور الحمر يقف وراء الحريق")
    (statement,) = features(report.reading()).statements
    ((key, name),) = statement.written
    assert name == "لواء الصقور الحمر"
    assert written_name(key, [statement]) == "لواء الصقور الحمر"
    assert case(report).name_of(key).ar == "لواء الصقور الحمر"


def test_links_reach_through_others() -> None:
    assert components([1, 2, 3, 9], lambda one, other: abs(one - other) == 1) == [[1, 2, 3], [9]]


def test_a_statement_stands_where_it_is_all_there_is() -> None:
    held, own = apart([Stand(WORDS, ("m",), ("s", "t")), Stand(WORDS, (), ("s",))])
    assert (held.statements, own.statements) == (("t",), ("s",))


def test_one_origin_holds_nothing_against_itself() -> None:
    told = case(blast("a"), blast("b"))
    one, other = (told.stand(WORDS, [mention.id]) for mention in told.mentions)
    assert share_origin(one, one)
    assert not share_origin(one, other)


def test_an_outlet_on_two_sides_holds_neither() -> None:
    told = case(blast("a"), blast("b"))
    one, other = (told.stand(WORDS, [mention.id]) for mention in told.mentions)
    assert are_positions(told, [one, other])
