from contextlib import closing
from sqlite3 import connect

import msgspec
import pytest

from tawatur.model import Document, EventMention, Link, Reading, Span, Statement, Target
from tawatur.reconciling.dating import company, likely_day
from tawatur.reconciling.features import Features, features
from tawatur.reconciling.reconciler import Reconciler
from tawatur.reconciling.shelf import keep, kept_rows

TEXT = "قال سامي الحلبي إن الهجوم أودى بحياة كريم نصار ووليد شاهين"


def report(name: str, published: str | None, people: tuple[str, ...]) -> Features:
    """A report in which the first of `people` speaks and the others are named as targets."""
    document = Document(name, f"{name}.txt", TEXT, "0" * 64, outlet=name, published=published)
    chain = (Link("outlet", name), Link("person", people[0], f"~{people[0]}"))
    said = Statement(f"{name}:s0", "say", Span(0, 3), Span(19, 58), speaker=people[0], speaker_id=f"~{people[0]}", chain=chain)
    event = EventMention(f"{name}:e19", "ASSAULT", Span(19, 25), targets=tuple(Target(one, f"id-{one}") for one in people[1:]))
    return features(Reading(document, names=(), statements=(said,), events=(event,)))


def with_persons(one: Features) -> Features:
    """Marks the targets as people, as the names of a full reading would."""
    mentions = tuple(
        msgspec.structs.replace(m, targets=tuple(msgspec.structs.replace(t, kind="person") for t in m.targets)) for m in one.mentions
    )
    return msgspec.structs.replace(one, mentions=mentions)


def likely(*reports: Features) -> dict[str, int | None]:
    """The likely day of each undated report in the company of the others."""
    with closing(connect(":memory:")) as connection:
        Reconciler(connection, ()).create()
        for one in reports:
            keep(connection, one.document.id, kept_rows(with_persons(one)))
        undated = [one.document for one in reports if one.document.day is None]
        return {one.id: likely_day(one.published, [day for _, day in company(connection, one.id, undated=False)]) for one in undated}


SAME = ("الحلبي", "كريم نصار", "وليد شاهين")


def test_an_undated_report_is_of_the_days_of_its_company() -> None:
    known = report("a", "2021-05-10", SAME)
    assert likely(known, report("b", None, SAME))["b"] == known.document.day


def test_two_people_in_common_are_too_few() -> None:
    assert likely(report("a", "2021-05-10", SAME), report("b", None, SAME[:2]))["b"] is None


def test_company_of_different_weeks_says_nothing() -> None:
    assert likely(report("a", "2021-05-10", SAME), report("c", "2021-08-10", SAME), report("b", None, SAME))["b"] is None


@pytest.mark.parametrize(("published", "fits"), [("2021-05/2021-06", True), ("2021-06/2021-12", False)])
def test_what_is_known_of_the_day_is_kept_to(published: str, fits: bool) -> None:
    assert (likely(report("a", "2021-05-10", SAME), report("b", published, SAME))["b"] is not None) == fits
