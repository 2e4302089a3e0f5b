import pytest

from tawatur.model import Judgement, Merge, Place
from tawatur.reconciling.features import MentionFeatures, features
from tawatur.reconciling.rulings import last_words
from tawatur.reconciling.similarity import ENOUGH, evidence, score
from tawatur.reconciling.why import Known, Reason, Side, barred, path, two_groups, two_mentions, weighed

from .build import Report, figure, judgement

MARKET, BRIDGE = Place("السوق", lat=33.3, lon=44.4), Place("الجسر الكبير", lat=36.3, lon=43.1)


def mention(name: str, **said: object) -> MentionFeatures:
    """One report of a blast in a market, that hit the police on the ninth; `said` says otherwise."""
    text = str(said.pop("text", "انفجرت عبوة في السوق قرب مدرسة الشهداء"))
    report = Report(name, text, published=str(said.pop("published", "2021-05-10")))
    told: dict[str, object] = {"date": "2021-05-09", "place": MARKET, "targets": ("الشرطة",), **said}
    report.event("انفجرت", **told)  # type: ignore[arg-type]
    return features(report.reading()).mentions[0]


def known(*judgements: Judgement, merges: tuple[Merge, ...] = ()) -> Known:
    return Known(merges, last_words(judgements))


def why(
    one: MentionFeatures, other: MentionFeatures, know: Known, *, is_one: bool = False, others: tuple[MentionFeatures, ...] = ()
) -> Reason:
    if is_one:
        side = Side("event-1", (one, other))
        return two_mentions(one, other, side, side, know)
    return two_mentions(one, other, Side("event-1", (one, *others)), Side("event-2", (other,)), know)


def said(told: Reason) -> list[str]:
    """All sentences of a tree, in English."""
    return [told.said["en"], *(line for inner in told.because for line in said(inner))]


def merge(one: str, other: str, kind: str = "event") -> Merge:
    return Merge(kind, one, other, {"ar": "سبب", "en": f"reason {one}{other}"})  # type: ignore[arg-type]


def test_every_point_is_told_with_its_weight_and_the_sum() -> None:
    one, other = mention("a"), mention("b", date="2021-05-10", targets=())
    told = weighed(one, other, known())
    assert told.points == round(score(one, other), 2)
    assert told.said["en"] == f"{score(one, other):.1f} points speak for one event, and {ENOUGH:g} are needed"
    assert sorted(inner.points or 0 for inner in told.because) == sorted(round(point.points, 2) for point in evidence(one, other))
    assert [inner.points for inner in told.because] == sorted((inner.points or 0 for inner in told.because), reverse=True)
    assert all(set(inner.said) == {"ar", "en"} and inner.said["ar"] != inner.said["en"] for inner in told.because)


def test_two_that_fit_are_one() -> None:
    told = why(mention("a"), mention("b"), known(merges=(merge("a:e1", "b:e1"),)), is_one=True)
    assert told.said["en"] == "one event"
    assert told.ids == ("a:e1", "b:e1")
    assert len(told.because) == 1


def test_two_that_came_together_through_a_third() -> None:
    merges = (merge("a:e1", "c:e1"), merge("c:e1", "b:e1"), merge("a:e1", "b:e1", "chain"))
    told = why(mention("a"), mention("b", date="2021-05-10", place=BRIDGE), known(merges=merges), is_one=True)
    assert told.said["en"] == "one event, through other accounts"
    assert why(mention("a"), mention("b"), known(merges=merges), is_one=True).said["en"] == "one event"
    assert [inner.ids for inner in told.because[-1].because] == [("a:e1", "c:e1"), ("c:e1", "b:e1")]
    assert "a:e1 with c:e1: reason a:e1c:e1" in said(told)


def test_a_hint_is_told_as_one() -> None:
    vague = mention("b", text="انفجرت قنبلة", date=None, place=None)
    told = why(mention("a", targets=()), vague, known(merges=(merge("a:e1", "b:e1"),)), is_one=True)
    assert "one of them gives neither day nor place, and fits no other event" in said(told)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"modality": "planned"}, "one is something that happened, the other planned"),
        ({"type": "PROTEST"}, "of kinds that are never one: the attack and the protest"),
        ({"date": "2021-05-20"}, "dates that exclude each other: 2021-05-09 and 2021-05-20"),
        (
            {"date": None, "published": "2021-05-01"},
            "dates that exclude each other: 2021-05-09 and no date, in a report published 2021-05-01",
        ),
    ],
)
def test_what_rules_out_is_told_first(other: dict[str, object], says: str) -> None:
    told = why(mention("a"), mention("b", **other), known())
    assert told.said["en"] == "two events: something rules out that they are one"
    assert told.because[0].said["en"] == says
    assert len(told.because[-1].because) > 1


