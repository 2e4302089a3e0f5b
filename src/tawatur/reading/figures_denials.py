"""None hurt: «دون وقوع إصابات», «لم يسفر عن ضحايا», «لا قتلى», «عدم إصابة أي من الجنود» count zero."""

from tawatur.model import Role
from tawatur.packs.grammar import words
from tawatur.reading.counts_marks import Count
from tawatur.reading.counts_nouns import HARMED, PEOPLE
from tawatur.reading.figures_governors import Governors
from tawatur.reading.scan import Scan
from tawatur.text.tokens import COLON, COMMA, STOP

_HARMS = ("killed", "injured")
_REACH, _GOVERNOR_REACH = 8, 4
_BREAK = COMMA | STOP | COLON


def is_denied(scan: Scan, count: Count) -> bool | None:
    """Whether a negation holds for what is counted; None where it leaves the matter open («لم يعرف عدد الضحايا»)."""
    tokens, open_question = scan.tokens, False
    sentence = tokens.sentence[count.first]
    for j in range(count.lead - 1, max(count.lead - 1 - _REACH, -1), -1):
        if tokens.sentence[j] != sentence or tokens.gaps[j + 1] & _BREAK or tokens.forms[j].isdigit():
            return False
        form = tokens.forms[j]
        if form in words("denying") or (form in words("no") and _is_flat(scan, j, count)):
            return None if open_question else True
        open_question = open_question or form in words("undecided")
    return False


def _is_flat(scan: Scan, j: int, count: Count) -> bool:
    """«لا إصابات», «لا توجد إصابات»; not the «لا» of other verbs («لا يزال», «لا يقل»)."""
    return j + 1 == count.lead or scan.tokens.forms[j + 1] in words("there_is")


def denied_role(count: Count, governors: Governors) -> Role | None:
    """What did not happen to those who are not counted."""
    role = count.noun.role
    if role in ("killed", "injured", "missing"):
        return role  # type: ignore[return-value]
    if count.noun.cls == "loss":
        return "other"
    governor = governors.before(count)
    near = governor is not None and count.lead - governor.stop <= _GOVERNOR_REACH
    denied = HARMED if count.kind == "none" else _HARMS
    return governor.role if governor and near and governor.role in denied and count.noun.cls in PEOPLE else None
