"""Statements without a reporting verb: «…، وفق مصادر», «أنباء عن …», «جاء في البيان أن …», and the colon of a title."""

from typing import cast

from tawatur.model import Act, Medium
from tawatur.packs.lexicon import Entry, Hit
from tawatur.reading.speakers import Range, Speaker, read_speaker
from tawatur.reading.statements_acts import statement_act
from tawatur.reading.statements_carriers import is_carried, medium_end
from tawatur.reading.statements_content import clause_before, content_end, source_head
from tawatur.reading.statements_context import Context
from tawatur.reading.statements_draft import Draft, Notes
from tawatur.reading.statements_frame import Tail
from tawatur.reading.statements_reports import carrier, stand_in
from tawatur.reading.statements_subjects import beside
from tawatur.reading.statements_words import ABOUT, BY_IT, CONTRAST, ISSUED_BY, OF_HIM, PLUPERFECT, RELATIVE, RESUMPTION, THAT
from tawatur.text.tokens import COLON, COMMA, DASH, NEWLINE, PAREN, STOP

_ENDS = COMMA | STOP | NEWLINE | PAREN | COLON | DASH
_LONGEST_SOURCE = 14
_LONGEST_TITLE_SOURCE = 6
_SHORTEST_CLAUSE = 3
_DISPUTED = frozenset(("deny", "reject", "condemn"))


def read_source(notes: Notes, i: int, hit: Hit) -> bool:
    """Reads «وفق X», «بحسب ما أفاد X», «نقلا عن X», before or after what is said."""
    ctx = notes.ctx
    head = source_head(ctx, hit)
    inside = notes.covering(i)
    if head is None or (inside is not None and inside.direct):
        return False
    verb = next((found for found in ctx.hits[head] if found.entry.layer == "cues" and found.column == "verb"), None)
    if verb and verb.entry.id == "relay" and ctx.forms[min(verb.stop, len(ctx.forms) - 1)] in OF_HIM:
        return _credit(notes, i, verb.stop + 1)
    if not verb and any(found.entry.layer == "media_channels" and found.enc for found in ctx.hits[head]):
        return _channel(notes, i, head)
    ranges, relays, stop = _sources(notes, _past(ctx, verb.stop) if verb else head)
    both = beside(ctx, ranges)
    speaker = read_speaker(ctx, both[:1] if both else ranges) if ranges or not verb else carrier(notes, ctx.sentence(i)[0], i)
    if speaker is None or stop - head >= _LONGEST_SOURCE:
        return False
    speaker = stand_in(notes, notes.cast.resolve(speaker))
    content = _content(notes, i, stop)
    if content is None:
        if speaker.kind in ("agency", "organisation"):
            notes.relay = (ctx.stops[i], speaker)
        return False
    earlier = notes.last_in(ctx.sentence(i)[0], i)
    if earlier and earlier.content[1] >= i - 1 and speaker.kind == "agency":
        earlier.relays.insert(0, speaker)
    elif earlier and earlier.content[1] >= i - 1 and speaker.kind == "document":
        earlier.relays[:0] = relays
    entry = verb.entry if verb and verb.entry.get("act") else None
    _add(notes, (i, head if not verb else verb.stop), content, entry, speaker, relays, stop)
    partner = read_speaker(ctx, both[1:]) if both else None
    notes.join(i, notes.cast.resolve(partner) if partner else None)
    notes.taken.update(range(hit.stop, stop))
    return True


def _credit(notes: Notes, i: int, first: int) -> bool:
    """«…، حسبما نقلت عنه وكالة X»: X passed the last statement on."""
    ranges, stop = _phrase(notes.ctx, first)
    relay, earlier = read_speaker(notes.ctx, ranges), notes.last_in(notes.ctx.sentence(i)[0], i)
    if relay is None or earlier is None:
        return False
    earlier.relays.insert(0, notes.cast.resolve(relay))
    notes.taken.update(range(i, stop))
    return True


def _channel(notes: Notes, i: int, head: int) -> bool:
    """«…، حسبما جاء في حسابه»: where the last statement was made."""
    earlier = notes.last_in(notes.ctx.sentence(i)[0], i)
    medium = next(hit for hit in notes.ctx.hits[head] if hit.entry.layer == "media_channels")
    if earlier is None:
        return False
    earlier.medium = earlier.medium or cast("Medium | None", medium.entry.get("medium") or None)
    return True


