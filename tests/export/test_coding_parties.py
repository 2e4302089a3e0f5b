from tawatur.export.coding_parties import Coded, actors, english, inter_codes, targets
from tawatur.model import Actor, Target
from tawatur.packs.tables import table_rows
from tests.export.coded import ARMY, CIVILIANS, ISIS, SOLDIERS, event


def test_a_force_is_coded_by_whose_country_it_is_in() -> None:
    (at_home,) = actors(event(actors=(ARMY,)), (), "iq")
    (abroad,) = actors(event(actors=(ARMY,)), (), "sy")
    (anywhere,) = actors(event(actors=(ARMY,)), (), None)
    assert (at_home.name, at_home.side, at_home.country) == ("Iraqi army", "state", "iq")
    assert [party.inter for party in (at_home, abroad, anywhere)] == [1, 8, None]


def test_rebels_and_militias_are_not_told_apart() -> None:
    (found,) = actors(event(actors=(ISIS,)), (), "iq")
    assert (found.side, found.inter) == ("armed", None)


def test_an_international_body_is_external_everywhere() -> None:
    (found,) = actors(event(actors=(Actor("التحالف", "international-coalition"),)), (), None)
    assert found.inter == 8


def test_who_is_only_accused_or_disputed_is_no_actor() -> None:
    assert actors(event(actors=(Actor("الجيش", "iraqi-army", "accused"),)), (), "iq") == ()
    assert actors(event(actors=(ARMY,)), ("responsibility",), "iq") == ()
    assert len(actors(event(actors=(ARMY,)), ("figure",), "iq")) == 1


def test_a_person_or_place_is_no_side_but_a_state_is() -> None:
    assert actors(event(actors=(Actor("قاسم سليماني", "qasem-soleimani"), Actor("معسكر التاجي", "camp-taji"))), (), "iq") == ()
    (state,) = actors(event(actors=(Actor("تركيا", "tr"),)), (), "iq")
    assert (state.name, state.side, state.inter) == ("Turkey", "state", 8)


def test_people_without_a_name_are_hit_and_things_and_places_are_not() -> None:
    hit = (SOLDIERS, CIVILIANS, Target("مخازن"), Target("السعودية", "sa"), Target("قاسم سليماني", "qasem-soleimani"))
    soldiers, civilians = targets(event(targets=hit), "iq")
    assert (soldiers.kind, soldiers.side) == ("soldier", "state")
    assert (civilians.name, civilians.side, civilians.inter) == ("مدنيين", "civilian", 7)


def test_an_adjective_tells_whose_soldiers() -> None:
    (found,) = targets(event(targets=(Target("جنود عراقيين"),)), "sy")
    assert (found.country, found.inter) == ("iq", 8)


def test_interaction_needs_both() -> None:
    state, civilians = Coded("Army", inter=1), Coded("Civilians", inter=7)
    assert inter_codes(civilians, state) == inter_codes(state, civilians) == 17
    assert inter_codes(state, None) is None
    assert inter_codes(state, Coded("ISIS")) is None


def test_names_are_english_where_the_packs_know_them() -> None:
    assert english("الجيش العراقي", "iraqi-army") == "Iraqi army"
    assert english("كتيبة الفجر", None) == "كتيبة الفجر"


def test_sides_are_of_kinds_that_packs_have() -> None:
    kinds = {row.get("kind") for table in ("actors", "people_kinds") for row in table_rows(table)} | {"country"}
    assert {row.get("kind") for row in table_rows("sides")} <= kinds
