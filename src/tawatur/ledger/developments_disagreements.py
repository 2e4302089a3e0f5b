"""What became of disagreements: new, gone, or the same with other words, sides or chains."""

from collections.abc import Iterator, Mapping

from tawatur.ledger.developments_records import Development, DevelopmentKind, Facts, development
from tawatur.model import Disagreement
from tawatur.reconciling.explanations import Text, wording

_DENIALS = frozenset(("denial", "rumour_denied"))

Found = Mapping[str, Disagreement]


def disagreement_developments(before: Found, after: Found) -> Iterator[Development]:
    """An id follows from what a disagreement is about and may change with it; it is the same still when it has the most in common."""
    same = followed(before, after)
    for name in sorted(before.keys() - same.keys()):
        yield _told("disagreement.gone", "gone", before[name], before=facts(before[name]))
    for name in sorted(after.keys() - set(same.values())):
        one = after[name]
        yield _told("disagreement.new", "denied" if one.kind in _DENIALS else "new", one, after=facts(one))
    for old, new in sorted(same.items()):
        if facts(before[old]) != facts(after[new]):
            yield _told("disagreement.changed", "changed", after[new], before=facts(before[old]), after=facts(after[new]))


def facts(one: Disagreement) -> Facts:
    sides = [
        {"position": side.position, "documents": list(side.documents), "chains_min": side.chains_min, "chains_max": side.chains_max}
        for side in one.sides
    ]
    return {"id": one.id, "kind": one.kind, "about": one.about, "events": list(one.events), "claims": list(one.claims), "sides": sides}


def followed(before: Found, after: Found) -> dict[str, str]:
    """By the id it had, the id that a disagreement has now."""
    same = {name: name for name in before if name in after}
    old = [one for name, one in sorted(before.items()) if name not in same]
    new = [one for name, one in sorted(after.items()) if name not in same]
    alike = sorted((-weight, one.id, other.id) for one in old for other in new if (weight := _alike(one, other)))
    taken: set[str] = set()
    for _, one_id, other_id in alike:
        if one_id not in same and other_id not in taken:
            same[one_id] = other_id
            taken.add(other_id)
    return same


def _alike(one: Disagreement, other: Disagreement) -> int:
    """How many positions and accounts two of a kind share; none unless they share accounts, and a position or what they are about."""
    if one.kind != other.kind:
        return 0
    positions = {side.position for side in one.sides} & {side.position for side in other.sides}
    parts = _parts(one) & _parts(other)
    return len(positions) + len(parts) if parts and (positions or one.about == other.about) else 0


def _parts(one: Disagreement) -> set[str]:
    return {part for side in one.sides for part in (*side.mentions, *side.statements)}


def _told(kind: DevelopmentKind, key: str, one: Disagreement, **about: Facts) -> Development:
    sentence = wording(f"change.disagreement.{key}", explanation=Text(one.explanation["ar"], one.explanation["en"]))
    documents = tuple(sorted({name for side in one.sides for name in side.documents}))
    event = one.events[0] if one.events else None
    claim = one.claims[0] if one.claims else None
    return development(kind, sentence, event=event, claim=claim, disagreement=one.id, documents=documents, **about)
