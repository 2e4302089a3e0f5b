"""Worked cases: who told what through whom, and how many independent chains that makes."""

import pytest

from tawatur.model import Link
from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.chains import chains
from tawatur.reconciling.parties import party

from .build import agency, body, link, nameless, outlet, person

HOST = "الضفة"
RIVAL = "المدار"
WIRE = "وكالة النخيل"
ARMY = "قيادة الجيش"
UNION = "نقابة الأطباء"
SPOKESMAN = "حازم الراوي"
MAYOR = "سامي البناء"


def told(name: str, *links: Link, home: str = "", credits: tuple[str, ...] = (), member_of: str | None = None) -> Account:
    """An account in the document of that name; `home` puts it in a text family."""
    organisation = party(member_of, None) if member_of else None
    return account(f"{name}:{len(links)}:{links[-1].name}", name, home or name, links, credits, organisation)


CASES: dict[str, tuple[list[Account], tuple[int, int]]] = {
    "one outlet in its own voice": ([told("a", outlet(HOST))], (1, 1)),
    "two outlets in their own voices": ([told("a", outlet(HOST)), told("b", outlet(RIVAL))], (1, 2)),
    "one outlet twice": ([told("a", outlet(HOST)), told("b", outlet(HOST))], (1, 1)),
    "two outlets that credit one agency": (
        [told("a", outlet(HOST), agency(WIRE)), told("b", outlet(RIVAL), agency(WIRE))],
        (1, 1),
    ),
    "an agency credited only in the byline": (
        [told("a", outlet(HOST), credits=(WIRE,)), told("b", outlet(RIVAL), agency(WIRE))],
        (1, 1),
    ),
    "a copy that credits nobody": ([told("a", outlet(HOST), home="f"), told("b", outlet(RIVAL), home="f")], (1, 1)),
    "a recycled story and a new one": (
        [told("a", outlet(HOST), home="f"), told("b", outlet(RIVAL), home="f"), told("c", outlet("الشروق"))],
        (1, 2),
    ),
    "two outlets quote one spokesman": (
        [told("a", outlet(HOST), person(SPOKESMAN)), told("b", outlet(RIVAL), person(SPOKESMAN))],
        (1, 1),
    ),
    "one spokesman by his full name and his last": (
        [told("a", outlet(HOST), person(SPOKESMAN), member_of=ARMY), told("b", outlet(RIVAL), person("الراوي"), member_of=ARMY)],
        (1, 1),
    ),
    "one outlet quotes two people of two bodies": (
        [told("a", outlet(HOST), person(SPOKESMAN), member_of=ARMY), told("a", outlet(HOST), person(MAYOR), member_of=UNION)],
        (2, 2),
    ),
    "two people of one body": (
        [told("a", outlet(HOST), person(SPOKESMAN), member_of=ARMY), told("b", outlet(RIVAL), person(MAYOR), member_of=ARMY)],
        (1, 2),
    ),
    "two people of whom no body is known": ([told("a", outlet(HOST), person(SPOKESMAN)), told("b", outlet(RIVAL), person(MAYOR))], (2, 2)),
    "a body and its own spokesman": (
        [told("a", outlet(HOST), body(ARMY)), told("b", outlet(RIVAL), person(SPOKESMAN), member_of=ARMY)],
        (1, 1),
    ),
    "a body and a person of an unknown body": ([told("a", outlet(HOST), body(ARMY)), told("b", outlet(RIVAL), person(MAYOR))], (1, 2)),
    "two bodies": ([told("a", outlet(HOST), body(ARMY)), told("b", outlet(RIVAL), body(UNION))], (2, 2)),
    "a capital and an arm of its state": (
        [told("a", outlet(HOST), Link("organisation", "بغداد", id="iq")), told("b", outlet(RIVAL), body("وزارة الدفاع العراقية"))],
        (1, 2),
    ),
    "the arms of two states": (
        [told("a", outlet(HOST), body("وزارة الدفاع العراقية")), told("b", outlet(RIVAL), body("وزارة الدفاع التركية"))],
        (2, 2),
    ),
    "the spokesman in the link before the person": (
        [told("a", outlet(HOST), body(ARMY), person(SPOKESMAN)), told("b", outlet(RIVAL), body(ARMY))],
        (1, 1),
    ),
    "a tweet quoted by two outlets": (
        [
            told("a", outlet(HOST), Link("person", MAYOR, via="tweet")),
            told("b", outlet(RIVAL), Link("person", MAYOR, via="tweet")),
        ],
        (1, 1),
    ),
    "a statement read out on television": (
        [
            told("a", outlet(HOST), Link("organisation", ARMY, via="tv")),
            told("b", outlet(RIVAL), Link("organisation", ARMY, via="statement")),
        ],
        (1, 1),
    ),
    "a nameless source in each of two outlets": (
        [told("a", outlet(HOST), nameless("مصدر أمني")), told("b", outlet(RIVAL), nameless("مصدر أمني"))],
        (1, 2),
    ),
    "one nameless source in two copies of one text": (
        [told("a", outlet(HOST), nameless("مصدر أمني"), home="f"), told("b", outlet(RIVAL), nameless("مصدر أمني"), home="f")],
        (1, 1),
    ),
    "one nameless source that one agency quotes": (
        [told("a", outlet(HOST), agency(WIRE), nameless("مصدر أمني")), told("b", outlet(RIVAL), agency(WIRE), nameless("مصدر أمني"))],
        (1, 1),
    ),
    "eyewitnesses and an official body": (
        [told("a", outlet(HOST), nameless("شهود عيان")), told("b", outlet(RIVAL), body(ARMY))],
        (2, 2),
    ),
    "eyewitnesses and a nameless official": (
        [told("a", outlet(HOST), nameless("سكان محليون")), told("b", outlet(RIVAL), nameless("ضابط رفيع"))],
        (2, 2),
    ),
    "nameless sources of no telling kind": (
        [told("a", outlet(HOST), nameless("مصدر مطلع")), told("b", outlet(RIVAL), nameless("مصادر خاصة"))],
        (1, 2),
    ),
    "an outlet that quotes its rival, and the rival": ([told("a", outlet(HOST), outlet(RIVAL)), told("b", outlet(RIVAL))], (1, 1)),
    "an outlet that quotes its rival, which quotes a spokesman": (
        [told("a", outlet(HOST), outlet(RIVAL)), told("b", outlet(RIVAL), person(SPOKESMAN))],
        (1, 1),
    ),
    "an outlet's own words beside the source it names": ([told("a", outlet(HOST)), told("a", outlet(HOST), person(SPOKESMAN))], (1, 1)),
    "own words beside two sources do not make the two one": (
        [
            told("a", outlet(HOST)),
            told("a", outlet(HOST), person(SPOKESMAN), member_of=ARMY),
            told("a", outlet(HOST), person(MAYOR), member_of=UNION),
        ],
        (2, 2),
    ),
    "one agency behind a named and a nameless account": (
        [told("a", outlet(HOST), agency(WIRE), person(SPOKESMAN)), told("b", outlet(RIVAL), agency(WIRE))],
        (1, 1),
    ),
    "one agency that quotes two people": (
        [told("a", outlet(HOST), agency(WIRE), person(SPOKESMAN)), told("b", outlet(RIVAL), agency(WIRE), person(MAYOR))],
        (2, 2),
    ),
    "two agencies": ([told("a", outlet(HOST), agency(WIRE)), told("b", outlet(RIVAL), agency("وكالة السنبلة"))], (1, 2)),
    "a named document in two outlets": (
        [told("a", outlet(HOST), link("document", "التقرير السنوي")), told("b", outlet(RIVAL), link("document", "التقرير السنوي"))],
        (1, 1),
    ),
    "a correction by the same source": (
        [told("a", outlet(HOST), body(UNION)), told("b", outlet(HOST), body(UNION)), told("c", outlet(RIVAL), body(UNION))],
        (1, 1),
    ),
    "a chain without an outlet": ([told("a", person(SPOKESMAN)), told("b", outlet(RIVAL), person(SPOKESMAN))], (1, 1)),
}


@pytest.mark.parametrize("case", CASES)
def test_chains(case: str) -> None:
    accounts, expected = CASES[case]
    found = chains(accounts)
    assert (found.least, found.most) == expected
    assert chains(reversed(accounts)) == found


def test_no_accounts_no_chains() -> None:
    assert (chains([]).least, chains([]).most) == (0, 0)


def test_every_merge_has_its_reason() -> None:
    accounts = [told("a", outlet(HOST), person(SPOKESMAN)), told("b", outlet(RIVAL), person(SPOKESMAN)), told("c", outlet(HOST))]
    found = chains(accounts)
    assert len(found.merges) == len(accounts) - found.most
    assert all(merge.reason and merge.one != merge.other for merge in found.merges)
    assert f"both go back to «{SPOKESMAN}»" in {merge.reason["en"] for merge in found.merges}
