"""Events, disagreements, claims, statements and families whole, in words."""

from collections.abc import Iterable
from functools import singledispatchmethod

from tawatur.cli.describe import Describer
from tawatur.cli.trees import draw, roots
from tawatur.cli.verdicts import Told
from tawatur.ledger.accounts import Account, ClaimView, DisagreementView, EventView, StatementView
from tawatur.ledger.judgements import Judged
from tawatur.model import Disagreement, Event, Family, Judgement, Merge, Reading, Span


class Whole:
    """Prints one view."""

    def __init__(self, describer: Describer) -> None:
        self.describer = describer
        self.screen = describer.screen
        self.say = describer.say
        self.verdicts = Told(self.screen, self.say)

    @singledispatchmethod
    def show(self, view: object) -> None:
        raise TypeError(type(view).__name__)

    @show.register
    def _reading(self, view: Reading) -> None:
        self.describer.reading(view)

    @show.register
    def _event_view(self, view: EventView) -> None:
        event, say = view.event, self.say
        self._head("event", event.id)
        self._event(event)
        self._chains(event.chains_min, event.chains_max)
        self._figures(view)
        self._section("accounts")
        self._accounts(view.accounts, note="modality")
        if view.disagreements:
            self._section("disagreements")
        for other in view.disagreements:
            self.screen.line(f"  {say('disagreement.' + other.kind)}: {self._explained(other)}  {other.id}")
            self._settlement(other, "    ")
        self._merges(view.merges)
        self._judgements(view.judgements)

    @show.register
    def _disagreement_view(self, view: DisagreementView) -> None:
        found, say = view.disagreement, self.say
        self._head("disagreement", found.id)
        self.screen.line(f"  {say('disagreement.' + found.kind)} · {self.screen.text(found.about)}")
        self.screen.line(f"  {self._explained(found)}")
        self._settlement(found, "  ")
        for event in found.events:
            self.screen.line(f"  {say('event')}: {event}")
        for number, side in enumerate(view.sides, 1):
            self._section("side", f": {self.screen.text(side.position)}", number=number)
            self._chains(side.chains_min, side.chains_max)
            self._accounts(side.accounts)
        self._judgements(view.judgements)

    @show.register
    def _claim_view(self, view: ClaimView) -> None:
        self._head("claim", view.claim.id)
        self.screen.line(f"  {self.say('about')}: {self.screen.text(view.claim.about)}")
        self._chains(view.claim.chains_min, view.claim.chains_max)
        self._section("statements")
        self._accounts(view.accounts, note="act")
        self._merges(view.merges)

    @show.register
    def _statement_view(self, view: StatementView) -> None:
        statement, say = view.statement, self.say
        self._head("statement", statement.id)
        speaker = self.screen.text(statement.speaker or say("nobody"))
        organisation = f" ({self.screen.text(statement.organisation)})" if statement.organisation else ""
        medium = f" · {say('medium.' + statement.medium)}" if statement.medium else ""
        self.screen.line(f"  {speaker}{organisation} · {say('act.' + statement.act)}{medium} · {statement.date or say('no_date')}")
        self._accounts([view.account])
        if view.claim:
            self.screen.line(f"  {say('claim')}: {self.screen.text(view.claim.about)}  {view.claim.id}")
            self._chains(view.claim.chains_min, view.claim.chains_max)

    @show.register
    def _family(self, view: Family) -> None:
        self._head("family", view.id)
        self.screen.line("  " + self.say("first_text", document=self.screen.text(view.first)))
        for document in view.documents:
            self.screen.line(f"  {self.screen.text(document)}: {self.screen.text(view.reasons[document][self.say.language])}")

    def _event(self, event: Event) -> None:
        say, text = self.say, self.screen.text
        place = text(event.place.name) if event.place else say("no_place")
        self.screen.line(f"  {event.date or say('no_date')} · {self.describer.kind(event.type, event.mode)} · {place}")
        for key, names in (("who", [actor.name for actor in event.actors]), ("whom", [target.name for target in event.targets])):
            if names:
                self.screen.line(f"  {say(key)}: {text('، '.join(names))}")

    def _figures(self, view: EventView) -> None:
        say = self.say
        for role, values in view.figures.items():
            found = view.event.figures[role]
            bounds = {name: say("unknown") if (bound := getattr(found, name)) is None else bound for name in ("low", "best", "high")}
            self._section(f"role.{role}", f": {say('low_best_high', **bounds)}")
            for shown in values:
                value = shown.value
                counted = f" ({self.screen.text(value.of)})" if value.of else ""
                later = f" · {say('superseded')}" if value.superseded else ""
                chains = say.chains(value.chains_min, value.chains_max)
                self.screen.line(f"  {say.value(value.low, value.high, value.modifier)}{counted}{later} · {chains}")
                self._accounts(shown.accounts, indent="    ")

    def _accounts(self, accounts: Iterable[Account], note: str = "", indent: str = "  ") -> None:
        """The accounts hung on the tree of their chains, each with its own words."""
        for line in draw(roots(accounts), self.describer.link, lambda account: self._tell(account, note)):
            self.screen.line(indent + line)

    def _tell(self, account: Account, note: str) -> list[str]:
        text, say = self.screen.text, self.say
        facts = [text(say.outlet(account.outlet)), account.published or say("no_date"), text(account.id)]
        if account.figure:
            facts.append(account.figure)
        if note:
            facts.append(say(f"{note}.{account.note}"))
        if account.copied_from:
            facts.append(say("copied_from", document=text(account.copied_from)))
        start = account.span.start
        marks = [Span(mark.start - start, mark.end - start) for mark in account.marks]
        return [" · ".join(facts), self.describer.words(account.words, Span(0, len(account.words)), marks)]

    def _head(self, key: str, identifier: str) -> None:
        self.screen.line(self.screen.bold(f"{self.say(key)} {self.screen.text(identifier)}"))

    def _section(self, key: str, rest: str = "", **values: object) -> None:
        self.screen.line()
        self.screen.line(self.screen.bold(f" {self.say(key, **values)}{rest}"))

    def _chains(self, least: int, most: int) -> None:
        self.screen.line(f"  {self.say.chains(least, most)}")

    def _settlement(self, found: Disagreement, indent: str) -> None:
        if found.settled:
            self.screen.line(f"{indent}{self.screen.bold(self.verdicts.settlement(found))}  {found.settled.judgement}")

    def _explained(self, found: Disagreement) -> str:
        return self.screen.text(found.explanation[self.say.language])

    def _judgements(self, judgements: Iterable[Judgement]) -> None:
        shown = list(judgements)
        if shown:
            self._section("judgements")
        for judgement in shown:
            self.screen.line(f"  {self.verdicts.short(judgement)}  {judgement.id}")

    @show.register
    def _judgement(self, view: Judged) -> None:
        said = view.judgement
        self._head("judgement", said.id)
        by_which = f" ({view.by_which})" if view.by_which else ""
        self.screen.line(f"  {self.verdicts.short(said)}")
        self.screen.line(f"  {self.say('standing')}: {self.say('standing.' + view.standing)}{by_which}")

    def _merges(self, merges: Iterable[Merge]) -> None:
        shown = list(merges)
        if shown:
            self._section("why_one")
        for merge in shown:
            self.screen.line(
                f"  {self.screen.text(merge.one)} + {self.screen.text(merge.other)}: {self.screen.text(merge.reason[self.say.language])}"
            )
