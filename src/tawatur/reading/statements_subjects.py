"""Subjects of reporting verbs: where the noun phrase of the speaker stands, and where whom he addresses begins."""

from itertools import pairwise

from tawatur.packs.lexicon import Hit
from tawatur.reading.speakers import NAMING, Range, is_addressed, is_office, name_word
from tawatur.reading.statements_context import BOUNDARY, SOURCE_KINDS, Context
from tawatur.reading.statements_frame import Frame
from tawatur.reading.statements_words import ADVERB, AS_FOR, AUXILIARY, CONTRAST, INSIDE_NAME, PLUPERFECT, RELATIVE, THAT, WHAT
from tawatur.text.tokens import COMMA, DASH, SLASH

_LONGEST_SUBJECT = 12
_LONGEST_TOPIC = 30
_LONGEST_MODIFIED = 6
OBJECT_FIRST = frozenset(("who_bi", "who_ila", "who_ala", "who_min"))
"""What the cues take of which the one addressed stands before the content: «اتهم X بـ», «دعا X إلى»."""


def subject_before(ctx: Context, v: int, hit: Hit) -> tuple[Range, ...]:
    """The subject in front of its verb: «بغداد تؤكد …», «وكان المتحدث باسم الوزارة، فلان، قد أعلن …»; empty when there is none."""
    sentence = ctx.sentence(v)[0]
    end = v
    while end > sentence and not ctx.gaps[end] & BOUNDARY and ctx.forms[end - 1] in AUXILIARY:
        end -= 1
    first = end
    parted = BOUNDARY | SLASH
    while first > sentence and not ctx.gaps[first] & parted and ctx.forms[first - 1] not in CONTRAST and v - first < _LONGEST_SUBJECT:
        first -= 1
    if ctx.gaps[first] & (SLASH | DASH) and _kind_at(ctx, first) == "media" and ctx.is_source(hit.stop):
        return ()
    bounded = first == sentence or ctx.gaps[first] & (BOUNDARY | SLASH) or ctx.forms[first - 1] in CONTRAST
    if bounded and first < end and (_nominal(ctx, first, end) or _bare_subject(ctx, first, end, hit)):
        return ((first, end),)
    if ctx.forms[sentence] in PLUPERFECT and not hit.pro and v - sentence <= _LONGEST_TOPIC and _no_report(ctx, sentence + 1, v):
        return _segments(ctx, sentence + 1, v)
    return ()


def _kind_at(ctx: Context, i: int) -> str:
    return ctx.names[i][1].kind if i in ctx.names else ""


def _nominal(ctx: Context, first: int, stop: int) -> bool:
    """Whether tokens are one noun phrase that can speak."""
    if not ctx.is_source(first):
        return False
    loose = ctx.hit(first, "speakers") is not None
    for i in range(first, stop):
        if ctx.is_verb(i) and i not in ctx.inside_name and not ctx.hit(i, "speakers"):
            return False
        if ctx.is_preposition(i) and not ctx.continues_name(i) and not (loose and ctx.forms[i] in INSIDE_NAME):
            return i in ctx.times
    return True


def _bare_subject(ctx: Context, first: int, stop: int, hit: Hit) -> bool:
    """«الأكراد يعلنون …»: one or two definite words right before a verb in the present, as titles have it."""
    unknown = all(found.entry.layer in NAMING for i in range(first, stop) for found in ctx.hits[i])
    adverbial = ctx.forms[first].removeprefix("و").startswith(("بال", "كال"))
    if (
        unknown
        and not adverbial
        and first == ctx.sentence(first)[0]
        and not hit.pro
        and not any(ctx.is_preposition(i) for i in range(first, stop))
    ):
        return stop - first <= 3
    definite = all(ctx.forms[i].startswith("ال") and not ctx.is_verb(i) and i not in ctx.times for i in range(first, stop))
    return definite and stop - first <= 2 and ".impf" in f".{hit.tag}" and not hit.pro


def _no_report(ctx: Context, first: int, v: int) -> bool:
    return not any(ctx.spoken(i) for i in range(first, v))


def _segments(ctx: Context, first: int, stop: int) -> tuple[Range, ...]:
    """Tokens cut at commas; the first part and what stands in apposition to it."""
    cuts = [first, *(i for i in range(first + 1, stop) if ctx.gaps[i] & COMMA), stop]
    return tuple(part for part in pairwise(cuts) if part[0] < part[1])


def topic(ctx: Context, v: int) -> tuple[Range, ...]:
    """A subject in front, with an apposition between it and the verb: «المتحدث باسم الوزارة، فلان، أكد أن …»."""
    sentence = ctx.sentence(v)[0]
    if ctx.forms[sentence] in AS_FOR:
        sentence += 1
    if not ctx.gaps[v] & COMMA or v - sentence > _LONGEST_TOPIC or not ctx.is_source(sentence):
        return ()
    if any(ctx.is_verb(i) and i not in ctx.inside_name for i in range(sentence, v)):
        return ()
    return _segments(ctx, sentence, v)


