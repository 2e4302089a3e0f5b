"""Who did it and to whom: the bodies and people around a trigger, from word order and the words that tie them to it."""

from collections import defaultdict
from typing import NamedTuple

import msgspec

from tawatur.model import Actor, Figure, Name, Statement, Target
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import first_name
from tawatur.reading.located import Located, statements_by_sentence
from tawatur.reading.phrases import is_joined, is_relative
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.reading.whereabouts import is_acting, state_of

_ACTORS = ("person", "organization", "armed_group", "government", "military")
_PATIENT_MASDARS = ("targeting", "assassination", "kill", "arrest", "abduction", "destroy", "interception", "injure", "detain", "discovery")
_PERSONAL = ("assassination", "kill", "arrest", "abduction", "detain", "targeting", "airstrike", "strike", "shelling")
_DEADLY = ("kill", "injure")
"""Verbs after which a person is who suffered them («قتل سليماني في غارة»), as news tells it."""
_DOERS = ("countries", "actors")
_REACH, _COUNTED_REACH, _FIGURE_REACH = 18, 4, 30
_SUFFERED = ("killed", "injured", "captured", "targets")


class Party(NamedTuple):
    """A name that may act or be acted upon, at tokens `first` up to `stop`."""

    first: int
    stop: int
    name: Name
    acts: bool


def find_parties(scan: Scan, names: list[Name]) -> list[Party]:
    """Names of bodies, people, states and places, in order."""
    parties = []
    for name in names:
        state = state_of(scan, name) if name.kind == "place" else None
        if state and is_acting(scan, name):
            parties.append(_party(scan, _as_state(scan, name, state), acts=True))
        elif state or name.kind in (*_ACTORS, "place", "facility"):
            parties.append(_party(scan, name, acts=name.kind in _ACTORS or name.id == state))
    return parties


def _party(scan: Scan, name: Name, acts: bool) -> Party:
    return Party(scan.tokens.at(name.start), scan.tokens.at(name.end - 1) + 1, name, acts)


def _as_state(scan: Scan, name: Name, state: str) -> Name:
    """«واشنطن» as one who acts is the United States."""
    entry = scan.lexicon.entry("countries", state)
    return msgspec.structs.replace(name, name=first_name(entry), id=state) if entry else name


