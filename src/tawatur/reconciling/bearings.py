"""Which event a statement bears on: told in its own words, or named by its time, its parties and its place."""

from collections.abc import Callable, Iterable, Sequence

from tawatur.reconciling.features import MentionFeatures, StatementFeatures
from tawatur.reconciling.matters import teller
from tawatur.reconciling.similarity import NIGHT, gap, reality
from tawatur.reconciling.words import telling

_ENOUGH, _MARGIN = 2.0, 0.4
_RECENT, _OLD = 3, 10
_OF_VIOLENCE = frozenset(("hit", "responsible"))
_ABOUT_EVENTS = frozenset(("aim", "hit", "responsible", "alive", "shoot_down"))


def is_about_events(statement: StatementFeatures) -> bool:
    """Whether a statement says what only bears on an event, so that one is to be looked for."""
    return any(said.predicate in _ABOUT_EVENTS for said in statement.propositions)


def keys_of_statement(statement: StatementFeatures) -> set[str]:
    """What a statement names, and who makes it."""
    return {*statement.names, *teller(statement)}


def keys_of_mention(mention: MentionFeatures) -> set[str]:
    """Whom and where a mention names."""
    keys = {party.key for party in (*mention.targets, *(actor for actor, _ in mention.actors))}
    return keys | ({mention.spot.key} if mention.spot else set())


def days_of_bearing(mention: MentionFeatures) -> tuple[int, int] | None:
    """The days on which a statement can have been made that bears on the event of a mention; None for an undated one."""
    return (mention.window[1] - NIGHT, mention.window[1] + _OLD) if mention.window is not None else None


def events_of(
    statement: StatementFeatures, own: Sequence[MentionFeatures], near: Iterable[MentionFeatures], event_of: Callable[[str], str | None]
) -> set[str]:
    """The events that a statement bears on. `own` are the mentions of its document, `near` those that share a key with it in time."""
    told = {event for mention in statement.covers if (event := event_of(mention)) is not None}
    if told or not is_about_events(statement):
        return told
    best: dict[str, float] = {}
    for mention in {mention.id: mention for mention in (*own, *near)}.values():
        event = event_of(mention.id)
        if event is not None:
            best[event] = max(best.get(event, 0.0), fit(statement, mention))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
        return _told_before(statement, own, event_of)
    return {ranked[0][0]}


def _told_before(statement: StatementFeatures, own: Sequence[MentionFeatures], event_of: Callable[[str], str | None]) -> set[str]:
    """Who blames, clears, or speaks of victims without saying of what, speaks of the violence told last before."""
    if statement.windows or not any(said.predicate in _OF_VIOLENCE for said in statement.propositions):
        return set()
    before = [one for one in own if one.trigger[0] < statement.cue[0] and _is_violence(one)]
    last = max(before, key=lambda one: one.trigger, default=None)
    return {event for event in [event_of(last.id) if last else None] if event is not None}


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
