from tawatur.export.coding_own import agreement, cited, own_columns, review_state
from tawatur.export.gathering import Dispute, Told
from tawatur.model import Actor, Target
from tests.export.coded import FIRST, SECOND, event, killed, told


def test_own_columns_tell_all_that_is_named() -> None:
    accused = Actor("الجيش العراقي", "iraqi-army", "accused")
    row = own_columns(told(actors=(accused,), targets=(Target("مخازن"),), figures=killed(2, None, 5)))
    assert (row["x_actors"], row["x_actor_bases"], row["x_targets"]) == (("Iraqi army",), ("accused",), ("مخازن",))
    assert (row["x_fatalities_low"], row["x_fatalities_high"], row["x_injured_low"]) == (2, 5, None)
    assert (row["x_chains_min"], row["x_chains_max"], row["x_documents"]) == (1, 2, ("a", "b"))
    assert all(name.startswith("x_") for name in row)


def test_disputes_come_with_how_they_were_settled() -> None:
    row = own_columns(told(disputes=(Dispute("d1", "place"), Dispute("d2", "date", "prefer"))))
    assert (row["x_disagreements"], row["x_settlements"]) == (("d1", "d2"), (None, "prefer"))
    assert row["x_disagreement_kinds"] == ("date", "place")


def test_whether_reports_agree() -> None:
    assert agreement(told()) == "undisputed"
    assert agreement(Told(event(), (FIRST,))) == "single"
    assert agreement(told(disputes=(Dispute("d", "figure"),))) == "disputed"


def test_whether_anyone_judged_it() -> None:
    assert review_state(told()) == "unreviewed"
    assert review_state(Told(event(), (FIRST,), judgements=("judgement-1",))) == "judged"


def test_a_report_in_one_line() -> None:
    assert cited(FIRST) == "الصباح, 2020-03-14, قصف على المعسكر"
    assert cited(SECOND) == ""
