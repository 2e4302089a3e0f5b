"""Figures: counts with their role, from the word that governs them (مقتل، إصابة، تدمير، إطلاق …) or from the noun itself."""

from typing import NamedTuple

import msgspec

from tawatur.model import Figure, Name, Role, Time
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.counts import Count, find_counts
from tawatur.reading.phrases import country_of
from tawatur.reading.scan import Scan
from tawatur.text.tokens import COLON

_PERSONS = ("person", "combatant", "troops", "unknown", "")
_CASUALTIES = ("killed", "injured", "missing", "captured", "displaced")
_REACH_BACK, _REACH_ON = 14, 4
_NONE_CLASSES = ("person", "loss", "attack", "strike", "munition")


class Governor(NamedTuple):
    """A word that gives a role to what is counted near it."""

    first: int
    stop: int
    role: Role
    classes: tuple[str, ...]
    verb: bool
    negated: bool


def find_figures(scan: Scan, times: list[Time], names: list[Name]) -> list[Figure]:
    """The figures of one document. A count that no word governs and whose noun decides nothing has the role `other`."""
    inside = inner_tokens(scan, names)
    counts = [count for count in find_counts(scan, times) if count.first not in inside]
    if not counts:
        return []
    governors = _governors(scan)
    figures: list[Figure] = []
    previous: tuple[Count, Role] | None = None
    for count in counts:
        for role, zero in _roles(scan, count, governors.get(scan.tokens.sentence[count.first], []), previous):
            figures.append(_figure(scan, count, role, zero))
            previous = (count, role)
    return figures


def inner_tokens(scan: Scan, names: list[Name]) -> set[int]:
    """Tokens inside a name, its first one excepted: «مستشفى شهداء الأقصى» counts no dead."""
    inner: set[int] = set()
    for name in names:
        i = scan.tokens.at(name.start) + 1
        while i < len(scan.tokens) and scan.tokens.starts[i] < name.end:
            inner.add(i)
            i += 1
    return inner


def _governors(scan: Scan) -> dict[int, list[Governor]]:
    found: dict[int, list[Governor]] = {}
    for i, hits in enumerate(scan.hits):
        for hit in hits:
            if hit.entry.layer == "frames":
                classes = tuple(hit.entry.row.list("class")) or ("person", "combatant", "unknown", "")
                role: Role = hit.entry.get("role")  # type: ignore[assignment]
                governor = Governor(i, hit.stop, role, classes, hit.column == "verb", is_negated(scan, i))
                found.setdefault(scan.tokens.sentence[i], []).append(governor)
    return found


def is_negated(scan: Scan, i: int, reach: int = 5) -> bool:
    """Whether «لم», «دون», «عدم» … stands shortly before token `i`, in its sentence."""
    sentence = scan.tokens.sentence[i]
    for j in range(max(i - reach, 0), i):
        if scan.tokens.sentence[j] == sentence:
            for hit in scan.hits[j]:
                if hit.entry.id == "negation" and hit.entry.layer == "modality" and i - hit.stop < int(hit.entry.get("reach")):
                    return True
    return False


def _roles(scan: Scan, count: Count, governors: list[Governor], previous: tuple[Count, Role] | None) -> list[tuple[Role, bool]]:
    """The roles of a count, usually one, and whether it is a count of none; empty when it is no figure."""
    noun_role = count.noun.entry.get("role") if count.noun else ""
    if count.cls == "loss" or (count.modifier == "vague" and noun_role in ("killed", "injured")) or _denies(scan, count):
        if is_negated(scan, count.first) and count.cls in _NONE_CLASSES:
            return [("injured" if noun_role == "injured" else "killed" if noun_role == "killed" else "other", True)]
        if count.cls == "loss":
            return []
    if noun_role and count.cls != "target":
        return [(noun_role, False)]  # type: ignore[list-item]
    before = _before(scan, count, governors)
    after = _after(scan, count, governors) if count.cls in _PERSONS else None
    if count.governed:
        return _governed_roles(scan, count, before, previous)
    if _is_split(scan, count):
        return [("other", False)]
    if after and (not before or before.role not in _CASUALTIES):
        return [(after.role, False)]
    if before:
        pair = _paired(governors, before)
        if pair:
            return [(before.role, False), (pair.role, False)] if count.modifier == "vague" else [("other", False)]
        return [(before.role, False)]
    if noun_role:
        return [(noun_role, False)]  # type: ignore[list-item]
    return [("other", False)] if count.cls and not _is_loose(scan, count) else []


