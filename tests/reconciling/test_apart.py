from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Link
from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.apart import apart, may_be_one, most_apart, voice
from tawatur.reconciling.parties import key_of, party

from .build import body, nameless, outlet, person

HOST, ARMY, UNION = "الضفة", "قيادة الجيش", "نقابة الأطباء"


def told(link: Link, member_of: str = "") -> Account:
    return account("m", "d", "d", (outlet(HOST), link), (), party(member_of, None) if member_of else None)


def shown(one: Account, other: Account) -> bool:
    first, second = voice([one]), voice([other])
    return first is not None and second is not None and apart(first, second) is not None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ARMY, UNION, False),
        ("وزارة الداخلية", "وزارة الإعلام", True),
        ("وزارة الداخلية العراقية", "وزارة الدفاع العراقية", True),
        ("وزارة الدفاع العراقية", "وزارة الدفاع التركية", False),
        ("الجيش", "وزارة الدفاع التركية", True),
        ("المرصد السوري لحقوق الإنسان", "الشبكة السورية لحقوق الإنسان", False),
        (UNION, UNION, True),
        ("منظمة", UNION, True),
        ("منظمة", "الجيش", True),
        ("الجيش", UNION, False),
        ("الدفاع المدني", "الدفاع المدني السوري", True),
        ("فرق الدفاع المدني", "الدفاع المدني السوري", True),
    ],
)
def test_bodies_that_may_be_one(one: str, other: str, expected: bool) -> None:
    first, second = key_of(one, None), key_of(other, None)
    assert may_be_one(first, second) == may_be_one(second, first) == expected


def test_bodies_without_a_tie_are_two_voices() -> None:
    assert shown(told(body(ARMY)), told(person("سامي البناء"), UNION))
    assert not shown(told(body(ARMY)), told(person("سامي البناء"), ARMY))


def test_listed_people_speak_for_their_body_or_their_state() -> None:
    army = told(body("الجيش الإسرائيلي"))
    minister = account("m", "d", "d", (outlet(HOST), Link("person", "أفيغدور ليبرمان", id="avigdor-lieberman")))
    assert not shown(minister, army)
    assert shown(minister, told(body("وزارة الدفاع الروسية")))


def test_eyewitnesses_beside_who_speaks_for_a_state_or_armed_body() -> None:
    seen = told(nameless("شهود عيان"))
    assert shown(seen, told(nameless("مصدر أمني")))
    assert shown(told(body(ARMY)), seen)
    assert not shown(seen, told(body(UNION)))
    assert not shown(seen, told(nameless("مصدر مطلع")))


def test_two_people_by_their_full_names() -> None:
    assert shown(told(person("حازم الراوي")), told(person("سامي البناء")))
    assert shown(told(person("حازم الراوي"), ARMY), told(person("سامي البناء")))
    assert not shown(told(person("حازم الراوي")), told(person("حازم جاسم الراوي")))
    assert not shown(told(person("حازم الراوي")), told(person("البناء")))


def test_who_names_nobody_has_no_voice() -> None:
    assert voice([account("m", "d", "d", (outlet(HOST),))]) is None
    assert voice([told(nameless("مصدر مطلع"))]) is None


@given(st.integers(1, 7), st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6))))
def test_a_set_of_which_no_two_are_near_and_to_which_none_can_be_added(count: int, drawn: set[tuple[int, int]]) -> None:
    pairs = {(one, other) for one, other in drawn if one < other < count}
    near = {one: {other for other in range(count) if {(one, other), (other, one)} & pairs} for one in range(count)}
    found = most_apart(near)
    assert not pairs & set(combinations(found, 2))
    assert all(near[one] & set(found) for one in range(count) if one not in found)


def test_one_that_is_near_many_gives_way() -> None:
    assert most_apart({0: {1, 2, 3}, 1: {0}, 2: {0}, 3: {0}}) == [1, 2, 3]
