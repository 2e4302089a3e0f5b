"""Parties: the names of bodies, people, states and places that may act or be acted upon, and where they stand."""

from collections import defaultdict
from typing import NamedTuple

import msgspec

from tawatur.model import Actor, Name, Statement, Target
from tawatur.packs.lexicon import first_name
from tawatur.reading.located import Located, statements_by_sentence
from tawatur.reading.names_words import proclitic
from tawatur.reading.scan import Scan
from tawatur.reading.whereabouts import is_acting, state_of

ARMS = ("aircraft", "artillery")
"""Heads of bodies that are as much a weapon."""
_ACTORS = ("person", "organization", "armed_group", "government", "military")


class Party(NamedTuple):
    """A name that may act or be acted upon, at tokens `first` up to `stop`; `pro` is the conjunction or preposition written on it."""

    first: int
    stop: int
    name: Name
    acts: bool
    pro: str

    @property
    def actor(self) -> Actor:
        return Actor(self.name.name, self.name.id)

    @property
    def target(self) -> Target:
        return Target(self.name.name, self.name.id)


def find_parties(scan: Scan, names: list[Name]) -> list[Party]:
    """Names of bodies, people, states and places, in order."""
    parties = []
    for name in names:
        state = state_of(scan, name) if name.kind == "place" else None
        if state and is_acting(scan, name):
            parties.append(_party(scan, _as_state(scan, name, state), acts=True))
        elif state or name.kind in (*_ACTORS, "place", "facility"):
            parties.append(_party(scan, name, acts=name.kind in _ACTORS))
    return parties


def _party(scan: Scan, name: Name, acts: bool) -> Party:
    first = scan.tokens.at(name.start)
    pro = proclitic(scan, first)
    acts = acts and not _is_means(scan, first, pro) and not _is_directed(scan, first)
    return Party(first, scan.tokens.at(name.end - 1) + 1, name, acts, pro)


def _is_directed(scan: Scan, first: int) -> bool:
    """«جنوب شرقي المحافظة»: where something is."""
    before = (hit for j in range(max(first - 3, 0), first) for hit in scan.hits[j])
    return any(hit.layer == "directions" and hit.column == "ar" and hit.stop == first for hit in before)


def _is_means(scan: Scan, first: int, pro: str) -> bool:
    """«بالمدفعية الثقيلة», «بطائرة مسيرة»: what it was done with."""
    return pro.endswith("ب") and any(hit.layer == "bodies" and hit.entry.id in ARMS for hit in scan.hits[first])


def _as_state(scan: Scan, name: Name, state: str) -> Name:
    """«واشنطن» as one who acts is the United States."""
    entry = scan.lexicon.entry("countries", state)
    return msgspec.structs.replace(name, name=first_name(entry), id=state) if entry else name


class Parties:
    """The parties of one document by where they begin and end, with what somebody says of them."""

    def __init__(self, scan: Scan, parties: list[Party], statements: list[Statement]) -> None:
        self.scan = scan
        self.told = statements_by_sentence(scan, statements)
        self.at = {party.first: party for party in parties}
        self.ending: dict[int, list[Party]] = defaultdict(list)
        self._located = Located(parties, lambda party: party.first)
        for party in parties:
            self.ending[party.stop].append(party)

    def between(self, first: int, stop: int) -> list[Party]:
        """Those that begin at tokens `first` up to, not including, `stop`."""
        return self._located.between(first, stop)

    def before(self, i: int) -> list[Party]:
        """Acting parties before token `i` in its sentence; in what somebody says, only those named in it."""
        tokens = self.scan.tokens
        start = tokens.starts[i]
        told = [said.content for said in self.told.get(tokens.sentence[i], ()) if said.content.start <= start < said.content.end]
        opening = max((tokens.at(content.start) for content in told), default=0)
        first = tokens.sentences[tokens.sentence[i]][0]
        return [party for party in self.between(max(opening, first), i) if party.acts and party.stop <= i]

    def from_count(self, i: int, reach: int) -> Party | None:
        """The party at token `i`, or behind what is counted there («على 5 أهداف للكتائب»)."""
        for j in range(i, min(i + reach, len(self.scan.tokens))):
            if j in self.at:
                return self.at[j]
            counted = self.scan.tokens.forms[j].isdigit() or any(hit.entry.layer == "counted" for hit in self.scan.hits[j])
            if j > i and not counted:
                return None
        return None

    def joined(self, party: Party) -> list[Party]:
        """The party and those that و joins to it («قوات النظام وروسيا»)."""
        together = [party]
        following = self.at.get(party.stop)
        while following and following.acts and following.pro == "و" and not self.scan.tokens.gaps[following.first]:
            together.append(following)
            following = self.at.get(following.stop)
        return together

    def joined_before(self, party: Party) -> list[Party]:
        """The party and those to which و joins it."""
        together = [party]
        while together[0].pro == "و" and not self.scan.tokens.gaps[together[0].first]:
            outer = [one for one in self.ending.get(together[0].first, ()) if one.acts]
            if not outer:
                break
            together.insert(0, outer[0])
        return together