def opens_clause(ctx: Context, v: int) -> bool:
    before = ctx.forms[v - 1] if v else ""
    tied = before in CONTRAST or before in AUXILIARY or before in RELATIVE or before in ADVERB or before in THAT or before in WHAT
    return v == ctx.sentence(v)[0] or bool(ctx.gaps[v] & BOUNDARY) or tied


def modified(ctx: Context, v: int, hit: Hit, frame: Frame) -> tuple[Range, ...]:
    """«تقرير أممي أفاد بأن …»: the indefinite source that the verb's clause modifies."""
    if hit.pro or frame.subject or opens_clause(ctx, v):
        return ()
    for first in range(v - 1, max(v - _LONGEST_MODIFIED, ctx.sentence(v)[0]) - 1, -1):
        head = ctx.hit(first, "speakers")
        if head and not ctx.forms[first].startswith("ال") and not (hit.tag.endswith(".mp") and not head.tag.startswith("pl")):
            stop = next((i for i in range(first + 1, v) if ctx.hit(i, "speakers")), v)
            return ((first, stop),)
        if ctx.gaps[first] & BOUNDARY or ctx.is_verb(first):
            return ()
    return ()


def spoken_subject(ctx: Context, hit: Hit, frame: Frame) -> tuple[Range, ...]:
    if frame.subject and hit.entry.row.list("takes") and OBJECT_FIRST & set(hit.entry.row.list("takes")):
        return (without_object(ctx, frame.subject[0], frame.content), *frame.subject[1:])[:1]
    return frame.subject


def without_object(ctx: Context, part: Range, content: int) -> Range:
    """«أنقرة | الأكراد في سوريا»: the subject ends where its name, or its run of definite words, ends."""
    first, stop = part
    named = ctx.names.get(first)
    if named and named[0] < stop:
        return first, max(named[0], first + 1)
    end = first + 1
    while end < stop and (ctx.forms[end].startswith(("ال", "لل")) or end in ctx.inside_name or ctx.forms[end] in INSIDE_NAME):
        if is_addressed(ctx, end):
            return first, end
        end += 1
    if is_office(ctx, first):
        while end < stop and name_word(ctx, end, end):
            end += 1
    return first, end


def antecedent(ctx: Context, relative: int) -> tuple[Range, ...]:
    for first in range(relative - 1, max(relative - 8, -1), -1):
        if first in ctx.names and ctx.names[first][0] == relative and (ctx.is_source(first) or ctx.names[first][1].kind == "place"):
            return ((first, relative),)
    return ()


def beside(ctx: Context, ranges: tuple[Range, ...]) -> tuple[Range, Range] | None:
    """«الجيش العراقي | والتحالف الدولي», «السيسي | وماكرون»: two names joined by «و», each of which speaks."""
    first, stop = ranges[0] if len(ranges) == 1 else (0, 0)
    for k in range(first + 1, stop):
        name = ctx.names.get(k)
        if name is None or not ctx.forms[k].startswith("و") or ctx.gaps[k] or name[1].start == ctx.tokens.starts[k]:
            continue
        earlier = next((i for i in range(k - 1, first - 1, -1) if i in ctx.names), None)
        if earlier is None or ctx.names[earlier][0] != k or not (_may_speak(ctx, earlier) and _may_speak(ctx, k)):
            return None
        person = ctx.names[earlier][1].kind == "person"
        return ((first, k), (k, stop)) if earlier == first or (person and is_office(ctx, first)) else None
    return None


def _may_speak(ctx: Context, i: int) -> bool:
    """Whether the name at token `i` is a person's, a state's or that of one body, which the packs know or which has the article."""
    name = ctx.names[i][1]
    if name.kind == "place":
        return any(hit.layer == "countries" and hit.column == "ar" for hit in ctx.hits[i])
    listed = name.id is not None and not name.id.startswith("~")
    return name.kind in SOURCE_KINDS and (name.kind == "person" or listed or ctx.forms[i].removeprefix("و").startswith("ال"))


def subject_may_speak(ctx: Context, frame: Frame, hit: Hit, opens_clause: bool) -> bool:
    """A subject after its verb: any noun before «أن», but before a mere preposition or noun only what can speak."""
    first, stop = frame.subject[0]
    whole = len(frame.subject) == 1 and without_object(ctx, (first, stop), frame.content)[1] == stop
    if not opens_clause and whole and OBJECT_FIRST & set(hit.entry.row.list("takes")):
        return False
    if frame.by in ("that", "quote", "colon"):
        return True
    return ctx.is_source(first) or first in ctx.inside_name or ctx.forms[first].startswith("ال") or not ctx.hits[first]