def _sources(notes: Notes, first: int) -> tuple[tuple[Range, ...], list[Speaker], int]:
    """The origin's noun phrases, those who relay it, and the token after them all."""
    ctx, relays = notes.ctx, list[Speaker]()
    if first >= len(ctx.forms):
        return (), relays, first
    ranges, stop = _phrase(ctx, first)
    while stop < ctx.stops[first] and stop < len(ctx.forms):
        again = ctx.attribution(stop, "relay")
        if _is_carried_on(ctx, first, stop):
            carrier, end = _phrase(ctx, stop + 1)
            return ranges, [*relays, *notes.speakers(carrier[:1])], end
        joined = not again and not ctx.gaps[stop] & _ENDS
        passed = next((hit for hit in ctx.hits[stop] if joined and _is_passing(ctx, hit)), None)
        after = again.stop if again else stop + 1 if ctx.forms[stop] in ABOUT and _relayed(ctx, first, stop) else None
        confirmed = ctx.forms[stop] in RELATIVE and stop + 1 < len(ctx.forms)
        if confirmed:
            passed = next((hit for hit in ctx.hits[stop + 1] if hit.enc and _is_passing(ctx, hit)), None)
        if passed or ctx.forms[stop] in ISSUED_BY:
            ranges, stop = _phrase(ctx, _past(ctx, passed.stop if passed else stop + 1))
            continue
        if after is None or after >= ctx.stops[first]:
            break
        relay = read_speaker(ctx, ranges)
        if relay:
            relays.append(notes.cast.resolve(relay))
        ranges, stop = _phrase(ctx, after)
    return ranges, relays, stop


def _is_carried_on(ctx: Context, first: int, i: int) -> bool:
    """«بحسب بيان | نقلته وكالة …», and nobody behind the agency whose words they are."""
    if not any(hit.enc and hit.entry.id == "relay" for hit in ctx.hits[i]) or not is_carried(ctx, first, i) or not medium_end(ctx, i + 1):
        return False
    end = _phrase(ctx, i + 1)[1]
    return end >= len(ctx.forms) or not (ctx.forms[end] in ABOUT or ctx.attribution(end, "relay"))


def _is_passing(ctx: Context, hit: Hit) -> bool:
    """A verb about the source: «بيان نشرته …», «حصيلة أفاد بها …», «بيان صدر عن …»."""
    if hit.entry.layer != "cues" or hit.column != "verb":
        return False
    after = ctx.forms[hit.stop] if hit.stop < len(ctx.forms) else ""
    return bool(hit.enc) or hit.entry.get("takes") in ("introduce", "relay") or after in BY_IT


def _past(ctx: Context, i: int) -> int:
    """The token after what may stand between «بيان صدر» and who issued it: «… السبت عن …», «أفاد بها …»."""
    while i < len(ctx.forms) - 1 and (i in ctx.times or ctx.forms[i] in BY_IT or ctx.forms[i] in ABOUT):
        i = max(ctx.times[i][0], i + 1) if i in ctx.times else i + 1
    return i


def _relayed(ctx: Context, first: int, stop: int) -> bool:
    """Whether «عن» belongs to «نقلته وكالة … عن …»."""
    return any(hit.entry.id == "relay" for i in range(max(first - 1, 0), stop) for hit in ctx.hits[i] if hit.entry.layer == "cues")


def _phrase(ctx: Context, first: int) -> tuple[tuple[Range, ...], int]:
    """A source's noun phrase and an apposition to it, up to what cannot belong to it."""
    ranges: list[Range] = []
    i = start = first
    limit = min(ctx.stops[first] if first < len(ctx.forms) else first, first + _LONGEST_SOURCE)
    while i < limit:
        if i > start and ctx.gaps[i] & PAREN and _closes_soon(ctx, i):
            i = _closes_soon(ctx, i)
            continue
        if i > start and ctx.gaps[i] & _ENDS:
            ranges.append((start, i))
            start = i
            if len(ranges) > 1 or not ctx.gaps[i] & COMMA or not _in_apposition(ctx, i):
                return tuple(ranges), i
        if _leaves(ctx, i, first):
            break
        i += 1
    if start < i:
        ranges.append((start, i))
    return tuple(ranges), i


def _closes_soon(ctx: Context, i: int) -> int:
    """The token after a short parenthesis that opens before token `i`: «(واس)»; 0 when it is none."""
    return next((j for j in range(i + 1, min(i + 4, ctx.stops[i])) if ctx.gaps[j] & PAREN), 0)


def _in_apposition(ctx: Context, i: int) -> bool:
    """A name after «المتحدث باسم الجيش،»; nothing that a new clause could begin with."""
    named = ctx.names.get(i)
    if named and named[1].kind == "person":
        return bool(named[0] >= len(ctx.forms) or ctx.gaps[named[0]] & _ENDS)
    return any(hit.entry.layer == "titles" for hit in ctx.hits[i]) and ctx.forms[i - 1] not in CONTRAST


