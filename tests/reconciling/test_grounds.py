from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.grounds import rests_on, stands_for, why
from tawatur.reconciling.parties import party

from .build import agency, body, nameless, outlet, person

HOST, RIVAL, WIRE, ARMY = "الضفة", "المدار", "وكالة النخيل", "قيادة الجيش"


def shared(one: Account, other: Account) -> list[str]:
    """As what the first rests on the second."""
    return sorted({mark[0] for mark in rests_on(one)} & {mark[0] for mark in set(rests_on(one)) & set(stands_for(other))})


def test_who_passes_on_rests_on_what_came_the_same_way_and_not_the_other_way_round() -> None:
    passing = account("a", "a", "a", (outlet(HOST), agency(WIRE)))
    sourced = account("b", "b", "b", (outlet(RIVAL), agency(WIRE), nameless("مصدر أمني")))
    assert (shared(passing, sourced), shared(sourced, passing)) == (["through"], [])


def test_own_words_rest_on_the_sources_of_their_text() -> None:
    own = account("a", "a", "a", (outlet(HOST),))
    assert shared(own, account("b", "a", "a", (outlet(HOST), body(ARMY)))) == ["one_text"]
    assert shared(own, account("b", "b", "b", (outlet(HOST), body(ARMY)))) == []
    assert shared(own, account("b", "b", "b", (outlet(HOST),))) == ["voice"]


def test_a_copy_is_not_the_outlets_own_voice() -> None:
    own = account("a", "a", "a", (outlet(HOST),))
    assert shared(own, account("b", "b", "family", (outlet(HOST),))) == []
    assert shared(own, account("b", "b", "family", (outlet(HOST),), first=HOST)) == ["voice"]
    assert shared(account("b", "b", "family", (outlet(RIVAL),), first=HOST), own) == ["through"]


def test_a_surname_rests_on_a_full_name_and_a_body_on_its_people() -> None:
    man = account("a", "a", "a", (outlet(HOST), person("حازم الراوي")), (), party(ARMY, None))
    short = account("b", "b", "b", (outlet(RIVAL), person("الراوي")), (), party(ARMY, None))
    assert (shared(short, man), shared(man, short)) == (["surname"], [])
    command = account("c", "c", "c", (outlet(RIVAL), body(ARMY)))
    assert (shared(command, man), shared(man, command)) == (["member"], [])


def test_the_reason_names_what_is_shared() -> None:
    either = account("a", "a", "a", (outlet(HOST),), ("رويترز", "فرانس برس"))
    reasons = {why(mark, either).en for mark in rests_on(either) if mark[0] == "through"}
    assert reasons == {f"it names no source beyond {who}, and the other came the same way" for who in ("Reuters", "AFP")}
