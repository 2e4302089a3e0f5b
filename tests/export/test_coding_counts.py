from tawatur.export.coding_counts import Deaths, deaths, is_deadly
from tawatur.export.coding_parties import Coded
from tests.export.coded import event, killed, value

IRAQ, TURKEY = Coded("Iraqi army", "military", "state", "iq"), Coded("Turkish army", "military", "state", "tr")
ISIS, GUNMEN = Coded("ISIS", "armed_group", "armed"), Coded("مسلحين", "fighter", "armed")
SOLDIERS, CIVILIANS = Coded("جنود", "soldier", "state"), Coded("مدنيين", "civilian", "civilian")


def test_parts_go_to_their_sides_and_the_rest_is_unknown() -> None:
    counted = killed(10, 12, 15, value(12), value(3, "جنود"), value(4, "مسلحين"), value(2, "مدنيين"))
    assert deaths(event(figures=counted), (ISIS,), (IRAQ,)) == Deaths(4, 3, 2, 3, 12, 15, 10)


def test_parts_may_add_up_to_the_whole() -> None:
    counted = killed(6, 6, 6, value(3, "جنود"), value(2, "شرطيين"), value(1, "مدني"))
    found = deaths(event(figures=counted), (TURKEY,), (SOLDIERS,))
    assert (found.side_a, found.side_b, found.civilians, found.unknown) == (None, 5, 1, 0)


def test_soldiers_of_nobody_knows_where_are_not_the_attackers() -> None:
    found = deaths(event(figures=killed(57, 57, 57, value(57), value(14, "جنود النظام"))), (TURKEY,), (GUNMEN,))
    assert (found.side_a, found.side_b, found.unknown) == (None, None, 57)


def test_soldiers_are_the_attackers_where_their_state_is_told() -> None:
    found = deaths(event(figures=killed(5, 5, 5, value(5), value(2, "جنود عراقيين"))), (IRAQ,), (ISIS,))
    assert (found.side_a, found.side_b, found.unknown) == (2, None, 3)


def test_soldiers_of_the_attacker_are_not_those_hit() -> None:
    found = deaths(event(figures=killed(5, 5, 5, value(5), value(2, "جنود عراقيين"))), (IRAQ,), (SOLDIERS,))
    assert (found.side_a, found.side_b) == (2, None)


def test_fighters_are_those_hit_where_only_they_are_armed() -> None:
    counted = killed(5, 5, 5, value(5), value(5, "مسلحا"))
    assert deaths(event(figures=counted), (IRAQ,), (ISIS,)).side_b == 5
    found = deaths(event(figures=counted), (ISIS,), (GUNMEN,))
    assert (found.side_a, found.side_b, found.unknown) == (None, None, 5)


def test_women_and_children_are_no_count_of_civilians() -> None:
    found = deaths(event(figures=killed(5, 5, 5, value(5), value(2, "أطفال"))), (), (CIVILIANS,))
    assert (found.civilians, found.unknown) == (None, 5)


def test_what_was_corrected_or_is_not_exact_does_not_count() -> None:
    parts = value(9, "مدنيين", superseded=True), value(8, "مدنيين", modifier="at_least")
    assert deaths(event(figures=killed(9, 10, 10, value(10), *parts)), (), ()).civilians is None


def test_a_part_of_another_accounts_total_does_not_count() -> None:
    counted = killed(56, 97, 97, value(97, mentions=("b:e1",)), value(56, "مدنيين"))
    found = deaths(event(figures=counted), (), ())
    assert (found.civilians, found.unknown) == (None, 97)


def test_parts_that_exceed_the_whole_are_left_out() -> None:
    found = deaths(event(figures=killed(3, 3, 9, value(3), value(9, "مدنيين"))), (), ())
    assert found == Deaths(best=3, high=9, low=3, unknown=3)


def test_of_two_accounts_the_one_with_more_parts_counts() -> None:
    whole = value(9, mentions=("a:e1", "b:e1"))
    counted = killed(9, 9, 9, whole, value(4, "مدنيين"), value(3, "مدنيين", mentions=("b:e1",)), value(2, "مسلحين", mentions=("b:e1",)))
    found = deaths(event(figures=counted), (IRAQ,), (ISIS,))
    assert (found.side_b, found.civilians, found.unknown) == (2, 3, 4)


def test_nothing_known_stays_empty() -> None:
    assert deaths(event(), (), ()) == Deaths()
    assert deaths(event(figures=killed(2, None, None)), (), ()) == Deaths(low=2)


def test_deadly_is_what_killed_by_any_estimate() -> None:
    assert is_deadly(event(figures=killed(0, None, 3)))
    assert not is_deadly(event(figures=killed(0, 0, 0)))
    assert not is_deadly(event())
