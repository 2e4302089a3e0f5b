"""Which mentions are worth comparing: those that share a place, a party or a name, and may be of one time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.similarity import GROUPS, reality

BEFORE_PUBLICATION = 8
"""Days before publication in which an undated mention is taken to lie."""
REACH, WIDE_REACH = 40, 12
"""Later mentions under one key that a mention is compared with; fewer under keys that many mentions share."""
WIDE = 200
_NEVER, _EVER = 0, 4_000_000
_LONGEST_WORDS = 3


def span(mention: MentionFeatures) -> tuple[int, int]:
    """The days that a mention may be of, known or guessed from its publication."""
    if mention.window is not None:
        return mention.window[0] - 1, mention.window[1] + 1
    if mention.day is not None:
        return mention.day - BEFORE_PUBLICATION, mention.day + 1
    return _NEVER, _EVER


def candidates(mentions: Sequence[MentionFeatures]) -> Iterator[tuple[int, int]]:
    """Pairs of positions to compare, each once; the same pairs for any order of input when `mentions` is sorted."""
    spans = [span(mention) for mention in mentions]
    order = sorted(range(len(mentions)), key=lambda i: (spans[i], mentions[i].id))
    lists: dict[tuple[str, ...], list[int]] = defaultdict(list)
    place_in: list[list[tuple[tuple[str, ...], int]]] = [[] for _ in mentions]
    for i in order:
        for key in sorted(_keys(mentions[i])):
            place_in[i].append((key, len(lists[key])))
            lists[key].append(i)
    for i in order:
        seen: set[int] = set()
        for key, position in place_in[i]:
            seen.update(_following(lists[key], position, spans))
        for j in sorted(seen):
            yield (i, j) if i < j else (j, i)


def _following(block: list[int], position: int, spans: list[tuple[int, int]]) -> Iterator[int]:
    last = spans[block[position]][1]
    reach = REACH if len(block) <= WIDE else WIDE_REACH
    for j in block[position + 1 : position + 1 + reach]:
        if spans[j][0] > last:
            break
        yield j


def _keys(mention: MentionFeatures) -> set[tuple[str, ...]]:
    base = (GROUPS[mention.type], reality(mention))
    keys: set[tuple[str, ...]] = {(*base, "party", party.key) for party in (*mention.targets, *(actor for actor, _ in mention.actors))}
    keys.update((*base, "name", name) for name in mention.names)
    if mention.spot:
        keys.add((*base, "place", mention.spot.key))
        keys.update((*base, "place", part) for part in mention.spot.stems)
    longest = sorted(mention.words, key=lambda word: (-len(word), word))[:_LONGEST_WORDS]
    keys.update((*base, "word", word) for word in longest)
    return keys
