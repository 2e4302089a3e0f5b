"""Which accounts a settlement of a disagreement names, so that it holds whatever becomes of the disagreement's id."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from tawatur.errors import JudgementError
from tawatur.ledger import lookup
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement, DisagreementKind, Way
from tawatur.reconciling.settlements import places, scope

_WAYS, _KINDS = get_args(Way), tuple(dict.fromkeys(map(scope, get_args(DisagreementKind))))
_ACCOUNTS = ("mention", "statement", "figure")
_BOTH = """
    SELECT disagreement FROM unit_disagreement_parts WHERE part = ?
    INTERSECT SELECT disagreement FROM unit_disagreement_parts WHERE part = ?
"""


class Settling(NamedTuple):
    """A judgement that settles, in the making: an account of the one side, or of the preferred, an account of another, and the way."""

    subject: str
    object: str
    value: str


def settling(ledger: Ledger, subject: str, other: str | None, value: str) -> Settling:
    """Subject, object and value as they are written down.

    `subject` is a disagreement, `other` then the preferred side: its number from 1, or one of its accounts. Or both are accounts of two
    sides. Raises NotFoundError and JudgementError.
    """
    kind, way = _kind_and_way(value)
    located = lookup.find(ledger, subject)
    if located.kind == "disagreement":
        found = lookup.disagreement(ledger, located.id)
        side = _side(ledger, found, other) if other is not None else None
    else:
        found, side = _between(ledger, _account(ledger, subject), _account(ledger, other), kind)
    if way == "prefer" and side is None:
        raise JudgementError(f"prefer: say which side of {found.id}, by its number or one of its accounts: write `settle {found.id} 1`")
    return _named(ledger, found, side, way)


def _kind_and_way(value: str) -> tuple[str, Way]:
    kind, _, way = value.strip().rpartition("=")
    if way not in _WAYS:
        raise JudgementError(f"--value: {value!r} is no way to settle; write one of {', '.join(_WAYS)}")
    if kind and kind not in _KINDS:
        raise JudgementError(f"--value: {kind!r} is no kind of disagreement; write one of {', '.join(_KINDS)}")
    found: Way = way  # type: ignore[assignment]  # it was found among the ways
    return kind, found


def _side(ledger: Ledger, found: Disagreement, named: str) -> int:
    """The side of this number, from 1, or of this account."""
    if named.isdecimal():
        number = int(named)
        if not 1 <= number <= len(found.sides):
            raise JudgementError(f"{found.id}: has sides 1 to {len(found.sides)}, not {named}")
        return number - 1
    side = places(found).get(_account(ledger, named))
    if side is None:
        raise JudgementError(f"{named}: stands on no side of {found.id}, or on several; see `tawatur show {ledger.path} {found.id}`")
    return side


def _account(ledger: Ledger, prefix: str | None) -> str:
    if prefix is None:
        raise JudgementError(
            "settle: needs a disagreement, or an account of each of two sides; write `settle DISAGREEMENT` or `settle ID ID`"
        )
    located = lookup.find(ledger, prefix)
    if located.kind not in _ACCOUNTS:
        raise JudgementError(f"{located.id}: is a {located.kind}; name a disagreement, or mentions, statements and figures of its sides")
    return located.id


def _between(ledger: Ledger, one: str, other: str, kind: str) -> tuple[Disagreement, int]:
    """The only disagreement on two sides of which the accounts stand, and the side of the first."""
    names = sorted({name for (name,) in ledger.rows(_BOTH, one, other)})
    near = [lookup.disagreement(ledger, name) for name in names]
    apart = [found for found in near if _are_apart(places(found), one, other) and kind in ("", scope(found.kind))]
    if not apart:
        raise JudgementError(f"{one} and {other}: stand on two sides of no disagreement")
    if len(apart) > 1:
        raise JudgementError(f"{one} and {other}: are at odds in {', '.join(found.id for found in apart)}; name one of these instead")
    return apart[0], places(apart[0])[one]


def _are_apart(side_of: Mapping[str, int], one: str, other: str) -> bool:
    return one in side_of and other in side_of and side_of[one] != side_of[other]


def _named(ledger: Ledger, found: Disagreement, side: int | None, way: Way) -> Settling:
    """The accounts that an earlier settlement named, where that says the same, so that it is overruled; else the first of two sides."""
    if len(found.sides) < 2:
        raise JudgementError(f"{found.id}: has one side only; judge its accounts right or wrong")
    first = side or 0
    pair = _earlier(ledger, found, side)
    if pair is None:
        second = next(place for place in range(len(found.sides)) if place != first)
        pair = _first_of(found, first), _first_of(found, second)
    are_counts = all(name.startswith(lookup.FIGURE) for name in pair)
    return Settling(*pair, way if are_counts else f"{scope(found.kind)}={way}")


def _earlier(ledger: Ledger, found: Disagreement, side: int | None) -> tuple[str, str] | None:
    if found.settled is None:
        return None
    earlier, side_of = lookup.judgement(ledger, found.settled.judgement), places(found)
    one, other = earlier.subject, earlier.object or ""
    if side is None or side_of.get(one) == side:
        return one, other
    return (other, one) if side_of.get(other) == side else None


def _first_of(found: Disagreement, place: int) -> str:
    """The first figure, mention or statement that stands on that side alone."""
    side, side_of = found.sides[place], places(found)
    named = (name for name in (*side.figures, *side.mentions, *side.statements) if name in side_of)
    account = next(named, None)
    if account is None:
        raise JudgementError(f"{found.id}: side {place + 1} has no account of its own; judge its accounts instead")
    return account
