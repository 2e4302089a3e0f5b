"""Who is held responsible: what verbs of accusing, denying and claiming say beyond the words of their content."""

from collections.abc import Iterable, Sequence

import msgspec

from tawatur.model import Name, Statement
from tawatur.reconciling.concerns import Named
from tawatur.reconciling.marks import Mark
from tawatur.reconciling.parties import NAMELESS, body, entities, key_of, speaks_for
from tawatur.reconciling.predicates import Proposition, held_responsible
from tawatur.text.tokens import Tokens

_BLAMING = frozenset(("accuse", "deny", "claim_responsibility", "announce"))
_AT_ONCE = 2
"""Words that may stand before the accused where a content opens with his name: «اتهم | كتائب الفجر بحرق …»."""
_OF = "ب"
"""What a charge opens with; whoever is named after it is not the accused."""


def teller(statement: Statement) -> frozenset[str]:
    """Keys of who speaks, and of the body spoken for."""
    keys = [key_of(statement.speaker, statement.speaker_id)] if statement.speaker else []
    return frozenset([*keys, body(statement.organisation).key] if statement.organisation else keys)


def with_blame(
    found: Sequence[Proposition], statement: Statement, names: Iterable[Name], tokens: Tokens, placed: Sequence[Named], cue: Iterable[Mark]
) -> list[Proposition]:
    """The propositions, each `responsible` one saying whom, and one more where only the cue says that somebody is."""
    own = teller(statement)
    accused = _accused(statement, names, own)
    if statement.act in _BLAMING:
        found = [_blamed(one, statement, accused) if one.predicate == "responsible" else one for one in found]
    if any(one.predicate == "responsible" for one in found):
        return list(found)
    if statement.act == "claim_responsibility" and own:
        return [*found, held_responsible(own)]
    if statement.act == "accuse" and not accused and any(mark.kind == "accuse" for mark in cue):
        accused = frozenset(key for name in _before_the_charge(tokens, placed) if name.key not in own for key in _side_of(name.key))
    return [*found, held_responsible(accused)] if statement.act == "accuse" and accused else list(found)


def _before_the_charge(tokens: Tokens, placed: Sequence[Named]) -> list[Named]:
    """The name that the content opens with, if it does."""
    first = placed[:1]
    return [name for name in first if name.first <= _AT_ONCE and not any(form.startswith(_OF) for form in tokens.forms[: name.first])]


def _accused(statement: Statement, names: Iterable[Name], own: frozenset[str]) -> frozenset[str]:
    """Whom the words between cue and content name: «حمّلت أنقرة | دمشق | مسؤولية …». Who denies without naming anyone denies for himself."""
    if statement.act == "deny":
        return frozenset(state for key in own for state in _cleared_by(key))
    if statement.act != "accuse":
        return frozenset()
    between = [name for name in names if statement.cue.end <= name.start and name.end <= statement.content.start]
    keys = [key_of(name.name, name.id) for name in between if name.kind not in ("weapon", "facility")]
    return next((_side_of(key) for key in reversed(keys) if key not in own), frozenset())


def _blamed(one: Proposition, statement: Statement, accused: frozenset[str]) -> Proposition:
    """Who accuses has named whom before, unless the blame has a subject of its own («… تقف وراء الهجوم»).

    Who denies may name whom he clears, and else denies for himself.
    """
    own = teller(statement)
    named = frozenset(state for key in one.whom for state in _side_of(key))
    if statement.act == "accuse":
        whom = named if one.has_subject else accused or named
    else:
        whom = accused if accused and one.whom <= own else named or accused
    return msgspec.structs.replace(one, whom=whom, who=one.who | whom)


def _side_of(key: str) -> frozenset[str]:
    """Whom an accusation of the party reaches: a body and its state, a person and the body he is of."""
    entity = entities().get(key)
    return frozenset((key, *entity.parents)) if entity and entity.kind == "person" else speaks_for(key)


def _cleared_by(key: str) -> frozenset[str]:
    """Whom the party denies for; «موسكو ولندن», taken for one name, denies for neither."""
    sides = speaks_for(key)
    return frozenset((key,)) if key.startswith(NAMELESS) and len(sides) > _ONE_STATE else sides


_ONE_STATE = 2
"""A body that the packs do not know, and the one state that its name tells."""
