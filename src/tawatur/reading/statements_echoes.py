"""Statements about what stands before them: «…، وهو ما نفاه X», «"…"، هكذا علق X»."""

from tawatur.packs.lexicon import Hit
from tawatur.reading.speakers import read_speaker
from tawatur.reading.statements_acts import statement_act
from tawatur.reading.statements_content import clause_before
from tawatur.reading.statements_context import Context
from tawatur.reading.statements_draft import Draft, Notes
from tawatur.reading.statements_frame import Tail
from tawatur.reading.statements_words import LEFT_OVER, RELATIVE, THE_MATTER, WHAT

_TAKING_SIDES = frozenset(("deny", "affirm", "reject", "condemn"))
_SHORTEST = 3


def is_echo(ctx: Context, v: int, hit: Hit) -> bool:
    """Whether the verb's pronoun means the clause before: «وهو ما | نفاه», «الأمر الذي | أكده»."""
    if not hit.enc or v < 2 or hit.entry.get("act") not in _TAKING_SIDES:
        return False
    what = ctx.forms[v - 1] in WHAT and ctx.forms[v - 2] in LEFT_OVER
    return what or (ctx.forms[v - 1] in RELATIVE and ctx.forms[v - 2] in THE_MATTER)


def read_echo(notes: Notes, v: int, hit: Hit) -> bool:
    """What was said or told just before, taken up by another speaker, who stands behind the verb."""
    ctx = notes.ctx
    tail = Tail(ctx, hit.stop, frozenset())
    tail.read()
    speaker = read_speaker(ctx, tuple(tail.segments[:2])) if tail.segments else None
    stop = v - 2
    if speaker is None or not ctx.is_source(tail.segments[0][0]):
        return False
    earlier = notes.last_in(ctx.sentence(v)[0], v)
    if earlier is not None:
        earlier.content = earlier.content[0], min(earlier.content[1], stop)
    first = earlier.content[0] if earlier else clause_before(ctx, stop)
    if stop - first < 2:
        return False
    speaker = notes.cast.resolve(speaker)
    act = statement_act(ctx, hit.entry, first, first, nominal=True, own_words=speaker.words)
    notes.add(Draft((v, hit.stop), (first, stop), act, speaker, date=notes.date(ctx.sentence(v)[0], v, tuple(tail.times))))
    notes.cast.enter(speaker, None)
    return True


def read_quoted_before(notes: Notes, v: int, hit: Hit, tail: Tail) -> bool:
    """A quotation right before its verb and speaker."""
    ctx = notes.ctx
    if not {"clause", "colon"} & set(hit.entry.row.list("takes")) or not tail.segments or not ctx.is_source(tail.segments[0][0]):
        return False
    for k in (v, v - 1):
        span = ctx.quotes.around(k - 1) if k > 0 else None
        if span is None or span[1] != k or span[1] - span[0] < _SHORTEST or span[0] < ctx.sentence(v)[0]:
            continue
        found = read_speaker(ctx, tuple(tail.segments[:2]))
        if found is None or notes.covering(span[0]) is not None:
            return False
        speaker = notes.cast.resolve(found)
        act = statement_act(ctx, hit.entry, span[0], span[1], nominal=False, own_words=speaker.words)
        notes.add(Draft((v, hit.stop), span, act, speaker, direct=True))
        notes.cast.enter(speaker, None)
        return True
    return False
