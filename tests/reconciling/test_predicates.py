from tawatur.reconciling.predicates import Proposition, changes, held_responsible, may_go_on, slot, turned

NONE: frozenset[str] = frozenset()


def proposition(sign: int, word_sign: int, theme: str = "", *, aspect: bool = True) -> Proposition:
    return Proposition("cooperate", sign, word_sign, theme, NONE, NONE, NONE, NONE, aspect=aspect)


def test_classes_say_what_must_agree_and_what_may_change() -> None:
    assert (slot("aim"), slot("responsible"), slot("cooperate")) == ("whom", "who", "")
    assert may_go_on("cooperate")
    assert changes("free")
    assert not changes("cooperate")


def test_to_deny_turns_the_sign() -> None:
    denied = turned(proposition(1, 1))
    assert (denied.sign, denied.negated) == (-1, True)


def test_what_goes_on_and_what_did_not_stop_lasts() -> None:
    assert proposition(1, 1).lasting
    assert not proposition(-1, 1).lasting
    assert not proposition(1, 1, aspect=False).lasting
    assert proposition(1, -1, "دراس").lasting


def test_to_be_cleared_is_a_denial() -> None:
    assert (held_responsible(frozenset("a"), -1).sign, held_responsible(frozenset("a"), -1).negated) == (-1, True)
    assert held_responsible(frozenset("a")).whom == {"a"}
