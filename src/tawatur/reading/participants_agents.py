"""Who did it: the bodies that word order, adjectives and the words of doing tie to a trigger."""

from collections.abc import Iterable
from itertools import chain

from tawatur.model import Actor, Figure
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import first_name
from tawatur.reading.located import Located
from tawatur.reading.participants_parties import ARMS, Parties, Party
from tawatur.reading.phrases import is_adjective, is_definite, is_joined, is_relative, is_stop
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.text.fold import fold
from tawatur.text.tokens import COMMA

PATIENT_MASDARS = ("targeting", "assassination", "kill", "arrest", "abduction", "destroy", "interception", "injure", "detain", "discovery")
"""Masdars that are followed by whom it was done to."""
_DEADLY = ("kill", "injure")
"""Verbs after which a person is who suffered them («قتل سليماني في غارة»), as news tells it."""
_CIVIL = ("organization", "international", "media")
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
        actors = [actor for actor in self._doers(trigger) if trigger.type != "ASSAULT" or not self._is_peaceful(actor)]
        return [*actors, *self._helpers(trigger)] if actors else []

    def _is_peaceful(self, actor: Actor) -> bool:
        """Whether a body is of those that rescue, count and report, and attack nobody."""
        entry = self.scan.lexicon.entry("actors", actor.id or "")
        civil = entry is None or entry.get("kind") in _CIVIL
        return civil and fold(actor.name).split()[0].removeprefix("ال") in words("rescuing")

    def _helpers(self, trigger: Trigger) -> list[Actor]:
        """«نفذت قوات … بمساندة طيران التحالف مداهمة»: who took part, told in the trigger's clause."""
        clause = self.clauses[trigger.first]
        reach = self.scan.in_layer("participants", max(trigger.first - _REACH, 0), trigger.stop + _REACH)
        helping = [hit.stop for hit in reach if hit.entry.get("role") == "helper" and self.clauses[hit.first] == clause]
        return _actors(self.parties.at[i] for i in helping if i in self.parties.at and self.parties.at[i].acts)

    def _doers(self, trigger: Trigger) -> list[Actor]:
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
        i = self.parties.joined(party)[-1].stop
        if not is_joined(self.scan, i) or is_stop(self.scan, i):
            return False
        if i in self.parties.at:
            return not self.parties.at[i].acts and not self.parties.at[i].pro
        means = any(hit.layer in ("weapons", "counted", "bodies") and hit.pro == "ب" for hit in self.scan.hits[i])
        thing = any(hit.layer in ("counted", "placeheads") and hit.pro in ("", "ل") for hit in self.scan.hits[i])
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
        """«طائرة مسيرة تابعة للتحالف», «مسيرة للتحالف»: whose the means were."""
        armed = False
        for j in range(trigger.stop, min(trigger.stop + _OWNED_REACH, len(self.scan.tokens) - 1)):
            if not is_joined(self.scan, j):
                return None
            belonging = self.scan.tokens.forms[j] in words("belonging")
            party = self.parties.at.get(j + 1)
            armed = armed or self._is_force(j)
            if armed and party and party.acts and party.pro == "ل" and is_joined(self.scan, j + 1):
                return party
            if j in self.parties.at or (is_stop(self.scan, j) and not belonging):
                return None
        return None

    def _is_force(self, i: int) -> bool:
        """«طائرة», «دورية»: what acts for those to whom it belongs."""
        arms = any(hit.layer == "bodies" and hit.entry.id in ARMS for hit in self.scan.hits[i])
        return arms or self.scan.tokens.forms[i] in words("squad")

    def _source(self, trigger: Trigger) -> Party | None:
        """«قصف استهدف المدينة، مصدره المناطق التي تسيطر عليها قوات النظام»: from whose side it came."""
        sentence, forms, sources = self.scan.tokens.sentence, self.scan.tokens.forms, words("source_of_it")
        told = (j for j in range(trigger.stop, min(trigger.stop + _REACH, len(forms))) if forms[j] in sources)
        for j in told:
            if sentence[j] == sentence[trigger.first]:
                near = self.parties.between(j + 1, j + 1 + _SOURCE_REACH)
                return next((party for party in near if party.acts and sentence[party.first] == sentence[j]), None)
        return None

    def _subject(self, trigger: Trigger) -> list[Actor]:
        """The subject of an active verb: the acting name right after it, else the last one before it."""
        if trigger.tag.startswith("pass") or self._is_of_attack(trigger):
            return []
        after = self.parties.at.get(self._past_times(trigger.stop))
        doing = after is not None and after.acts and trigger.entry.id not in _DEADLY
        if not doing and self._counted_next(trigger):
            return []
        if self._is_relative(trigger):
            return self._antecedent_actor(trigger)
        if after and after.name.kind == "person" and trigger.entry.id in _DEADLY:
            return []
        if after and after.acts:
            return _actors(self.parties.joined(after))
        owner = self._owner(trigger)
        if owner:
            return [owner.actor]
        return self._state_of_vehicle(trigger.stop) or self._subject_before(trigger)

    def _is_of_attack(self, trigger: Trigger) -> bool:
        """«قصف إسرائيلي استهدف», «غارة جوية، استهدفت»: a verb that says what the attack right before it hit."""
        i = trigger.first
        while i > 0 and i > trigger.first - _CARRIED_REACH and not self.scan.tokens.gaps[i] & ~COMMA:
            i -= 1
            nouns = [hit for j in (i, i - 1) if j >= 0 for hit in self.scan.hits[j] if hit.layer == "triggers" and hit.stop == i + 1]
            if any(hit.column in ("noun", "masdar") and hit.entry.get("type") == "ASSAULT" for hit in nouns):
                return trigger.entry.id == "targeting"
            if not (i in self.timed or is_adjective(self.scan, i) or self._describes(i)):
                return False
        return False

    def _subject_before(self, trigger: Trigger) -> list[Actor]:
        """The last acting name before a verb, with those it is joined to; else «مدرعة تركية دهست»."""
        near = [party for party in self.parties.before(trigger.first) if trigger.first - party.stop <= _REACH]
        before = [party for party in near if trigger.type != "ASSAULT" or self._can_attack(party)]
        if before:
            return _actors(self.parties.joined_before(before[-1]))
        return self._state_of_vehicle(trigger.first - 2) if is_joined(self.scan, trigger.first) else []

    def _can_attack(self, party: Party) -> bool:
        return not self._is_governed(party) and not self._is_peaceful(party.actor)

    def _is_governed(self, party: Party) -> bool:
        """«خرجت عن الخدمة»: no subject stands behind a preposition; behind «من» and ل stands whose it is, but not who backs it."""
        i, forms = party.first, self.scan.tokens.forms
        if party.pro == "ب":
            return True
        if i == 0 or not is_joined(self.scan, i):
            return False
        if forms[i - 1] in words("of"):
            return i > 1 and forms[i - 2] in words("backed")
        before = self.scan.hits[i - 1]
        return any(hit.layer == "stops" and hit.entry.get("kind") == "preposition" and hit.stop == i for hit in before)

    def _state_of_vehicle(self, i: int) -> list[Actor]:
        """«مدرعة تركية» at token `i`: the state whose it is."""
        vehicle = i >= 0 and i + 1 < len(self.scan.tokens) and is_joined(self.scan, i + 1)
        if not vehicle or not any(hit.layer == "counted" and hit.entry.get("class") == "vehicle" for hit in self.scan.hits[i]):
            return []
        return self._state_before(i + 2)

    def _state_before(self, i: int) -> list[Actor]:
        """The state whose adjective stands right before token `i`."""
        for j in range(i - 1, max(i - 3, 0), -1):
            for hit in self.scan.hits[j]:
                if hit.column == "nisba" and hit.entry.layer in _DOERS:
                    return [Actor(first_name(hit.entry), hit.entry.id)]
            if not self.scan.tokens.forms[j].endswith(("ي", "يه")):
                break
        return []

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
        state = self._state_before(trigger.first - 1)
        if state:
            return state
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
        if trigger.column == "verb" or trigger.stop in self.parties.at:
            return None
        for i in (trigger.stop, trigger.stop + 1):
            if i >= len(self.scan.tokens) or not is_joined(self.scan, i):
                return None
            for hit in self.scan.hits[i]:
                if hit.column == "nisba" and hit.entry.layer in _DOERS and not hit.tag.startswith("adj.mp"):
                    return Actor(first_name(hit.entry), hit.entry.id)
        return None

    def after_word(self, trigger: Trigger, role: str) -> list[Party]:
        """Parties right after a word of that role, within reach behind the trigger in its sentence."""
        found, sentence = [], self.scan.tokens.sentence
        for hit in self.scan.in_layer("participants", trigger.first, trigger.stop + _REACH):
            if sentence[hit.first] != sentence[trigger.first] or self.clauses[hit.first] > self.clauses[trigger.first] + 1:
                break
            if hit.entry.get("role") == role and self._reaches(trigger, hit.first):
                party = self.parties.from_count(hit.stop, _COUNTED_REACH)
                if party and (role != "agent" or party.acts):
                    found.append(party)
        return found

    def _reaches(self, trigger: Trigger, i: int) -> bool:
        """Whether no clause begins between the trigger and token `i`, other than with that token («قصف …، استهدف»)."""
        clauses = self.clauses
        return clauses[i] == clauses[trigger.first] or (
            clauses[i] == clauses[trigger.first] + 1 and clauses[i - 1] == clauses[trigger.first]
        )


def _actors(parties: Iterable[Party]) -> list[Actor]:
    return list(dict.fromkeys(party.actor for party in chain(parties)))
