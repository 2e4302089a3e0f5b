"""Text that stands already earlier in the same document."""

from itertools import pairwise

from tawatur.model import Span
from tawatur.text.tokens import NEWLINE, Tokens

_LEAST_EXACT = 6
_LEAST_SIMILAR = 20
_SHARED = 0.8
_RUN = 3


def repeated_spans(tokens: Tokens, counted: list[bool], titled: list[bool]) -> list[Span]:
    """Sentences that an earlier one says in the same words, or, when long, with small edits but the same numbers.

    `counted[i]` says whether token `i` belongs to the text (and not to menus or links), `titled[i]` whether to its title: a lead that
    the title says already is the text's all the same. Runs of repeated sentences are one span. Linear in the length of the text.
    """
    seen: dict[tuple[str, ...], int] = {}
    shingles: dict[tuple[str, ...], int] = {}
    found: list[int] = []
    for number, (first, stop) in enumerate(tokens.sentences):
        if not counted[first]:
            continue
        words = tuple(tokens.forms[first:stop])
        if stop - first < _LEAST_EXACT:
            if words in seen and found and found[-1] == number - 1:
                found.append(number)
            seen.setdefault(words, number)
            continue
        earlier = seen.get(words)
        if earlier is None and len(words) >= _LEAST_SIMILAR:
            earlier = _similar(words, shingles, tokens)
        if earlier is not None and not (titled[tokens.sentences[earlier][0]] and _goes_on(tokens, stop)):
            found.append(number)
            continue
        seen[words] = number
        for i in range(0, len(words) - _RUN + 1):
            shingles.setdefault(words[i : i + _RUN], number)
    return _runs(tokens, found)


def _goes_on(tokens: Tokens, stop: int) -> bool:
    """Whether more of the same line follows."""
    return stop < len(tokens) and not tokens.gaps[stop] & NEWLINE


def _similar(words: tuple[str, ...], shingles: dict[tuple[str, ...], int], tokens: Tokens) -> int | None:
    """The earlier sentence that has most of these runs of words, is about as long, and gives the same numbers."""
    votes: dict[int, int] = {}
    total = len(words) - _RUN + 1
    for i in range(total):
        earlier = shingles.get(words[i : i + _RUN])
        if earlier is not None:
            votes[earlier] = votes.get(earlier, 0) + 1
    if not votes:
        return None
    best = max(votes, key=lambda number: votes[number])
    if votes[best] < _SHARED * total:
        return None
    first, stop = tokens.sentences[best]
    other = tokens.forms[first:stop]
    return best if len(other) * _SHARED <= len(words) and _numbers(other) == _numbers(words) else None


def _numbers(words: list[str] | tuple[str, ...]) -> list[str]:
    return sorted(word for word in words if word[0].isdigit())


def _runs(tokens: Tokens, found: list[int]) -> list[Span]:
    spans: list[Span] = []
    run: list[int] = []
    for number, following in pairwise([*found, -1]):
        run.append(number)
        if following != number + 1:
            spans.append(Span(tokens.starts[tokens.sentences[run[0]][0]], sentence_end(tokens, run[-1])))
            run = []
    return spans


def sentence_end(tokens: Tokens, number: int) -> int:
    """Where a sentence ends in the text, with the punctuation that closes it."""
    stop = tokens.sentences[number][1]
    following = tokens.starts[stop] if stop < len(tokens) else len(tokens.text)
    gap = tokens.text[tokens.ends[stop - 1] : following]
    end = len(gap)
    for i, character in enumerate(gap):
        if character.isspace() or character in "«“(\"'‹[#":
            end = i
            break
    return tokens.ends[stop - 1] + end
