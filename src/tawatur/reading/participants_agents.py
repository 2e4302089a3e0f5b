"""Who did it: the bodies that word order, adjectives and the words of doing tie to a trigger."""

from collections.abc import Iterable
from itertools import chain

from tawatur.model import Actor, Figure
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import first_name
from tawatur.reading.located import Located
from tawatur.reading.participants_parties import Parties, Party
from tawatur.reading.phrases import is_definite, is_joined, is_relative, is_stop
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.text.tokens import COMMA

PATIENT_MASDARS = ("targeting", "assassination", "kill", "arrest", "abduction", "destroy", "interception", "injure", "detain", "discovery")
"""Masdars that are followed by whom it was done to."""
_DEADLY = ("kill", "injure")
"""Verbs after which a person is who suffered them («قتل سليماني في غارة»), as news tells it."""
_DOERS = ("countries", "actors")
_REACH, _COUNTED_REACH, _FIGURE_REACH = 18, 4, 30
_CARRIED_REACH, _SOURCE_REACH, _OWNED_REACH = 10, 8, 6
_ADJECTIVES = 3


class Agents:
    """Finds the actors of triggers of one document. `timed` are the tokens of expressions of time."""

    def __init__(self, scan: Scan, parties: Parties, figures: Located[Figure], clauses: list[int], timed: set[int]) -> None:
        self.scan, self.parties, self.figures, self.clauses, self.timed = scan, parties, figures, clauses, timed

    def of(self, trigger: Trigger) -> list[Actor]:
        """The actors told around a trigger."""
        by = self.after_word(trigger, "agent")
        if by:
            return _actors(self.parties.joined(by[0]))
        adjective = self._adjective(trigger)
        if adjective:
            return [adjective]
        source = self._source(trigger)
        if source:
            return _actors(self.parties.joined(source))
        if trigger.column == "verb":
            return self._subject(trigger)
        following = self._genitive(trigger)
        return _actors(self.parties.joined(following)) if following else self._carried(trigger)

    def _genitive(self, trigger: Trigger) -> Party | None:
        """«قصف قوات النظام», «القصف الانتقامي لقوات النظام», «قصف لطيران تابع للتحالف»; of «استهداف» only one before whom it hit."""
        following = self.parties.at.get(trigger.stop)
        if following and is_joined(self.scan, trigger.stop):
            if not following.acts:
                return None
            if trigger.entry.id not in PATIENT_MASDARS or (trigger.entry.id == "targeting" and self._has_object(following)):
                return following
            return None
        return None if trigger.entry.id in PATIENT_MASDARS else self._behind_adjectives(trigger) or self._owner(trigger)

    def _has_object(self, party: Party) -> bool:
        """«استهداف قوات النظام بالمدفعية …», «استهداف قوات النظام بلدة …»: whether what was hit, or with what, stands after who hit it."""
        i = party.stop
        if not is_joined(self.scan, i) or is_stop(self.scan, i):
            return False
        if i in self.parties.at:
            return not self.parties.at[i].acts and not self.parties.at[i].pro
        means = any(hit.layer in ("weapons", "counted", "bodies") and hit.pro == "ب" for hit in self.scan.hits[i])
        thing = any(hit.layer in ("counted", "placeheads") and not hit.pro for hit in self.scan.hits[i])
        return means or (thing and not is_definite(self.scan, i))

    def _behind_adjectives(self, trigger: Trigger) -> Party | None:
        """«قصف مدفعي وصاروخي عنيف لقوات النظام»: whose it is, told with ل after what it was like."""
        i = trigger.stop
        while i < trigger.stop + _ADJECTIVES and is_joined(self.scan, i) and i not in self.parties.at and self._describes(i):
            i += 1
        party = self.parties.at.get(i)
        return party if party and party.acts and party.pro == "ل" and is_joined(self.scan, i) else None

    def _describes(self, i: int) -> bool:
        form = self.scan.tokens.forms[i].removeprefix("و").removeprefix("ال").removesuffix("ه")
        return not is_stop(self.scan, i) and (form.endswith("ي") or form in words("intense"))

    def _owner(self, trigger: Trigger) -> Party | None:
        """«طائرة مسيرة تابعة للتحالف»: whose the means were."""
        for j in range(trigger.stop, min(trigger.stop + _OWNED_REACH, len(self.scan.tokens) - 1)):
            if not is_joined(self.scan, j) or (is_stop(self.scan, j) and j > trigger.stop):
                return None
            if self.scan.tokens.forms[j] in words("belonging"):
                party = self.parties.at.get(j + 1)
                return party if party and party.acts and party.pro == "ل" else None
        return None

    def _source(self, trigger: Trigger) -> Party | None:
        """«قصف استهدف المدينة، مصدره المناطق التي تسيطر عليها قوات النظام»: from whose side it came."""
        sentence = self.scan.tokens.sentence
        for j in range(trigger.stop, min(trigger.stop + _REACH, len(sentence))):
            if sentence[j] != sentence[trigger.first]:
                break
            if self.scan.tokens.forms[j] in words("source_of_it"):
                near = self.parties.between(j + 1, j + 1 + _SOURCE_REACH)
                return next((party for party in near if party.acts and sentence[party.first] == sentence[j]), None)
        return None

    def _subject(self, trigger: Trigger) -> list[Actor]:
        """The subject of an active verb: the acting name right after it, else the last one before it."""
        if trigger.tag.startswith("pass") or self._counted_next(trigger):
            return []
        if self._is_relative(trigger):
            return self._antecedent_actor(trigger)
        after = self.parties.at.get(self._past_times(trigger.stop))
        if after and after.name.kind == "person" and trigger.entry.id in _DEADLY:
            return []
        if after and after.acts:
            return _actors(self.parties.joined(after))
        owner = self._owner(trigger)
        if owner:
            return [owner.actor]
        before = [party for party in self.parties.before(trigger.first) if trigger.first - party.stop <= _REACH]
        return _actors(self.parties.joined_before(before[-1])) if before else []

    def _past_times(self, i: int) -> int:
        """The token after an expression of time at token `i` («قصفت، صباح اليوم، قوات النظام»)."""
        while i in self.timed and not self.scan.tokens.gaps[i] & ~COMMA:
            i += 1
        return i

    def _is_relative(self, trigger: Trigger) -> bool:
        """Whether the verb stands in a relative clause («الذي استهدف», «التي أنشئت»)."""
        return trigger.first > 0 and is_relative(self.scan, trigger.first - 1)

    def _antecedent_actor(self, trigger: Trigger) -> list[Actor]:
        """«الاعتداء الأمريكي الذي استهدف»: the state whose adjective stands before the relative word, else the body there."""
        for j in range(trigger.first - 2, max(trigger.first - 4, -1), -1):
            for hit in self.scan.hits[j]:
                if hit.column == "nisba" and hit.entry.layer in _DOERS:
                    return [Actor(first_name(hit.entry), hit.entry.id)]
            if not self.scan.tokens.forms[j].endswith(("ي", "يه")):
                break
        return [party.actor for party in self.parties.ending.get(trigger.first - 1, ()) if party.acts]

    def _counted_next(self, trigger: Trigger) -> bool:
        """«قتل 5 أشخاص», «أصيب فلسطيني»: what follows is who suffered it."""
        start = self.scan.tokens.ends[trigger.stop - 1]
        near = self.figures.between(trigger.stop, trigger.stop + _FIGURE_REACH)
        return any(0 <= figure.start - start <= _FIGURE_REACH and figure.role in ("killed", "injured", "captured") for figure in near)

    def _carried(self, trigger: Trigger) -> list[Actor]:
        """«شنت مقاتلات إسرائيلية غارات», «نفذ التنظيم هجوما», «قيام قوات النظام باستهداف»: the subject of what carries the noun."""
        sentence = self.scan.tokens.sentence
        for j in range(trigger.first - 1, max(trigger.first - _CARRIED_REACH, -1), -1):
            if sentence[j] != sentence[trigger.first]:
                break
            if any(hit.entry.id == "carry" and hit.entry.layer == "participants" for hit in self.scan.hits[j]):
                inner = [party for party in self.parties.between(j + 1, trigger.first) if party.acts]
                return _actors(self.parties.joined(inner[0]) if inner else self._carrier_subject(j))
        return []

    def _carrier_subject(self, i: int) -> list[Party]:
        """The subject of a verb that names none: of «وشنت»، «ثم شنت» the one of the clause before, else the last one named."""
        outer = self.parties.before(i)
        if not self.scan.tokens.forms[i].startswith(tuple(words("and"))) and not (i and self.scan.tokens.forms[i - 1] in words("then")):
            return self.parties.joined_before(outer[-1]) if outer else []
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

    def after_word(self, trigger: Trigger, role: str) -> list[Party]:
        """Parties right after a word of that role, within reach behind the trigger in its sentence."""
        found, sentence = [], self.scan.tokens.sentence
        for hit in self.scan.in_layer("participants", trigger.first, trigger.stop + _REACH):
            if sentence[hit.first] != sentence[trigger.first] or self.clauses[hit.first] > self.clauses[trigger.first] + 1:
                break
            if hit.entry.get("role") == role:
                party = self.parties.from_count(hit.stop, _COUNTED_REACH)
                if party and (role != "agent" or party.acts):
                    found.append(party)
        return found


def _actors(parties: Iterable[Party]) -> list[Actor]:
    return list(dict.fromkeys(party.actor for party in chain(parties)))
