"""Which event a statement bears on: told in its own words, or named by its time, its parties and its place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.matters import teller
from tawatur.reconciling.similarity import NIGHT, gap, reality
from tawatur.reconciling.words import telling

_ENOUGH, _MARGIN = 2.0, 0.4
_LOOKED_AT = 40
_RECENT, _OLD = 3, 10
_OF_VIOLENCE = frozenset(("hit", "responsible"))
_ABOUT_EVENTS = frozenset(("aim", "hit", "responsible", "alive", "shoot_down"))


def bearings(
    statements: Sequence[StatementFeatures], mentions: Sequence[MentionFeatures], event_of: Mapping[str, str]
) -> dict[str, list[StatementFeatures]]:
    """By event id, the statements that bear on it."""
    index = _Index(mentions)
    found: dict[str, list[StatementFeatures]] = defaultdict(list)
    for statement in statements:
        for event in sorted(_events_of(statement, index, event_of)):
            found[event].append(statement)
    return found


class _Index:
    """Mentions by document, and by the parties and places they name."""

    def __init__(self, mentions: Sequence[MentionFeatures]) -> None:
        self.by_document: dict[str, list[MentionFeatures]] = defaultdict(list)
        self.by_key: dict[str, list[MentionFeatures]] = defaultdict(list)
        for mention in mentions:
            self.by_document[mention.document].append(mention)
            for key in sorted(_keys(mention)):
                self.by_key[key].append(mention)

    def near(self, statement: StatementFeatures) -> Iterator[MentionFeatures]:
        yield from self.by_document.get(statement.document, ())
        for key in sorted(statement.names | set(teller(statement))):
            block = self.by_key.get(key, [])
            yield from (mention for mention in block if _may_be_of(statement, mention)) if len(block) <= _LOOKED_AT else ()


def _keys(mention: MentionFeatures) -> set[str]:
    keys = {party.key for party in (*mention.targets, *(actor for actor, _ in mention.actors))}
    return keys | ({mention.spot.key} if mention.spot else set())


def _may_be_of(statement: StatementFeatures, mention: MentionFeatures) -> bool:
    return statement.day is not None and mention.window is not None and -NIGHT <= statement.day - mention.window[1] <= _OLD


def _events_of(statement: StatementFeatures, index: _Index, event_of: Mapping[str, str]) -> set[str]:
    told = {event_of[mention] for mention in statement.covers if mention in event_of}
    if told or not any(said.predicate in _ABOUT_EVENTS for said in statement.propositions):
        return told
    best: dict[str, float] = {}
    for mention in index.near(statement):
        event = event_of.get(mention.id)
        if event is not None:
            best[event] = max(best.get(event, 0.0), fit(statement, mention))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
        return _told_before(statement, index, event_of)
    return {ranked[0][0]}


def _told_before(statement: StatementFeatures, index: _Index, event_of: Mapping[str, str]) -> set[str]:
    """Who blames, clears, or speaks of victims without saying of what, speaks of the violence told last before."""
    if statement.windows or not any(said.predicate in _OF_VIOLENCE for said in statement.propositions):
        return set()
    before = [one for one in index.by_document.get(statement.document, ()) if one.trigger[0] < statement.cue[0] and _is_violence(one)]
    last = max(before, key=lambda one: one.trigger, default=None)
    return {event_of[last.id]} if last is not None and last.id in event_of else set()


def _is_violence(mention: MentionFeatures) -> bool:
    return mention.type in ("ASSAULT", "ACCIDENT") and reality(mention) == "real"


def fit(statement: StatementFeatures, mention: MentionFeatures) -> float:
    """Points for a statement bearing on the event of a mention; 0 when it names another day."""
    time = _time(statement, mention)
    if time is None:
        return 0.0
    named = statement.names | set(teller(statement))
    points = time + (0.5 if statement.document == mention.document else 0.0)
    points += 1.0 if any(actor.key in named for actor, _ in mention.actors) else 0.0
    points += 1.0 if any(target.key in named for target in mention.targets) else 0.0
    if mention.spot:
        points += 1.0 if mention.spot.key in named else 0.5 if mention.spot.stems & set(statement.words) else 0.0
    return points + min(1.0, 0.25 * len(telling(statement.words) & telling(mention.words)))


def _time(statement: StatementFeatures, mention: MentionFeatures) -> float | None:
    if mention.window is None:
        return 0.0
    if statement.windows:
        return 2.0 if any(gap(window, mention.window) <= NIGHT for window in statement.windows) else None
    if statement.day is None:
        return 0.0
    days = statement.day - mention.window[1]
    return 0.7 if -NIGHT <= days <= _RECENT else 0.0 if days <= _OLD else -1.0
