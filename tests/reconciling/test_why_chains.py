from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.chains import chains
from tawatur.reconciling.why import Reason
from tawatur.reconciling.why_chains import bounds

from .build import agency, outlet, person
from .test_why import said


def told(*accounts: Account) -> Reason:
    found = chains(accounts)
    return bounds(accounts, found.least, found.most)


def test_groups_that_are_one_chain_with_the_reason_of_each_merge() -> None:
    said_by = [account(name, name, name, (outlet(name), person("سعيد الناطق"))) for name in ("الضفة", "المدار")]
    other = account("c", "c", "c", (outlet("الشروق"), agency("وكالة النهر")))
    found = told(*said_by, other)
    assert found.said["en"] == "independent chains: at least 1, at most 2"
    assert said(found.because[0])[:3] == [
        "at most 2: nothing shows that any two of these are one",
        "one chain, from «سعيد الناطق» (accounts: 2)",
        "الضفة with المدار: both go back to «سعيد الناطق»",
    ]
    assert [inner.ids for inner in found.because[0].because] == [("الضفة", "المدار"), ("c",)]
    assert found.because[1].said["en"].startswith("at least 1: ")


def test_a_single_chain_needs_no_bounds() -> None:
    found = told(account("a", "a", "a", (outlet("الضفة"),)))
    assert said(found) == ["independent chains: 1", "a: a chain of its own, from «الضفة»"]


def test_what_is_shown_to_be_several_is_told_pair_by_pair() -> None:
    one, other = (account(name, name, name, (outlet(name), person(who))) for name, who in (("a", "سعيد البحري"), ("b", "ليلى الجبلي")))
    found = told(one, other)
    assert found.said["en"] == "independent chains: 2"
    assert said(found.because[-1]) == [
        "at least 2 too: they are shown to be several",
        "a and b: «سعيد البحري» and «ليلى الجبلي» are two people, not known to be of one body",
    ]
