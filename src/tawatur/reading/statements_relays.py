"""«نقلت وكالة … عن … قوله إن …»: one speaker passes on what another said."""

from tawatur.packs.lexicon import Hit
from tawatur.reading.speakers import Range, read_speaker
from tawatur.reading.statements_acts import statement_act
from tawatur.reading.statements_carriers import cited
from tawatur.reading.statements_content import content_end
from tawatur.reading.statements_context import Context
from tawatur.reading.statements_draft import Draft, Notes
from tawatur.reading.statements_frame import Frame, Tail
from tawatur.reading.statements_subjects import subject_before
from tawatur.reading.statements_words import ABOUT, TO
from tawatur.text.tokens import COMMA, NEWLINE, STOP

_LONGEST_ORIGIN = 14
_TAKES = frozenset(("an", "clause", "bian"))


def read_relay(notes: Notes, v: int, hit: Hit) -> bool:
    """Reads the statement behind «نقل»; False for the other senses of the verb, which have no «عن» and no content."""
    ctx = notes.ctx
    about = _about(ctx, hit.stop)
    if about is None:
        return False
    cited_first, relay = about
    origin_first, between = cited(ctx, cited_first)
    if not _may_be_cited(ctx, origin_first):
        return False
    tail = Tail(ctx, origin_first, _TAKES)
    frame = tail.read() or _nominal_frame(ctx, origin_first)
    if frame is None or not frame.subject:
        return False
    saying, frame = _saying(ctx, frame, origin_first)
    origin = read_speaker(ctx, frame.subject)
    if origin is None:
        return False
    speaker = notes.cast.resolve(origin)
    agency = read_speaker(ctx, subject_before(ctx, v, hit) or (relay,))
    relays = ([notes.cast.resolve(agency)] if agency else []) + notes.speakers(between)
    nominal = frame.by == "noun"
    stop, direct = content_end(ctx, frame.content, nominal)
    cue_entry = saying.entry if saying else None
    act = statement_act(ctx, cue_entry, frame.content, stop, nominal, own_words=speaker.words)
    date = notes.date(ctx.sentence(v)[0], v, frame.times)
    cue = (saying.first, saying.stop) if saying else (v, hit.stop)
    notes.add(Draft(cue, (frame.content, stop), act, speaker, direct, None, date, relays))
    if relays:
        notes.cast.enter(relays[0], hit.tag.endswith(".fs"))
    notes.cast.enter(speaker, None)
    notes.taken.update(range(v, frame.content))
    return True


def _nominal_frame(ctx: Context, first: int) -> Frame | None:
    """«عن الوزير | تأكيده استمرار …»: content that is a noun phrase behind the verbal noun."""
    for i in range(first + 1, min(first + _LONGEST_ORIGIN, ctx.stops[first] - 1)):
        for hit in ctx.hits[i]:
            if hit.entry.layer == "cues" and hit.column == "masdar" and hit.enc and "np" in hit.entry.row.list("takes"):
                return Frame(((first, i),), (), hit.stop, "noun", None, (), None)
        if ctx.gaps[i] & (STOP | NEWLINE):
            return None
    return None


def _may_be_cited(ctx: Context, i: int) -> bool:
    """Whether somebody is named after «عن»: not «نقل البضائع عن الطريق»."""
    if i >= len(ctx.forms):
        return False
    return ctx.is_source(i) or i in ctx.names or not ctx.hits[i] or ctx.hit(i, "given_names") is not None


def _about(ctx: Context, first: int) -> tuple[int, tuple[int, int]] | None:
    """Where the origin begins («عن», «على لسان»), and the tokens of who relays it."""
    for i in range(first, min(first + 14, ctx.stops[first - 1])):
        relay = ctx.attribution(i, "relay")
        if relay:
            return relay.stop, (first, i)
        if ctx.forms[i] in ABOUT:
            return i + 1, (first, i)
        if (i == first and ctx.forms[i] in TO) or (i > first and ctx.gaps[i] & COMMA and ctx.spoken(i)):
            return None
    return None


def _saying(ctx: Context, frame: Frame, first: int) -> tuple[Hit | None, Frame]:
    """The masdar between origin and content, «قوله», which is no part of the origin's name."""
    for i in range(first, frame.content):
        for hit in ctx.hits[i]:
            if hit.entry.layer == "cues" and hit.column == "masdar" and hit.enc:
                subject: tuple[Range, ...] = tuple((a, min(b, i)) for a, b in frame.subject if a < i)
                return hit, frame._replace(subject=subject)
    return None, frame