def test_one_report_tells_two_apart() -> None:
    report = Report("a", "انفجرت عبوة في السوق وأصيب شرطي في هجوم")
    for trigger in ("انفجرت", "هجوم"):
        report.event(trigger, date="2021-05-09")
    one, other = features(report.reading()).mentions
    assert "one report tells them as two" in said(why(one, other, known()))


def test_too_little_speaks_for_one() -> None:
    told = why(mention("a"), mention("b", place=BRIDGE), known())
    assert told.said["en"] == "two events: too little speaks for one"
    assert (told.because[0].points or 0) < ENOUGH


def test_two_that_would_do_but_for_those_they_are_with() -> None:
    beside = mention("c", date="2021-05-08/2021-05-09", place=BRIDGE)
    told = why(mention("a"), mention("b"), known(), others=(beside,))
    assert told.said["en"].startswith("two events, though these two accounts alone would do")
    assert any(line.startswith("the farthest two accounts: c:e1 and b:e1") for line in said(told))
    ruled_out = why(mention("a"), mention("b"), known(judgement("different", "c:e1", "b:e1")), others=(mention("c"),))
    assert "pairs that cannot be one event: 1 of 2" in said(ruled_out)
    assert any("different, as محرر judged on 2021-06-01" in line for line in said(ruled_out))
    assert said(why(mention("a"), mention("b"), known()))[-1] == "each was first joined with what does not fit the other"


def test_judgements_come_first() -> None:
    apart = why(mention("a"), mention("b"), known(judgement("different", "a:e1", "b:e1")))
    assert apart.because[0].said["en"] == "different, as محرر judged on 2021-06-01: لأن النصين واضحان"
    assert apart.because[0].ids == ("j1",)
    same = known(judgement("same", "a:e1", "b:e1"))
    one, other = mention("a"), mention("b", date="2021-05-20")
    assert why(one, other, same, is_one=True).said["en"] == "one event, by a person's judgement"
    assert barred(one, other, same.last) == []
    assert barred(one, other, known().last) != []


def test_what_was_judged_wrong_is_in_no_event() -> None:
    one, other = mention("a"), mention("b")
    told = two_mentions(one, other, Side(None, ()), Side("event-1", (other,)), known())
    assert told.said["en"] == "a:e1 is in no event: it was judged wrong"


def test_events_as_wholes() -> None:
    ours, theirs = [mention("a"), mention("b")], [mention("c", date="2021-05-20"), mention("d", place=BRIDGE)]
    told = two_groups(ours, theirs, known(), is_one=False)
    lines = said(told)
    assert lines[0] == "two events"
    assert "pairs that cannot be one event: 2 of 4" in lines
    assert lines[2:4] == ["a:e1 and c:e1", "dates that exclude each other: 2021-05-09 and 2021-05-20"]
    assert any(line.startswith("the farthest two accounts: ") for line in lines)
    assert "the closest two accounts: b:e1 and d:e1" in lines
    joined = two_groups([ours[0]], [ours[1]], known(merges=(merge("a:e1", "b:e1"),)), is_one=True)
    assert said(joined)[-2:] == ["they were joined directly", "a:e1 with b:e1: reason a:e1b:e1"]


def test_the_shortest_way_through_merges() -> None:
    merges = [merge("a", "b"), merge("b", "c"), merge("c", "d"), merge("d", "a"), merge("x", "y")]
    assert [(one.one, one.other) for one in path("a", "c", merges)] in ([("a", "b"), ("b", "c")], [("d", "a"), ("c", "d")])
    assert path("a", "x", merges) == path("a", "a", merges) == []


def test_figures_are_told_once() -> None:
    one, other = (mention(name, figures=(figure("killed", 7), figure("killed", 7))) for name in "ab")
    told = [line.split(": ", 1)[1] for line in said(weighed(one, other, known())) if line.startswith("figures")]
    assert told == ["the number of people killed: 7 in both"]