class Participants:
    """Finds the actors and targets of triggers of one document."""

    def __init__(self, scan: Scan, parties: list[Party], figures: list[Figure], clauses: list[int], statements: list[Statement]) -> None:
        self.scan, self.clauses = scan, clauses
        self.parties = Located(parties, lambda party: party.first)
        self.figures = Located(figures, lambda figure: scan.tokens.at(figure.start))
        self.told = statements_by_sentence(scan, statements)
        self.at = {party.first: party for party in parties}
        self.ending: dict[int, list[Party]] = defaultdict(list)
        for party in parties:
            self.ending[party.stop].append(party)
        self.victims: dict[int, list[str]] = defaultdict(list)
        for figure in figures:
            if figure.of and figure.role in _SUFFERED:
                self.victims[clauses[scan.tokens.at(figure.start)]].append(figure.of)

    def of(self, trigger: Trigger) -> tuple[list[Actor], list[Target]]:
        """The actors and targets told around a trigger, each once."""
        actors = self._agents(trigger)
        targets = self._patients(trigger, {actor.name for actor in actors})
        return list(dict.fromkeys(actors)), list(dict.fromkeys(targets))

    def _agents(self, trigger: Trigger) -> list[Actor]:
        by = self._after_word(trigger, "agent")
        if by:
            return [_actor(party) for party in by[:1]]
        adjective = self._adjective(trigger)
        if adjective:
            return [adjective]
        if trigger.column != "verb":
            following = self.at.get(trigger.stop)
            if following and following.acts and trigger.entry.id not in _PATIENT_MASDARS and is_joined(self.scan, trigger.stop):
                return [_actor(following)]
            return self._carried(trigger)
        return self._subject(trigger)

    def _subject(self, trigger: Trigger) -> list[Actor]:
        """The subject of an active verb: the acting name right after it, else the last one before it."""
        if trigger.tag.startswith("pass") or self._counted_next(trigger):
            return []
        if self._is_relative(trigger):
            return self._antecedent_actor(trigger)
        after = self.at.get(trigger.stop)
        if after and after.name.kind == "person" and trigger.entry.id in _DEADLY:
            return []
        if after and after.acts:
            return [_actor(after)]
        before = [party for party in self._before(trigger.first) if trigger.first - party.stop <= _REACH]
        return [_actor(before[-1])] if before else []

    def _before(self, i: int) -> list[Party]:
        """Acting parties before token `i` in its sentence; in what somebody says, only those named in it."""
        tokens = self.scan.tokens
        start = tokens.starts[i]
        told = [said.content for said in self.told.get(tokens.sentence[i], ()) if said.content.start <= start < said.content.end]
        opening = max((tokens.at(content.start) for content in told), default=0)
        first = tokens.sentences[tokens.sentence[i]][0]
        return [party for party in self.parties.between(max(opening, first), i) if party.acts and party.stop <= i]

    def _is_relative(self, trigger: Trigger) -> bool:
        """Whether the verb stands in a relative clause («الذي استهدف», «التي أنشئت»)."""
        i = trigger.first
        return i > 0 and is_relative(self.scan, i - 1)

    def _antecedent_actor(self, trigger: Trigger) -> list[Actor]:
        """«الاعتداء الأمريكي الذي استهدف»: the state whose adjective stands before the relative word, else the body there."""
        for j in range(trigger.first - 2, max(trigger.first - 4, -1), -1):
            for hit in self.scan.hits[j]:
                if hit.column == "nisba" and hit.entry.layer in _DOERS:
                    return [Actor(first_name(hit.entry), hit.entry.id)]
            if not self.scan.tokens.forms[j].endswith(("ي", "يه")):
                break
        return [_actor(party) for party in self._antecedent(trigger) if party.acts]

    def _antecedent(self, trigger: Trigger) -> list[Party]:
        """The party that ends right before the relative word."""
        return self.ending.get(trigger.first - 1, [])

    def _counted_next(self, trigger: Trigger) -> bool:
        """«قتل 5 أشخاص», «أصيب فلسطيني»: what follows is who suffered it."""
        start = self.scan.tokens.ends[trigger.stop - 1]
        near = self.figures.between(trigger.stop, trigger.stop + _FIGURE_REACH)
        return any(0 <= figure.start - start <= _FIGURE_REACH and figure.role in ("killed", "injured", "captured") for figure in near)

    def _carried(self, trigger: Trigger) -> list[Actor]:
        """«شنت مقاتلات إسرائيلية غارات», «نفذ التنظيم هجوما»: the subject of the verb that carries the noun."""
        sentence = self.scan.tokens.sentence
        for j in range(trigger.first - 1, max(trigger.first - 10, -1), -1):
            if sentence[j] != sentence[trigger.first]:
                break
            if any(hit.entry.id == "carry" and hit.entry.layer == "participants" for hit in self.scan.hits[j]):
                inner = [party for party in self.parties.between(j + 1, trigger.first) if party.acts]
                return [_actor(p) for p in inner[:1] or self._carrier_subject(j)]
        return []

    def _carrier_subject(self, i: int) -> list[Party]:
        """The subject of a verb that names none: of «وشنت»، «ثم شنت» the one of the clause before, else the last one named."""
        outer = self._before(i)
        if not self.scan.tokens.forms[i].startswith(tuple(words("and"))) and not (i and self.scan.tokens.forms[i - 1] in words("then")):
            return outer[-1:]
        clause = max((self.clauses[party.first] for party in outer), default=-1)
        return [party for party in outer if self.clauses[party.first] == clause][:1]

    def _adjective(self, trigger: Trigger) -> Actor | None:
        """«قصف إسرائيلي», «الغارات الأمريكية»: the adjective of a state after the noun."""
        if trigger.column == "verb":
            return None
        for i in (trigger.stop, trigger.stop + 1):
            if i >= len(self.scan.tokens) or not is_joined(self.scan, i):
                return None
            for hit in self.scan.hits[i]:
                if hit.column == "nisba" and hit.entry.layer in _DOERS:
                    return Actor(first_name(hit.entry), hit.entry.id)
        return None

    def _patients(self, trigger: Trigger, acting: set[str]) -> list[Target]:
        targets: list[Target] = []
        if trigger.tag.startswith("pass") and self._is_relative(trigger):
            targets += [_target(party) for party in self._antecedent(trigger)]
        if trigger.column == "masdar" and trigger.enc:
            targets += [_target(party) for party in self._referred(trigger)]
        following = self.at.get(trigger.stop)
        if following and trigger.column == "verb" and following.name.name in acting:
            following = self.at.get(following.stop)
        if following and following.name.name not in acting and (trigger.column == "verb" or trigger.entry.id in _PATIENT_MASDARS):
            targets.append(_target(following))
        targets += [_target(party) for party in self._after_word(trigger, "patient") if party.name.name not in acting]
        if trigger.entry.id in _PERSONAL:
            targets += [_target(p) for p in self._following(trigger) if p.name.kind == "person" and p.name.name not in acting]
        targets += self._victims(trigger)
        return targets

    def _referred(self, trigger: Trigger) -> list[Party]:
        """Whom the pronoun of «تأسيسه», «اغتياله» means: the first party of the sentence before it."""
        return self._before(trigger.first)[:1]

    def _following(self, trigger: Trigger) -> list[Party]:
        """Parties within reach behind the trigger, in its sentence, up to the next verb."""
        sentence, last = self.scan.tokens.sentence, trigger.stop
        while last < min(trigger.stop + 2 * _REACH, len(sentence)) and not any(hit.column == "verb" for hit in self.scan.hits[last]):
            last += 1
        return [party for party in self.parties.between(trigger.stop, last) if sentence[party.first] == sentence[trigger.first]]

    def _victims(self, trigger: Trigger) -> list[Target]:
        """Those counted as killed, injured or captured in the trigger's clause."""
        return [Target(name) for name in self.victims.get(self.clauses[trigger.first], ())]

    def _after_word(self, trigger: Trigger, role: str) -> list[Party]:
        """Parties right after a word of that role, within reach behind the trigger in its sentence."""
        found, sentence = [], self.scan.tokens.sentence
        for hit in self.scan.in_layer("participants", trigger.first, trigger.stop + _REACH):
            if sentence[hit.first] != sentence[trigger.first] or self.clauses[hit.first] > self.clauses[trigger.first] + 1:
                break
            if hit.entry.get("role") == role:
                party = self._party_from(hit.stop)
                if party and (role != "agent" or party.acts):
                    found.append(party)
        return found

    def _party_from(self, i: int) -> Party | None:
        """The party at token `i`, or behind what is counted there («على 5 أهداف للكتائب»)."""
        for j in range(i, min(i + _COUNTED_REACH, len(self.scan.tokens))):
            if j in self.at:
                return self.at[j]
            counted = self.scan.tokens.forms[j].isdigit() or any(hit.entry.layer == "counted" for hit in self.scan.hits[j])
            if j > i and not counted:
                return None
        return None


def _actor(party: Party) -> Actor:
    return Actor(party.name.name, party.name.id)


def _target(party: Party) -> Target:
    return Target(party.name.name, party.name.id)