def _leaves(ctx: Context, i: int, first: int) -> bool:
    if i in ctx.times or ctx.is_that(i) or ctx.attribution(i, "relay", "unnamed", "noise", "source") is not None:
        return True
    if i == first:
        return False
    if ctx.forms[i] in PLUPERFECT or ctx.forms[i] in CONTRAST:
        return True
    if ctx.is_verb(i) and i not in ctx.inside_name and not ctx.hit(i, "speakers"):
        return True
    return (ctx.is_preposition(i) and not ctx.continues_name(i)) or (i in ctx.quotes.opening and ctx.quotes.opening[i] - i > 5)


def _content(notes: Notes, i: int, after: int) -> Range | None:
    """What the attribution at token `i` is about: what stands after it when it opens the sentence, else what stands before."""
    ctx = notes.ctx
    first = clause_before(ctx, i)
    if i - first < _SHORTEST_CLAUSE:
        return _content_after(notes, i, after)
    if after < ctx.stops[i] and not ctx.gaps[after] & _ENDS and after not in ctx.times:
        return first, content_end(ctx, after, nominal=False)[0]
    earlier = notes.last_in(ctx.sentence(i)[0], i)
    if earlier and earlier.content[0] < i and earlier.content[1] >= i - 1:
        return earlier.content[0], i
    if earlier and earlier.content[1] > first:
        first = max(first, min(earlier.content[1], i))
    return (first, i) if i - first >= _SHORTEST_CLAUSE else None


def _content_after(notes: Notes, i: int, after: int) -> Range | None:
    ctx = notes.ctx
    start = next((j for j in range(after, min(after + _LONGEST_SOURCE, ctx.stops[i])) if ctx.gaps[j] & COMMA), after)
    while start < ctx.stops[i] and (start in ctx.times or ctx.forms[start] in RESUMPTION):
        start = max(ctx.times[start][0], start + 1) if start in ctx.times else start + 1
    if start >= ctx.stops[i]:
        return _sentence_before(ctx, i)
    if any(ctx.spoken(j) for j in range(start, min(start + 3, ctx.stops[i]))):
        return None
    stop, _ = content_end(ctx, start, nominal=False)
    return (start, stop) if stop - start >= _SHORTEST_CLAUSE else None


def _sentence_before(ctx: Context, i: int) -> Range | None:
    """An attribution that is a sentence by itself is about the one before it in the paragraph."""
    number = ctx.tokens.sentence[i]
    if not number or ctx.gaps[ctx.sentence(i)[0]] & NEWLINE:
        return None
    first, stop = ctx.tokens.sentences[number - 1]
    return first, stop


def read_as(notes: Notes, i: int, hit: Hit) -> bool:
    """«…، كما أفادت X» at the end of what X said; at the head of a sentence, «كما أعلنت X أن …» is a report like others."""
    ctx = notes.ctx
    if i - ctx.sentence(i)[0] < _SHORTEST_CLAUSE or Tail(ctx, hit.stop, frozenset(("an", "np"))).read():
        return False
    return read_source(notes, i, hit)


def _add(notes: Notes, cue: Range, content: Range, entry: Entry | None, speaker: Speaker, relays: list[Speaker], stop: int) -> None:
    ctx = notes.ctx
    act = statement_act(ctx, entry, content[0], content[1], nominal=False, own_words=speaker.words)
    date = notes.date(stop, min(stop + 1, ctx.stops[cue[0]]))
    medium: Medium | None = "report" if speaker.kind == "document" else None
    direct = ctx.quotes.opening.get(content[0], 0) >= content[1]
    notes.add(Draft(cue, content, act, speaker, direct, medium, date, relays))
    notes.cast.enter(speaker, None)


def read_self(notes: Notes, i: int, hit: Hit) -> bool:
    """«على حد وصفه»: the last speaker's word for something, unless it is already his statement."""
    ctx = notes.ctx
    earlier = notes.last_in(ctx.sentence(i)[0], i)
    speaker = notes.cast.last()
    if earlier or speaker is None:
        return False
    first = clause_before(ctx, i)
    if i - first < _SHORTEST_CLAUSE:
        return False
    act = statement_act(ctx, None, first, i, nominal=False, own_words=speaker.words)
    notes.add(Draft((i, hit.stop), (first, i), act, speaker))
    return True


def read_rumour(notes: Notes, i: int, hit: Hit) -> bool:
    """«أنباء عن مقتل …»: hearsay, of whoever passes it on («تناقل نشطاء أنباء عن …»), else of nobody."""
    ctx = notes.ctx
    inside = notes.covering(i)
    if hit.stop >= ctx.stops[i] or (inside and (inside.direct or inside.act in _DISPUTED)):
        return False
    first = ctx.sentence(i)[0]
    circulated = next((j for j in range(max(first, i - 10), i) if any(hit.entry.id == "circulate" for hit in ctx.hits[j])), None)
    speaker, cue = None, (i, hit.stop)
    if circulated is not None:
        tail = Tail(ctx, circulated + 1, frozenset(("np",)))
        tail.limit = i
        tail.read()
        found = read_speaker(ctx, tuple(tail.segments[:1])) if tail.segments else None
        speaker, cue = notes.cast.resolve(found) if found else None, (circulated, hit.stop)
        if speaker:
            notes.cast.enter(speaker, None)
    stop, direct = content_end(ctx, hit.stop, nominal=False)
    notes.add(Draft(cue, (hit.stop, stop), "rumour", speaker, direct))
    notes.taken.update(range(i, hit.stop))
    return True


