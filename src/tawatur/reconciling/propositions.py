"""What a statement asserts: predicate class, sign, and the parties it concerns. The words are in the table `propositions`."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from tawatur.model import Name, Statement
from tawatur.packs.tables import table_rows
from tawatur.reconciling.blame import teller, with_blame
from tawatur.reconciling.concerns import Named, concern, following, theme
from tawatur.reconciling.marks import Clause, Mark, clauses, marks
from tawatur.reconciling.parties import key_of
from tawatur.reconciling.predicates import Proposition, may_go_on, slot, turned
from tawatur.reconciling.signs import aspect_of, is_real, turns
from tawatur.reconciling.words import stem
from tawatur.text.fold import fold
from tawatur.text.tokens import Tokens

_ASSERTING = frozenset(("say", "affirm", "deny", "accuse", "claim_responsibility", "announce", "rumour", "condemn"))
_PRESUPPOSED = frozenset(("aim", "hit"))
_DENIED = 10
"""Words of the content within which a denying verb's own object must begin."""


class _Source(msgspec.Struct, frozen=True):
    """A statement's content with all that its propositions are read from. `teller` is empty for who accuses: he speaks of another."""

    tokens: Tokens
    marks: list[Mark]
    placed: list[Named]
    teller: frozenset[str]
    direct: bool
    denied: bool


def propositions(text: str, statement: Statement, names: Sequence[Name]) -> tuple[Proposition, ...]:
    """What the statement asserts, in the order of its words; nothing for demands, threats and the like."""
    if statement.act not in _ASSERTING:
        return ()
    cue = marks(Tokens(text[statement.cue.start : statement.cue.end]))
    source = _source(text, statement, names, cue)
    found = [one for clause in clauses(source.tokens, source.marks) for one in _asserted(source, clause)]
    if statement.act == "condemn":
        found = [one for one in found if one[1].predicate in _PRESUPPOSED]
    if found and _is_denied(statement, source, found[0][0]):
        found[0] = found[0][0], turned(found[0][1])
    return tuple(with_blame([one for _, one in found], statement, names, source.tokens, source.placed, cue))


def has_denying_cue(text: str, statement: Statement) -> bool:
    return _denies(marks(Tokens(text[statement.cue.start : statement.cue.end])))


def points_back(text: str, statement: Statement) -> bool:
    """Whether the cue speaks, by a pronoun, of someone or something told before: «اتهمه», «وهو ما نفته»."""
    cue = marks(Tokens(text[statement.cue.start : statement.cue.end]))
    return any(mark.kind in ("accuse", "deny") and mark.pronoun for mark in cue)


@cache
def charges() -> frozenset[str]:
    """Stems of the words for what is alleged: «الاتهامات», «المزاعم»."""
    return frozenset(stem(fold(word)) for row in table_rows("propositions") if row.get("kind") == "alleged" for word in row.list("ar"))


def _denies(cue: Sequence[Mark]) -> bool:
    return any(mark.kind == "deny" for mark in cue)


def _source(text: str, statement: Statement, names: Sequence[Name], cue: Sequence[Mark]) -> _Source:
    """«اتهمت روسيا | وسوريا إسرائيل …»: the name after an «و» that opens an accusation is of one who accuses too.

    What stands within a name of several words asserts nothing: «قوات الدعم السريع» are not support.
    """
    tokens = Tokens(text[statement.content.start : statement.content.end])
    inside = [name for name in names if name.start >= statement.content.start and name.kind != "weapon"]
    placed = [_placed(tokens, name, statement.content.start) for name in inside]
    if statement.act == "accuse" and len(placed) > 1 and placed[0].first == 0 and inside[0].start > statement.content.start:
        placed = placed[1:]
    phrases = [name for name in placed if name.stop - name.first > 1]
    found = [mark for mark in marks(tokens) if not any(name.first <= mark.first and mark.stop <= name.stop for name in phrases)]
    own = frozenset[str]() if any(mark.kind == "accuse" for mark in cue) else teller(statement)
    return _Source(tokens, found, placed, own, statement.direct, _denies(cue))


def _placed(tokens: Tokens, name: Name, offset: int) -> Named:
    first = tokens.at(name.start - offset)
    return Named(first, max(first, tokens.at(name.end - 1 - offset)) + 1, key_of(name.name, name.id))


def _is_denied(statement: Statement, source: _Source, head: Mark) -> bool:
    """Whether the first assertion is what the statement denies.

    A denying verb of the cue turns what follows it closely, not what a relative clause adds («تقارير أفادت …، التي …»), unless it
    denies that there is any truth («صحة …») or being to it. An act
    `deny` under another verb only says that the content is a denial: it turns what the content itself does not negate.
    """
    if source.denied and any(mark.kind == "exist" and mark.first == 0 for mark in source.marks):
        return True
    if source.denied:
        return head.first <= _DENIED and not any(mark.kind == "aside" and mark.first < head.first for mark in source.marks)
    return statement.act == "deny" and not any(mark.kind in ("not", "deny", "untrue") for mark in source.marks)


def _asserted(source: _Source, clause: Clause) -> Iterator[tuple[Mark, Proposition]]:
    contents = clause.of("content")
    for index, head in enumerate(contents):
        if index == 0 or head.verbal or slot(head.predicate):
            yield from _predicated(source, clause, head)
    if not contents:
        for aspect in clause.of("aspect")[:1]:
            if is_real(clause, aspect, denied=source.denied):
                yield (
                    aspect,
                    msgspec.structs.replace(_proposition(source, clause, aspect, None), theme=theme(source.tokens, clause, aspect)),
                )


def _predicated(source: _Source, clause: Clause, head: Mark) -> Iterator[tuple[Mark, Proposition]]:
    aspect = aspect_of(clause, head) if may_go_on(head.predicate) else None
    if not all(is_real(clause, mark, denied=source.denied) for mark in (head, *([aspect] if aspect else []))):
        return
    found = _proposition(source, clause, head, aspect)
    yield head, found
    after = [mark for mark in clause.of("content", "but") if mark.first > head.first]
    if found.negated and len(after) == 1 and after[0].kind == "but":
        whom, stems = following(source.tokens, clause, after[0].stop, source.placed)
        yield head, msgspec.structs.replace(turned(found), whom=whom, object=stems)


def _proposition(source: _Source, clause: Clause, head: Mark, aspect: Mark | None) -> Proposition:
    """`head` with its aspect: the predicate's own sign, its aspect's, and that of the negations."""
    negated = turns(clause, (head, aspect) if aspect else (head,))
    sign = head.sign * (aspect.sign if aspect else 1) * (-1 if negated else 1)
    of = concern(source.tokens, clause, head, source.placed, source.teller, direct=source.direct)
    return Proposition(
        head.predicate, sign, head.sign, "", of.who, of.whom, of.object, of.words, of.among, of.rest,
        negated, (aspect or head).lasting, of.has_subject,
    )  # fmt: skip
