"""Why a number of chains is what it is: of an event and each of its figures, of a claim, of the sides of a disagreement."""

from tawatur.errors import NotFoundError
from tawatur.ledger import lookup
from tawatur.ledger.neighbourhood import Neighbourhood
from tawatur.ledger.store import Ledger
from tawatur.model import Figure, FigureValue, Side
from tawatur.reconciling.accounts import Account
from tawatur.reconciling.corrections import figure_id
from tawatur.reconciling.explanations import Text, amount, wording
from tawatur.reconciling.scopes import scope
from tawatur.reconciling.why import Reason, reason, step
from tawatur.reconciling.why_chains import bounds, numbers


def event(ledger: Ledger, identifier: str) -> Reason:
    """The chains behind an event, then those behind each value of its figures."""
    found = lookup.event(ledger, identifier)
    near = Neighbourhood(ledger, found.mentions)
    whole = bounds([near.account(name) for name in found.mentions], found.chains_min, found.chains_max)
    values = [_value(near, role, value) for role in sorted(found.figures) for value in found.figures[role].values]
    return Reason(whole.said, ids=(identifier,), because=(*whole.because, *values, *_joins(ledger, identifier)))


def claim(ledger: Ledger, identifier: str) -> Reason:
    found = lookup.claim(ledger, identifier)
    near = Neighbourhood(ledger, found.statements)
    whole = bounds([near.account(name) for name in found.statements], found.chains_min, found.chains_max)
    return Reason(whole.said, ids=(identifier,), because=(*whole.because, *_joins(ledger, identifier)))


def _joins(ledger: Ledger, identifier: str) -> list[Reason]:
    """How its accounts came to be one event or claim."""
    joins = [step(merge) for merge in lookup.merges(ledger, identifier) if merge.kind != "chain"]
    return [reason(wording("why.steps"), *joins)] if joins else []


def disagreement(ledger: Ledger, identifier: str) -> Reason:
    """The chains behind each side."""
    found = lookup.disagreement(ledger, identifier)
    near = Neighbourhood(ledger, (part for side in found.sides for part in (*side.mentions, *side.statements)))
    sides = []
    for side in found.sides:
        told = bounds([near.account(part) for part in _tellers(near, side)], side.chains_min, side.chains_max)
        head = wording("why.side", position=side.position, chains=numbers(side.chains_min, side.chains_max))
        sides.append(reason(head, *told.because))
    return reason(Text(found.explanation["ar"], found.explanation["en"]), *sides, ids=(identifier,))


def _tellers(near: Neighbourhood, side: Side) -> tuple[str, ...]:
    """The statements of a side, and the mentions whose figures none of these gives."""
    own = [name for name in side.mentions if not set(side.statements) & set(dict(near.mentions[name].said_in).values())]
    return (*own, *side.statements)


def figure(ledger: Ledger, identifier: str) -> Reason:
    """The chains behind the value that a figure gives, with all accounts that give the same."""
    _, mention, _ = next(lookup.figures(ledger, identifier))
    near = Neighbourhood(ledger, (mention,))
    home = near.home("event", mention)
    for role, found in lookup.event(ledger, home).figures.items() if home else ():
        for value in found.values:
            if identifier in {name for name, _ in _behind(near, role, value)}:
                return _value(near, role, value)
    raise NotFoundError(f"{identifier}: stands behind no value of an event; it was judged wrong, or is told in a denial")


def _value(near: Neighbourhood, role: str, value: FigureValue) -> Reason:
    told = bounds([teller for _, teller in _behind(near, role, value)], value.chains_min, value.chains_max)
    label = wording(f"role.{role}")
    named = wording("why.part", role=label, part=value.of) if value.of else label
    head = wording("why.value", role=named, value=amount(value), chains=numbers(value.chains_min, value.chains_max))
    return reason(head, *told.because)


def _behind(near: Neighbourhood, role: str, value: FigureValue) -> list[tuple[str, Account]]:
    """The figures that a value stands for, by id, and who gives each: a statement, else the mention."""
    given = [
        (one, figure) for name in value.mentions for one in [near.mentions[name]] for figure in one.figures if _gives(figure, role, value)
    ]
    parts = {scope(figure) for _, figure in given if figure.of == value.of} if value.of else {""}
    kept = [(one, figure, dict(one.said_in).get(figure.start)) for one, figure in given if scope(figure) in parts]
    asserted = [told for told in kept if told[2] is None or not near.statements[told[2]].denies] or kept
    return [(figure_id(one.id, figure), near.account(said or one.id)) for one, figure, said in asserted]


def _gives(figure: Figure, role: str, value: FigureValue) -> bool:
    return (figure.role, figure.low, figure.high, figure.modifier) == (role, value.low, value.high, value.modifier)
