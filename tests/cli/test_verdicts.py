import pytest

from tawatur.cli.screen import Screen
from tawatur.cli.verdicts import Told
from tawatur.ledger.judgements import Judged
from tawatur.model import Judgement
from tawatur.wording.messages import Language, Messages


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the same: a = b, c, d +1, decided by نور on 2026-11-21 19:51 (UTC): خبر واحد"),
        ("ar", "شيء واحد: a = b, c, d +1، قرره نور في 2026-11-21 19:51 (توقيت عالمي): خبر واحد"),
    ],
)
def test_a_judgement_in_a_sentence(language: Language, words: str) -> None:
    same = Judgement("judgement-1", "same", "a", "b", '["c","d","e"]', "نور", "خبر واحد", "2026-11-21T19:51:12.5Z")
    assert Told(Screen(), Messages(language)).short(same) == words


def test_a_row_of_the_list() -> None:
    value = Judgement("judgement-1", "value", "f", None, "10-15", "نور", "نص البيان", "2026-11-21T19:51:12.5Z")
    row = Told(Screen(), Messages("en")).row(Judged(value, "overruled", "judgement-2"))
    assert row == ["2026-11-21 19:51", "another value", "f → 10-15", "نور", "نص البيان", "overruled (judgement-2)", "judgement-1"]
