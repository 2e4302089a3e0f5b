from tawatur.export.coding_counts import Deaths, deaths, is_deadly
from tawatur.export.coding_parties import Coded
from tests.export.coded import event, killed, value

ARMY, ISIS, CIVILIANS = Coded("Army", side="state"), Coded("ISIS", side="armed"), Coded("civilians", side="civilian")


def test_parts_go_to_their_sides_and_the_rest_is_unknown() -> None:
    counted = killed(10, 12, 15, value(12), value(3, "جنود"), value(4, "مسلحين"), value(2, "مدنيين"))
    assert deaths(event(figures=counted), (ISIS,), (ARMY,)) == Deaths(4, 3, 2, 3, 12, 15, 10)


def test_soldiers_of_two_armies_are_nobodys() -> None:
    found = deaths(event(figures=killed(5, 5, 5, value(5), value(3, "جنود"))), (ARMY,), (ARMY,))
    assert (found.side_a, found.side_b, found.unknown) == (None, None, 5)


def test_women_and_children_are_no_count_of_civilians() -> None:
    found = deaths(event(figures=killed(5, 5, 5, value(5), value(2, "أطفال"))), (), (CIVILIANS,))
    assert (found.civilians, found.unknown) == (None, 5)


def test_what_was_corrected_or_is_not_exact_does_not_count() -> None:
    parts = value(9, "مدنيين", superseded=True), value(8, "مدنيين", modifier="at_least")
    assert deaths(event(figures=killed(9, 10, 10, *parts)), (), ()).civilians is None


def test_the_count_with_most_chains_behind_it_holds() -> None:
    parts = value(9, "مدنيين"), value(4, "مدنيا", chains_min=2, chains_max=2)
    assert deaths(event(figures=killed(9, 10, 10, *parts)), (), ()).civilians == 4


def test_parts_that_exceed_the_whole_are_left_out() -> None:
    found = deaths(event(figures=killed(3, 3, 9, value(3), value(9, "مدنيين"))), (), ())
    assert found == Deaths(best=3, high=9, low=3, unknown=3)


def test_nothing_known_stays_empty() -> None:
    assert deaths(event(), (), ()) == Deaths()
    assert deaths(event(figures=killed(2, None, None)), (), ()) == Deaths(low=2)


def test_deadly_is_what_killed_by_any_estimate() -> None:
    assert is_deadly(event(figures=killed(0, None, 3)))
    assert not is_deadly(event(figures=killed(0, 0, 0)))
    assert not is_deadly(event())