def read_inside(notes: Notes, i: int, hit: Hit) -> bool:
    """«بيان … جاء فيه أن …», «جاء في التقرير أن …»: what a document says is said by whoever issued it."""
    ctx = notes.ctx
    tail = Tail(ctx, hit.stop, frozenset(("an", "colon")), subject_known=hit.entry.get("kind") == "inside")
    frame = tail.read()
    if frame is None or frame.by not in ("that", "quote", "colon"):
        return False
    if hit.entry.get("kind") == "within":
        if not frame.subject or not (ctx.is_source(frame.subject[0][0]) or ctx.medium(frame.subject[0][0])):
            return False
        found = read_speaker(ctx, frame.subject)
        speaker = stand_in(notes, notes.cast.resolve(found)) if found else None
    else:
        speaker = _issuer(notes, i) or notes.cast.last()
    if speaker is None:
        return False
    stop, direct = content_end(ctx, frame.content, nominal=False)
    verb = next((found for found in ctx.hits[i] if found.entry.layer == "cues" and found.column == "verb"), None)
    act = statement_act(ctx, verb.entry if verb else None, frame.content, stop, nominal=False, own_words=speaker.words)
    notes.add(
        Draft((i, hit.stop), (frame.content, stop), act, speaker, direct, "statement", notes.date(ctx.sentence(i)[0], i, frame.times))
    )
    notes.cast.enter(speaker, None)
    notes.taken.update(range(i, frame.content))
    return True


def _issuer(notes: Notes, i: int) -> Speaker | None:
    """The body right after «بيان», or the one that the sentence is about."""
    ctx = notes.ctx
    first = ctx.sentence(i)[0]
    for j in range(i - 1, first - 1, -1):
        if any(hit.entry.layer == "media_channels" for hit in ctx.hits[j]) and j + 1 < i and ctx.is_source(j + 1):
            found = read_speaker(ctx, ((j + 1, ctx.names[j + 1][0] if j + 1 in ctx.names else j + 2),))
            return notes.cast.resolve(found) if found else None
    return None


def read_back(notes: Notes, i: int, hit: Hit) -> None:
    """«جاء ذلك في بيان أمس»: where and when the statement before was made."""
    ctx = notes.ctx
    if not notes.drafts or not any(found.entry.layer == "media_channels" for found in ctx.hits[min(hit.stop, len(ctx.hits) - 1)]):
        return
    draft = notes.drafts[-1]
    if ctx.tokens.sentence[i] - ctx.tokens.sentence[draft.cue[0]] > 1:
        return
    medium = next(found for found in ctx.hits[hit.stop] if found.entry.layer == "media_channels")
    draft.medium = draft.medium or cast("Medium | None", medium.entry.get("medium") or None)
    draft.date = draft.date or notes.date(hit.stop, ctx.stops[i])


def read_title(notes: Notes, first: int, stop: int) -> bool:
    """«موسكو: …» at the head of a title: a source, not the place that the story is about."""
    ctx = notes.ctx
    for i in range(first + 1, min(first + 1 + _LONGEST_TITLE_SOURCE, stop)):
        if ctx.gaps[i] & COLON:
            if not _may_head_title(ctx, first, i):
                return False
            speaker = read_speaker(ctx, ((first, i),))
            if speaker is None:
                return False
            speaker = notes.cast.resolve(speaker)
            end, direct = content_end(ctx, i, nominal=False)
            act: Act = statement_act(ctx, None, i, end, nominal=False, own_words=speaker.words)
            notes.add(Draft((first, i), (i, end), act, speaker, direct))
            notes.cast.enter(speaker, None)
            return True
        if ctx.gaps[i] & (STOP | NEWLINE) or ctx.is_verb(i):
            return False
    return False


def _may_head_title(ctx: Context, first: int, stop: int) -> bool:
    if not ctx.is_source(first) or stop - first > _LONGEST_TITLE_SOURCE or ctx.forms[first] in THAT:
        return False
    named = ctx.names.get(first)
    capital = ctx.hit(first, "speakers")
    if capital is not None and capital.entry.get("kind") == "document":
        return False
    return not (named and named[1].kind == "place") or (capital is not None and capital.entry.get("kind") == "capital")
