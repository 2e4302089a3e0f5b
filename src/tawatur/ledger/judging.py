"""Writing down what people decide. A judgement is checked against the ledger, then kept for good."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple, get_args

import msgspec

from tawatur import edtf
from tawatur.errors import InputError, JudgementError
from tawatur.ledger import custody, lookup
from tawatur.ledger.deriving import judgements
from tawatur.ledger.settling import settling
from tawatur.ledger.store import Ledger
from tawatur.model import EventType, Judgement, JudgementKind, Modality, Mode, Way
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.rulings import PAIRING, in_order, moment, objects, rulings, undone_by
from tawatur.reconciling.settlements import way_of

_COUNT = re.compile(r"\d+(-\d*)?")
_FIELDS = {"type": EventType, "mode": Mode, "modality": Modality}
_PARTS: tuple[lookup.Kind, ...] = ("mention", "statement", "figure")


class Decision(NamedTuple):
    """What someone decides, as typed: ids may be shortened, and be those of events and claims."""

    kind: JudgementKind
    subject: str
    object: str | None = None
    value: str | None = None


class Draft(NamedTuple):
    """A judgement before anybody has put a name to it: ids are whole, and those of mentions, statements, figures and judgements."""

    kind: JudgementKind
    subject: str
    object: str | None
    value: str | None


class _Parts(NamedTuple):
    """The mentions or statements that an id stands for."""

    kind: lookup.Kind
    ids: tuple[str, ...]


def judge(ledger: Ledger, decision: Decision, by: str, why: str) -> Judgement:
    """Writes a judgement into the ledger, which `refresh` then honours. Raises NotFoundError and JudgementError."""
    return record(ledger, [_checked(ledger, decision)], by, why)[0]


def record(ledger: Ledger, drafts: Sequence[Draft], by: str, why: str) -> tuple[Judgement, ...]:
    """Writes down what is checked already: all of it or, when somebody or a reason is missing, nothing. Raises JudgementError."""
    by, why = by.strip(), why.strip()
    if not by or not why:
        raise JudgementError("a judgement needs who decided and why; write both")
    with ledger.transaction():
        at = _later_than(in_order(judgements(ledger)))
        found = tuple(_made(draft, by, why, at + timedelta(microseconds=place)) for place, draft in enumerate(drafts))
        _write(ledger, found)
    return found


def _made(draft: Draft, by: str, why: str, at: datetime) -> Judgement:
    when = at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    found = Judgement("", draft.kind, draft.subject, draft.object, draft.value, by, why, when)
    return msgspec.structs.replace(found, id=_id(found))


def take_in(ledger: Ledger, lines: Iterable[tuple[str, bytes]]) -> tuple[int, list[InputError]]:
    """Writes judgements from JSON lines, as `tawatur export` gives them; those that are there already are left as they are.

    `lines` are where each stands, and its text. Returns how many are new, and what is wrong with the others.
    """
    read = [_decoded(where, line) for where, line in lines if line.strip()]
    with ledger.transaction():
        known = {one.id for one in judgements(ledger)}
        new = {one.id: one for one in read if isinstance(one, Judgement) and one.id not in known}
        _write(ledger, list(new.values()))
    return len(new), [one for one in read if isinstance(one, InputError)]


def _write(ledger: Ledger, new: Sequence[Judgement]) -> None:
    for one in new:
        record = msgspec.json.encode(one, order="deterministic")
        ledger.rows("INSERT INTO judgements VALUES (?, ?)", one.id, record.decode())
        custody.record(ledger, "judged", one.id, sha256=sha256(record).hexdigest())
    if new:
        ledger.count_input()


def _later_than(known: Sequence[Judgement]) -> datetime:
    """Now, or just after the last judgement when clocks differ: what is said last must be the last word."""
    now = datetime.now(UTC)
    return max(now, moment(known[-1]).astimezone(UTC) + timedelta(microseconds=1)) if known else now


def _decoded(where: str, line: bytes) -> Judgement | InputError:
    try:
        found = msgspec.json.decode(line, type=Judgement)
        moment(found)
        objects(found)
        if found.kind == "settle" and way_of(found) is None:
            raise ValueError(f"{found.value} is no way to settle")
    except (msgspec.MsgspecError, ValueError) as fault:
        return InputError(where, f"is no judgement ({fault})", "give lines of judgements.jsonl as `tawatur export` writes them")
    if found.id != _id(found):
        return InputError(where, f"{found.id} is not the id of what it says", "leave the lines as `tawatur export` wrote them")
    return found


def _id(one: Judgement) -> str:
    return content_id("judgement", one.kind, one.subject, one.object or "", one.value or "", one.by, one.why, one.at)


def _checked(ledger: Ledger, decision: Decision) -> Draft:
    """Subject, object and value as they are written down."""
    kind = decision.kind
    if kind == "settle":
        if decision.value is None:
            raise JudgementError(f"settle: needs a way; say which with --value: {', '.join(get_args(Way))}")
        return Draft(kind, *settling(ledger, decision.subject, decision.object, decision.value))
    if kind in PAIRING and decision.object is None:
        raise JudgementError(f"{kind}: needs two ids; write `{kind} ID ID`")
    if kind not in PAIRING and decision.object is not None:
        do = f"value ID --value {decision.object}" if kind == "value" else f"{kind} ID"
        raise JudgementError(f"{kind}: takes one id, not {decision.object} too; write `{do}`")
    if (kind == "value") != (decision.value is not None):
        do = "say which with --value" if kind == "value" else "write `value ID --value VALUE`, or leave --value out"
        raise JudgementError(f"{kind}: {'needs a value' if kind == 'value' else 'takes no value'}; {do}")
    if kind in PAIRING:
        return Draft(kind, *_paired(ledger, decision))
    if kind == "undo":
        return Draft(kind, to_undo(ledger, decision.subject), None, None)
    if kind == "right":
        return Draft(kind, *_accepted(ledger, decision.subject))
    located = _one_part(ledger, decision.subject)
    return Draft(kind, located.id, None, _value(located, decision.value) if decision.value is not None else None)


def _accepted(ledger: Ledger, prefix: str) -> tuple[str, str | None, str | None]:
    """One account; or all accounts of an event or claim, without those that somebody corrected, which is to stand."""
    located = lookup.find(ledger, prefix)
    if located.kind in _PARTS:
        return located.id, None, None
    corrected = rulings(judgements(ledger)).values
    ids = [name for name in _parts(ledger, located.id).ids if name not in corrected]
    if not ids:
        raise JudgementError(f"{located.id}: somebody corrected each of its accounts; name the one that is right as it was read")
    first, *others = ids
    return first, others[0] if others else None, msgspec.json.encode(others[1:]).decode() if others[1:] else None


def _paired(ledger: Ledger, decision: Decision) -> tuple[str, str, str | None]:
    """One id against one or more: a mention against those of an event, or the first of an event against the other's."""
    one, other = (_parts(ledger, prefix) for prefix in (decision.subject, decision.object or ""))
    if one.kind != other.kind:
        raise JudgementError(f"{decision.subject} is a {one.kind}, {decision.object} a {other.kind}; judge two of one kind")
    if set(one.ids) == set(other.ids):
        raise JudgementError(f"{decision.subject} and {decision.object} are the same thing; name two")
    if len(one.ids) > len(other.ids) == 1:
        one, other = other, one
    first, *rest = one.ids
    others = [name for name in ((*rest, *other.ids) if decision.kind == "same" else other.ids) if name != first]
    return first, others[0], msgspec.json.encode(others[1:]).decode() if others[1:] else None


