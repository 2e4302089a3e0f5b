"""The worked cases in the folder `chains`, and what must hold for any accounts at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Link
from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.chains import Chains, chains
from tawatur.reconciling.grounds import rests_on, stands_for
from tawatur.reconciling.parties import party

from .build import agency, body, link, nameless, outlet, person
from .casebook import FOLDER, HEADINGS, PAGE, cases, page

_OUTLETS = ("الضفة", "المدار", "الشروق", "رويترز")
_BODIES = ("قيادة الجيش", "نقابة الأطباء", "وزارة الدفاع العراقية", "المرصد السوري")
_PEOPLE = ("حازم الراوي", "سامي الراوي", "الراوي", "سامي البناء", "وزير الصحة")
_NAMELESS = ("مصدر أمني", "شهود عيان", "مصدر مطلع", "مراسلنا")

_relays = st.lists(st.builds(agency, st.sampled_from(_OUTLETS)), max_size=2)
_origins = st.one_of(
    st.none(),
    st.builds(person, st.sampled_from(_PEOPLE)),
    st.builds(body, st.sampled_from(_BODIES)),
    st.builds(nameless, st.sampled_from(_NAMELESS)),
    st.builds(link, st.just("document"), st.sampled_from(("تقرير لجنة الميناء", "وثيقة"))),
)


@st.composite
def _accounts(draw: st.DrawFn) -> Account:
    """Any account: of one of six reports, some of which share an outlet, and some a text."""
    report = draw(st.integers(0, 5))
    outlet_name, home = _OUTLETS[report % 4], draw(st.sampled_from((f"d{report}", "text")))
    origin = draw(_origins)
    links: tuple[Link, ...] = (outlet(outlet_name), *draw(_relays), *([origin] if origin else []))
    member_of = draw(st.sampled_from(("", *_BODIES))) if origin and origin.kind in ("person", "anonymous") else ""
    credited = tuple(draw(st.lists(st.sampled_from(_OUTLETS), max_size=2, unique=True)))
    identifier = f"d{report}: {[link.name for link in links]} {member_of} {credited} {home}"
    return account(identifier, f"d{report}", home, links, credited, party(member_of, None) if member_of else None)


def _rests(one: Account, other: Account) -> bool:
    return not set(rests_on(one)).isdisjoint(stands_for(other))


def _grounds(accounts: list[Account]) -> list[set[int]]:
    """For each account, all that it rests on, itself included, directly or through others."""
    reached = [{number} | {other for other, found in enumerate(accounts) if _rests(one, found)} for number, one in enumerate(accounts)]
    for _ in accounts:
        reached = [set().union(*(reached[other] for other in found)) for found in reached]
    return reached


def _ends(accounts: list[Account]) -> set[frozenset[int]]:
    """Sets of accounts that rest on one another and on nobody else: what a chain is, spelled out."""
    reached = _grounds(accounts)
    return {frozenset(found) for found in reached if all(reached[other] == found for other in found)}


@pytest.mark.parametrize("knows_first", [True, False])
@pytest.mark.parametrize("title", cases())
def test_worked_cases(title: str, knows_first: bool) -> None:
    case = cases()[title]
    found = chains(case.accounts(knows_first=knows_first))
    assert (found.least, found.most) == (case.least, case.most), found


@pytest.mark.parametrize("title", cases())
def test_worked_cases_are_explained(title: str) -> None:
    case = cases()[title]
    found = chains(case.accounts())
    assert sorted(name for group in found.groups for name in group) == sorted(one.id for one in case.accounts())
    assert [merge.other for merge in found.merges] == [name for group in found.groups for name in group[1:]]
    assert len(found.several) == case.least - 1
    reasons = [text for reason in _reasons(found) for text in (reason["ar"], reason["en"])]
    assert [text for text in reasons if not text or "{" in text or "~" in text] == []


def test_the_documentation_shows_every_case() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.reconciling.casebook"
    assert sorted(file.name for file in FOLDER.glob("*.txt")) == sorted(HEADINGS)


def _reasons(found: Chains) -> list[dict[str, str]]:
    return [merge.reason for merge in found.merges] + [pair.reason for pair in found.several]


def test_no_accounts_no_chains() -> None:
    assert (chains([]).least, chains([]).most) == (0, 0)


def test_a_reason_in_both_languages() -> None:
    found = chains(cases()["Two outlets quote one spokesman"].accounts())
    assert [merge.reason for merge in found.merges] == [{"ar": "يعود كلاهما إلى حازم الراوي", "en": "both go back to «حازم الراوي»"}]
    found = chains(cases()["One outlet quotes two officials of two bodies"].accounts())
    assert found.several[0].reason["en"] == "no tie is known between «حازم الراوي» («قيادة الجيش») and «سامي البناء» («نقابة الأطباء»)"
    found = chains(cases()["The arms of two states"].accounts())
    assert found.several[0].reason["en"] == "no tie is known between Iraqi Ministry of Defence and Turkish Ministry of Defence"


@settings(deadline=None)
@given(st.lists(_accounts(), max_size=9))
def test_chains_are_where_the_resting_ends(accounts: list[Account]) -> None:
    assert chains(accounts).most == len(_ends(accounts))


@settings(deadline=None)
@given(st.lists(_accounts(), min_size=1, max_size=9))
def test_bounds_hold_and_order_does_not_matter(accounts: list[Account]) -> None:
    found = chains(accounts)
    assert 1 <= found.least <= found.most <= len(accounts)
    assert chains(reversed(accounts)) == found == chains([*accounts, accounts[0]])
    assert len({name for pair in found.several for name in (pair.one, pair.other)}) in (0, found.least)


@settings(deadline=None, max_examples=200)
@given(st.lists(_accounts(), min_size=1, max_size=8), _accounts())
def test_more_accounts_take_chains_away_only_by_showing_that_they_are_one(accounts: list[Account], new: Account) -> None:
    """`most` falls only when what one chain ended with rests on the new account, and so on another chain: the new account links the two."""
    ends = [{accounts[number] for number in end} for end in _ends(accounts)]
    more = [*accounts, new]
    reached = {more[number] for number in _grounds(more)[-1]}
    resting = [end for end in ends if any(_rests(one, new) for one in end)]
    linked = [end for end in ends if end in resting or end & reached]
    lost = chains(accounts).most - chains(more).most
    assert lost <= max(0, len(linked) - 1)
    assert lost <= 0 or resting


@settings(deadline=None)
@given(_accounts(), _accounts(), st.lists(_accounts(), max_size=6))
def test_two_accounts_that_are_one_stay_one(one: Account, other: Account, more: list[Account]) -> None:
    if chains([one, other]).most == 1 and _rests(one, other) and _rests(other, one):
        groups = chains([one, other, *more]).groups
        assert any({one.id, other.id} <= set(group) for group in groups)
