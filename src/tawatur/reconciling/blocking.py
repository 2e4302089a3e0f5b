"""Which mentions are worth comparing: those that share a place, a party or a name, and may be of one time."""

from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.similarity import GROUPS, reality

BEFORE_PUBLICATION = 8
"""Days before publication in which an undated mention is taken to lie."""
_NEVER, _EVER = 0, 4_000_000
_LONGEST_WORDS = 3


def span(mention: MentionFeatures) -> tuple[int, int]:
    """The days that a mention may be of, known or guessed from its publication."""
    if mention.window is not None:
        return mention.window[0] - 1, mention.window[1] + 1
    if mention.day is not None:
        return mention.day - BEFORE_PUBLICATION, mention.day + 1
    return _NEVER, _EVER


def keys(mention: MentionFeatures) -> set[tuple[str, ...]]:
    """Mentions are compared when they share one of these keys."""
    base = (GROUPS[mention.type], reality(mention))
    found: set[tuple[str, ...]] = {(*base, "party", party.key) for party in (*mention.targets, *(actor for actor, _ in mention.actors))}
    found.update((*base, "name", name) for name in mention.names)
    if mention.spot:
        found.add((*base, "place", mention.spot.key))
        found.update((*base, "place", part) for part in mention.spot.stems)
    longest = sorted(mention.words, key=lambda word: (-len(word), word))[:_LONGEST_WORDS]
    found.update((*base, "word", word) for word in longest)
    return found
