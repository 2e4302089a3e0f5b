from typing import get_args

import msgspec
import pytest

from tawatur.ledger import judging
from tawatur.model import JudgementKind
from tawatur.web.api.decisions import Decision, Right, Same, Settle, Undo, Value, as_typed


def test_there_is_one_for_every_kind_of_judgement() -> None:
    assert {kind.__struct_config__.tag for kind in get_args(Decision)} == set(get_args(JudgementKind))


@pytest.mark.parametrize(
    ("one", "typed"),
    [
        (Same("a:e1", "نور", "واحد", "b:e1"), judging.Decision("same", "a:e1", "b:e1")),
        (Right("a:e1", "نور", "صحيح"), judging.Decision("right", "a:e1")),
        (Value("figure-1", "نور", "العدد", "10-15"), judging.Decision("value", "figure-1", None, "10-15")),
        (Settle("disagreement-1", "نور", "أوثق", "prefer", "2"), judging.Decision("settle", "disagreement-1", "2", "prefer")),
        (Undo("judgement-1", "نور", "خطأ"), judging.Decision("undo", "judgement-1")),
    ],
)
def test_a_decision_as_the_command_takes_it(one: Decision, typed: judging.Decision) -> None:
    assert as_typed(one) == typed
    assert msgspec.json.decode(msgspec.json.encode(one), type=Decision) == one


@pytest.mark.parametrize("space", ["", " ", "\t\n", "\x1e", "\x85", "\u00a0", "\u3000", "\ufeff", "\u200f"])
def test_spaces_say_nothing(space: str) -> None:
    body = {"kind": "undo", "subject": "judgement-1", "by": "نور", "why": space}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(body, Decision)
    assert msgspec.convert({**body, "why": f"{space}ن"}, Undo).why == f"{space}ن"
