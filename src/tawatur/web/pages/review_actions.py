"""What reviewers do, as judgements: each action checks what was chosen, and writes down what it comes to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from tawatur import edtf
from tawatur.errors import JudgementError
from tawatur.ledger.deciding import join, split
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement, Way
from tawatur.web.pages.review_item import Choice, ReviewItem

Action = Literal["accept", "wrong", "same", "different", "split", "value", "prefer", "range", "unconfirmed", "pending", "ask"]
ACTIONS: tuple[Action, ...] = get_args(Action)
WAYS: tuple[Way, ...] = get_args(Way)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Chosen(NamedTuple):
    """What a form chose: the numbers of accounts and counts, the preferred side from 1, and another value."""

    numbers: Sequence[int]
    side: int | None
    value: str


@dataclass(frozen=True)
class Review:
    """An action on one item, by somebody for a reason."""

    ledger: Ledger
    item: ReviewItem
    chosen: Chosen
    by: str
    why: str

    def act(self, action: Action) -> tuple[Judgement, ...]:
        """The judgements written down. Raises JudgementError and NotFoundError when the action makes no sense of what was chosen."""
        if action in WAYS:
            return self._settle(action)
        others: Mapping[str, Callable[[], tuple[Judgement, ...]]] = {
            "accept": self._accept, "wrong": self._wrong, "same": self._same, "different": self._different, "split": self._split,
            "value": self._value,
        }  # fmt: skip
        return others[action]()

    def _judge(self, decision: Decision) -> tuple[Judgement, ...]:
        return (judge(self.ledger, decision, self.by, self.why),)

    def _choices(self) -> list[Choice]:
        """What was chosen; where there is nothing to choose from, the only one."""
        choices = self.item.choices
        return [choice for choice in choices if choice.number in self.chosen.numbers] or (choices if len(choices) == 1 else [])

    def _accounts(self) -> list[str]:
        """The accounts chosen, and those whose counts were."""
        return list(dict.fromkeys(choice.account.id for choice in self._choices()))

    def _accept(self) -> tuple[Judgement, ...]:
        """An event as it stands; of a disagreement, that it stands: both sides, as a range."""
        return self._settle("range") if self.item.disagreement else self._judge(Decision("right", self.item.id))

    def _wrong(self) -> tuple[Judgement, ...]:
        chosen = self._choices()
        if len(chosen) != 1:
            raise JudgementError("wrong: choose the one account or count that was read wrong")
        return self._judge(Decision("wrong", chosen[0].judged))

    def _same(self) -> tuple[Judgement, ...]:
        """All accounts chosen are of one event; of an event where none is chosen, all that it has."""
        chosen = self._accounts()
        if len(chosen) < 2 and self.item.event and not self.item.disagreement:
            chosen = list(self.item.event.mentions)
        return self._together("same", chosen)

    def _different(self) -> tuple[Judgement, ...]:
        """The two chosen; one chosen from all others of its event; where none is chosen, the two that barely hold together."""
        chosen = self._accounts() or [name for reason in self.item.reasons for name in (reason.one, reason.other) if name]
        if len(chosen) == 1 and self.item.event and chosen[0] in self.item.event.mentions:
            return self._judge(Decision("different", chosen[0], self.item.event.id))
        return self._together("different", chosen)

    def _together(self, kind: Literal["same", "different"], chosen: Sequence[str]) -> tuple[Judgement, ...]:
        if len(chosen) < 2 or (kind == "different" and len(chosen) > 2):
            raise JudgementError(f"{kind}: choose two accounts")
        return join(self.ledger, kind, chosen, self.by, self.why)

    def _split(self) -> tuple[Judgement, ...]:
        return split(self.ledger, self._accounts(), self.by, self.why)

    def _value(self) -> tuple[Judgement, ...]:
        chosen, value = self._choices(), self.chosen.value.translate(_DIGITS).strip()
        if len(chosen) != 1 or not value:
            raise JudgementError("value: choose one account or count, and write its value")
        one = chosen[0]
        if one.figure and "=" not in value:
            return self._judge(Decision("value", one.figure, None, value))
        field = f"date={value}" if edtf.bounds(value) else value
        return self._judge(Decision("value", one.account.id, None, field))

    def _settle(self, way: str) -> tuple[Judgement, ...]:
        if self.item.disagreement is None:
            raise JudgementError("settle: this is an event; only disagreements are settled")
        side = self._side() if way == "prefer" else None
        return self._judge(Decision("settle", self.item.id, str(side) if side else None, way))

    def _side(self) -> int | None:
        """The side preferred, or that of the account chosen."""
        numbers = {choice.number for choice in self._choices()} if self.chosen.numbers else set()
        holding = [place for place, group in enumerate(self.item.groups, 1) if any(one.number in numbers for one in group.choices)]
        return self.chosen.side or (holding[0] if len(holding) == 1 else None)
