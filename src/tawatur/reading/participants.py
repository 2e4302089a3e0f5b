"""Who did it and to whom: the bodies and people around a trigger, from word order and the words that tie them to it."""

from collections import defaultdict

from tawatur.model import Actor, Figure, Statement, Target
from tawatur.reading.located import Located
from tawatur.reading.participants_agents import PATIENT_MASDARS, Agents
from tawatur.reading.participants_parties import Parties, Party
from tawatur.reading.phrases import is_relative
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger

_PERSONAL = ("assassination", "kill", "arrest", "abduction", "detain", "targeting", "airstrike", "strike", "shelling")
_REACH = 18
_SUFFERED = ("killed", "injured", "captured", "targets")


class Participants:
    """Finds the actors and targets of triggers of one document. `timed` are the tokens of expressions of time."""

    def __init__(
        self,
        scan: Scan,
        parties: list[Party],
        figures: list[Figure],
        clauses: list[int],
        statements: list[Statement],
        timed: set[int] | None = None,
    ) -> None:
        self.scan, self.clauses = scan, clauses
        self.parties = Parties(scan, parties, statements)
        counted = Located(figures, lambda figure: scan.tokens.at(figure.start))
        self.agents = Agents(scan, self.parties, counted, clauses, timed or set())
        self.victims: dict[int, list[str]] = defaultdict(list)
        for figure in figures:
            if figure.of and figure.role in _SUFFERED:
                self.victims[clauses[scan.tokens.at(figure.start)]].append(figure.of)

    def of(self, trigger: Trigger) -> tuple[list[Actor], list[Target]]:
        """The actors and targets told around a trigger, each once."""
        actors = self.agents.of(trigger)
        targets = self._patients(trigger, {actor.name for actor in actors})
        return list(dict.fromkeys(actors)), list(dict.fromkeys(targets))

    def _patients(self, trigger: Trigger, acting: set[str]) -> list[Target]:
        targets: list[Target] = []
        if trigger.tag.startswith("pass") and trigger.first > 0 and is_relative(self.scan, trigger.first - 1):
            targets += [party.target for party in self.parties.ending.get(trigger.first - 1, ())]
        if trigger.column == "masdar" and trigger.enc:
            targets += [party.target for party in self._referred(trigger)]
        following = self.parties.at.get(trigger.stop)
        while following and following.name.name in acting:
            following = self.parties.at.get(following.stop)
        if following and (trigger.column == "verb" or trigger.entry.id in PATIENT_MASDARS):
            targets.append(following.target)
        targets += [party.target for party in self.agents.after_word(trigger, "patient") if party.name.name not in acting]
        if trigger.entry.id in _PERSONAL:
            targets += [p.target for p in self._following(trigger) if p.name.kind == "person" and p.name.name not in acting]
        return targets + self._victims(trigger)

    def _referred(self, trigger: Trigger) -> list[Party]:
        """Whom the pronoun of «تأسيسه», «اغتياله» means: the first party of the sentence before it."""
        return self.parties.before(trigger.first)[:1]

    def _following(self, trigger: Trigger) -> list[Party]:
        """Parties within reach behind the trigger, in its sentence, up to the next verb."""
        sentence, last = self.scan.tokens.sentence, trigger.stop
        while last < min(trigger.stop + 2 * _REACH, len(sentence)) and not any(hit.column == "verb" for hit in self.scan.hits[last]):
            last += 1
        return [party for party in self.parties.between(trigger.stop, last) if sentence[party.first] == sentence[trigger.first]]

    def _victims(self, trigger: Trigger) -> list[Target]:
        """Those counted as killed, injured or captured in the trigger's clause."""
        return [Target(name) for name in self.victims.get(self.clauses[trigger.first], ())]
