from tawatur.reconciling.accounts import account
from tawatur.reconciling.features import Flaw, features
from tawatur.reconciling.flaws import source_errors

from .build import Report


def test_a_flaw_is_told_once_with_the_mentions_beside_it() -> None:
    report = Report("a", "انعقد المجلس ثم انفض", outlet="الضفة")
    report.event("انعقد", "CONSULT")
    kept = features(report.reading())
    own = account("a", "a", "a", ())
    accounts = {"a:e1": account("a:e1", "a", "a", kept.mentions[0].chain)}
    flaws = [
        Flaw("calendar_mismatch", "two months", "يناير/كانون الأول", ("a:e1",)),
        Flaw("calendar_mismatch", "two months", "يناير/كانون الأول", ()),
    ]
    (one,) = source_errors(kept.document, flaws, accounts, {"a:e1": "event"}, own)
    assert one.sides[0].mentions == ("a:e1",)
    assert one.events == ("event",)
    assert one.explanation["ar"] == "في نص الضفة خلل: «يناير/كانون الأول»."
    (bare,) = source_errors(kept.document, flaws[1:], accounts, {}, own)
    assert bare.sides[0].documents == ("a",)
