"""Where a voice turned: disagreements in which it stands on more than one side, at different times."""

from tawatur.ledger import lookup
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices_said import Saying, Sayings
from tawatur.model import DisagreementKind, Record

_FOUND = "SELECT DISTINCT disagreement FROM turns WHERE kind = ? AND key = ? ORDER BY disagreement LIMIT ?"


class TurnSide(Record, frozen=True):
    """One position, and the statements by which the voice took it, the earliest first."""

    position: str
    sayings: tuple[Saying, ...]

    @property
    def day(self) -> str:
        """When it was taken first; empty when that is unknown."""
        return min((one.day for one in self.sayings if one.day), default="")


class Turn(Record, frozen=True):
    """The sides in order of time, and the sentence that explains the disagreement, under `ar` and `en`."""

    disagreement: str
    kind: DisagreementKind
    explanation: dict[str, str]
    sides: tuple[TurnSide, ...]


def turns(ledger: Ledger, kind: SourceKind, key: str, limit: int = 50) -> list[Turn]:
    """The latest first. What a voice says on two sides on one day only, it may have said of two things, unless it is told to have
    contradicted itself."""
    sayings = Sayings(ledger, kind, key)
    found = [_turn(ledger, sayings, name) for (name,) in ledger.rows(_FOUND, kind, key, limit).fetchall()]
    turned = [one for one in found if len(one.sides) > 1 and (one.kind == "self_contradiction" or one.sides[0].day < one.sides[-1].day)]
    return sorted(turned, key=lambda one: (one.sides[-1].day, one.disagreement), reverse=True)


def _turn(ledger: Ledger, sayings: Sayings, identifier: str) -> Turn:
    found = lookup.disagreement(ledger, identifier)
    sides = [TurnSide(side.position, tuple(sayings.among(side.statements))) for side in found.sides]
    taken = sorted((side for side in sides if side.sayings), key=lambda side: side.day)
    return Turn(found.id, found.kind, found.explanation, tuple(taken))