def _parts(ledger: Ledger, prefix: str) -> _Parts:
    located = lookup.find(ledger, prefix)
    if located.kind == "event":
        return _Parts("mention", lookup.event(ledger, located.id).mentions)
    if located.kind == "claim":
        return _Parts("statement", lookup.claim(ledger, located.id).statements)
    if located.kind not in ("mention", "statement"):
        raise JudgementError(f"{located.id}: is a {located.kind}; judge events, mentions, claims or statements, see `tawatur show`")
    return _Parts(located.kind, (located.id,))


def _one_part(ledger: Ledger, prefix: str) -> lookup.Located:
    """A mention, statement or figure; an event or claim stands for its only account."""
    located = lookup.find(ledger, prefix)
    if located.kind in _PARTS:
        return located
    parts = _parts(ledger, prefix)
    if len(parts.ids) > 1:
        raise JudgementError(f"{located.id}: has {len(parts.ids)} accounts; say which: {', '.join(parts.ids)}")
    return lookup.Located(parts.kind, parts.ids[0])


def to_undo(ledger: Ledger, prefix: str) -> str:
    """The id of a judgement that nobody has undone. Raises NotFoundError and JudgementError."""
    located = lookup.find(ledger, prefix)
    if located.kind != "judgement":
        raise JudgementError(f"{located.id}: is a {located.kind}; only judgements are undone, see `tawatur judgements {ledger.path}`")
    earlier = undone_by(judgements(ledger)).get(located.id)
    if earlier:
        raise JudgementError(f"{located.id}: is undone already; undo {earlier.id} to bring it back")
    return located.id


def _value(located: lookup.Located, value: str) -> str:
    """The value as reconciling reads it."""
    value = value.strip()
    if located.kind == "figure":
        low, _, high = value.partition("-")
        if not _COUNT.fullmatch(value) or (high and int(high) < int(low)):
            raise JudgementError(f"--value: {value!r} is no count; write 12, 10-15, or 10- for at least 10")
        return value
    if located.kind == "statement":
        raise JudgementError(f"{located.id}: is a statement, which has no value; judge it right or wrong")
    field, _, given = value.partition("=")
    if field == "date" and edtf.bounds(given) is None:
        raise JudgementError(f"--value: {given!r} is no date; write date=2020-03-14")
    if field in _FIELDS and given not in get_args(_FIELDS[field]):
        raise JudgementError(f"--value: {given!r} is no {field}; write {field}= and one of {', '.join(get_args(_FIELDS[field]))}")
    if field not in ("date", *_FIELDS):
        do = "write date=, type=, mode= or modality= and the value; a figure has an id of its own, see `tawatur show`"
        raise JudgementError(f"--value: {value!r} says nothing of a mention; {do}")
    return value