def _is_loose(scan: Scan, count: Count) -> bool:
    """«بعض الشوارع», «عدة أسباب»: a vague number of what is no person is no figure unless a word makes it one."""
    if count.modifier != "vague":
        return False
    return count.cls not in ("person", "combatant") or any(hit.entry.id == "few" for hit in scan.hits[count.first])


def _denies(scan: Scan, count: Count) -> bool:
    return count.low is None and count.high == 0


def _before(scan: Scan, count: Count, governors: list[Governor]) -> Governor | None:
    """The nearest governor before the count that may govern its noun."""
    best: Governor | None = None
    for governor in governors:
        if governor.stop <= count.first and count.first - governor.stop <= _REACH_BACK and _governs(governor, count):
            best = governor
    return best


def _after(scan: Scan, count: Count, governors: list[Governor]) -> Governor | None:
    """«خمسة فلسطينيين قتلوا», «5 أشخاص الذين أصيبوا»: a verb right after the counted noun."""
    for governor in governors:
        if governor.verb and 0 <= governor.first - count.stop <= _REACH_ON and _governs(governor, count):
            between = scan.tokens.gaps[count.stop : governor.first + 1]
            if not any(gap & COLON for gap in between) and not scan.tokens.forms[governor.first].startswith("و"):
                return governor
    return None


def _governs(governor: Governor, count: Count) -> bool:
    return count.cls in governor.classes or (count.cls == "combatant" and "person" in governor.classes)


def _governed_roles(scan: Scan, count: Count, before: Governor | None, previous: tuple[Count, Role] | None) -> list[tuple[Role, bool]]:
    """A bare noun, «آخر», or a number without a noun counts only right under a governor, or joined to a count that does."""
    if before and before.role in (*_CASUALTIES, "destroyed") and count.first - before.stop <= _gap_allowed(count, before):
        return [(before.role, False)] if not before.negated else []
    if previous and count.cls in ("person", "combatant"):
        earlier, role = previous
        joined = count.first - earlier.stop <= 0 and scan.tokens.forms[count.first].startswith("و")
        if joined and role in _CASUALTIES and scan.tokens.sentence[earlier.first] == scan.tokens.sentence[count.first]:
            return [(role, False)]
    return []


def _gap_allowed(count: Count, governor: Governor) -> int:
    if not count.cls:
        return 1
    return 1 if governor.verb else 0


def _paired(governors: list[Governor], governor: Governor) -> Governor | None:
    """«مقتل وإصابة 12 شخصا»: a second casualty word joined to the first gives one total."""
    for other in governors:
        if other.stop == governor.first and {other.role, governor.role} == {"killed", "injured"}:
            return other
    return None


def _is_split(scan: Scan, count: Count) -> bool:
    """«سقوط 30 شخصا بين قتيل وجريح»: the dead and wounded in one total."""
    for j in range(count.stop, min(count.stop + 2, len(scan.tokens) - 1)):
        if scan.tokens.forms[j] in words("between_parts") and any(hit.entry.get("role") == "killed" for hit in scan.hits[j + 1]):
            return True
    return False


def _figure(scan: Scan, count: Count, role: Role, zero: bool) -> Figure:
    tokens = scan.tokens
    start = tokens.starts[count.first] + _clitic(scan, count)
    figure = Figure(start, tokens.ends[count.stop - 1], role, count.low, count.high, count.modifier, _counted(scan, count))
    party = country_of(scan, count.first, count.stop)
    if zero:
        return msgspec.structs.replace(figure, low=0, high=0, modifier="exact")
    return msgspec.structs.replace(figure, party=party)


def _clitic(scan: Scan, count: Count) -> int:
    """Letters of a conjunction or preposition written on the first word."""
    hit: Hit | None = next((hit for hit in scan.hits[count.first] if hit.pro), None)
    form = scan.text[scan.tokens.starts[count.first] :]
    return len(hit.pro) if hit and form.startswith(hit.pro) else 0


def _counted(scan: Scan, count: Count) -> str | None:
    """The noun phrase counted, as the text has it, without the number."""
    first = count.noun.first if count.noun else count.first
    while first < count.stop and scan.tokens.forms[first].isdigit():
        first += 1
    return scan.tokens.slice(first, count.stop) or None
