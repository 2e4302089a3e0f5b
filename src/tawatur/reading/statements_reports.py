"""Statements with a reporting verb or participle: who says it, in whatever order, and what."""

from typing import cast

from tawatur.model import Medium
from tawatur.packs.lexicon import Hit
from tawatur.reading.speakers import Range, Speaker, read_speaker
from tawatur.reading.statements_acts import statement_act
from tawatur.reading.statements_carriers import carriers, cited
from tawatur.reading.statements_content import content_end
from tawatur.reading.statements_context import BOUNDARY, SOURCE_KINDS, Context
from tawatur.reading.statements_draft import Draft, Notes
from tawatur.reading.statements_echoes import is_echo, read_echo, read_quoted_before
from tawatur.reading.statements_frame import Frame, Tail
from tawatur.reading.statements_subjects import (
    OBJECT_FIRST,
    antecedent,
    beside,
    modified,
    opens_clause,
    spoken_subject,
    subject_before,
    subject_may_speak,
    topic,
    without_object,
)
from tawatur.reading.statements_words import CONTRAST, RELATIVE, THAT

_WITH_PRONOUN = frozenset(("judged",))
_CHALLENGES = frozenset(("deny", "condemn", "reject"))


def read_report(notes: Notes, v: int, hit: Hit) -> bool:
    """Reads the statement that the reporting verb at token `v` makes; False when it makes none."""
    ctx = notes.ctx
    if ctx.describes_channel(hit):
        return False
    if is_echo(ctx, v, hit):
        return read_echo(notes, v, hit)
    takes = frozenset(hit.entry.row.list("takes")) - (frozenset() if hit.enc else _WITH_PRONOUN)
    before = subject_before(ctx, v, hit)
    if _in_passing(ctx, v, hit) and not before:
        return False
    challenges = hit.entry.get("act") in _CHALLENGES
    subject_known = bool(before) or hit.tag.endswith(".mp") or _goes_straight_on(ctx, hit)
    tail = Tail(ctx, hit.stop, takes, hit.entry.get("only"), subject_known, challenges)
    frame = tail.read()
    if "introduce" in takes or frame is None or frame.content >= len(ctx.forms):
        if frame is None and read_quoted_before(notes, v, hit, tail):
            return True
        if "that" in takes:
            return False
        _introduce(notes, before or tuple(tail.segments[:1]), v, hit)
        return False
    if hit.enc and frame.by not in ("that", "quote", "colon") and not _addresses(hit, frame):
        return False
    only_object = not before and _is_object(notes, hit, frame)
    if only_object:
        frame = frame._replace(subject=())
    if hit.entry.get("takes") == "ala" and hit.entry.get("only") and not _is_marked(ctx, hit, frame):
        _introduce(notes, before or tuple(tail.segments[:1]), v, hit)
        return False
    if _unwanted(ctx, hit, frame) or (hit.entry.get("homograph") and not _beside(ctx, v, hit, before, frame)):
        return False
    speaker, explicit, partner = _speaker(notes, v, hit, before, frame)
    if not _may_speak(notes, v, hit, speaker, explicit, frame) or not _is_wanted(ctx, hit, speaker):
        return False
    _note(notes, (v, hit.stop), hit, frame, speaker, bool(before) or only_object)
    if not explicit or (speaker and speaker.kind == "anonymous" and speaker.definite):
        notes.go_on()
    notes.join(v, partner)
    notes.taken.update(range(v, frame.content))
    return True


def _in_passing(ctx: Context, v: int, hit: Hit) -> bool:
    """«صور نشرت …», «مقاطع أظهرت …»: a verb that reports of itself only at the head of a clause."""
    narrow = hit.entry.get("by") or hit.entry.get("takes") == "that"
    return bool(narrow) and (bool(hit.enc) or (not hit.pro and not opens_clause(ctx, v)))


def _goes_straight_on(ctx: Context, hit: Hit) -> bool:
    """«واتهمه | بإخفاء …»: after a pronoun the content may follow at once."""
    after = hit.stop
    return bool(hit.enc) and after < len(ctx.forms) and ctx.forms[after].startswith("ب") and not ctx.hits[after] and after not in ctx.names


def _addresses(hit: Hit, frame: Frame) -> bool:
    """«اتهمه بـ …», «وحملها مسؤولية …», «اعتبرته نصرا»: the pronoun is whom the words are for, or what they are about."""
    takes = hit.entry.row.list("takes")
    return (frame.by == "preposition" and bool(OBJECT_FIRST & set(takes))) or (
        frame.by == "noun" and (hit.entry.get("only") == "duty" or "judged" in takes)
    )


def _is_object(notes: Notes, hit: Hit, frame: Frame) -> bool:
    """«ودعا | الحكومة إلى …», «وطالبت | المجلس بـ …»: a noun of the other gender is whom the last speaker addresses."""
    if not hit.pro or not frame.subject or not OBJECT_FIRST & set(hit.entry.row.list("takes")) or notes.cast.last() is None:
        return False
    ctx, first = notes.ctx, frame.subject[0][0]
    if first != hit.stop or not ctx.forms[first].startswith("ال"):
        return False
    if hit.tag == "perf.ms":
        return ctx.tokens.slice(first, first + 1).endswith("ة")
    singular = any(found.tag == "sg.def" and found.layer in ("speakers", "bodies") for found in ctx.hits[first])
    return hit.tag == "perf.fs" and singular and not ctx.forms[first].endswith(("ه", "ات"))


def read_carried(notes: Notes, p: int, hit: Hit) -> bool:
    """Reads what a participle adds to the last statement: «…، مضيفا أن …»."""
    ctx = notes.ctx
    frame = Tail(ctx, hit.stop, frozenset(hit.entry.row.list("takes")), hit.entry.get("only"), subject_known=True).read()
    if frame is None or _unwanted(ctx, hit, frame):
        return False
    sentence = ctx.sentence(p)[0]
    earlier = notes.last_in(sentence, p)
    around = notes.covering(earlier.cue[0]) if earlier else None
    earlier = around if around and around.speaker else earlier
    speaker = earlier.speaker if earlier else carrier(notes, sentence, p)
    if speaker is None:
        return False
    _note(notes, (p, hit.stop), hit, frame, speaker, subject_known=True)
    draft = notes.drafts[-1]
    if earlier and draft.cue[0] == p:
        draft.medium = draft.medium or earlier.medium
        draft.relays = draft.relays or list(earlier.relays)
        draft.date = draft.date or earlier.date
    notes.taken.update(range(hit.stop, frame.content))
    return True


def read_masdar(notes: Notes, i: int, hit: Hit) -> bool:
    """«إلى التأكيد على أن …», «رغم قوله إن …»: a verbal noun with its content right after it, of whoever was named last."""
    ctx = notes.ctx
    if not hit.enc and not hit.tag.endswith("def"):
        return False
    frame = Tail(ctx, hit.stop, frozenset(("an",)), subject_known=True).read()
    if frame is None or frame.by != "that" or frame.content - hit.stop > 2 or notes.covering(i) is not None:
        return False
    speaker = _named_before(notes, ctx.sentence(i)[0], i) or notes.cast.last()
    if speaker is None:
        return False
    _note(notes, (i, hit.stop), hit, frame, speaker, subject_known=True)
    notes.taken.update(range(hit.stop, frame.content))
    return True


def _named_before(notes: Notes, sentence: int, i: int) -> Speaker | None:
    """The person, or else the body, named last in the sentence."""
    ctx = notes.ctx
    sources = [j for j in range(sentence, i) if j in ctx.names and ctx.names[j][1].kind in SOURCE_KINDS]
    people = [j for j in sources if ctx.names[j][1].kind == "person"]
    if not sources:
        return None
    first = (people or sources)[-1]
    found = read_speaker(ctx, ((first, ctx.names[first][0]),))
    return notes.cast.resolve(found) if found else None


def carrier(notes: Notes, sentence: int, p: int) -> Speaker | None:
    """Who a participle speaks for when the main verb reports nothing: the first body or person of the sentence."""
    ctx = notes.ctx
    if p - sentence > 1:
        for i in range(sentence, p):
            if i in ctx.names and ctx.names[i][1].kind in SOURCE_KINDS:
                found = read_speaker(ctx, ((i, ctx.names[i][0]),))
                return notes.cast.resolve(found) if found else None
    return notes.cast.last()


def _speaker(notes: Notes, v: int, hit: Hit, before: tuple[Range, ...], frame: Frame) -> tuple[Speaker | None, bool, Speaker | None]:
    """Who says it, whether the clause itself names him, and who says it with him."""
    ctx = notes.ctx
    ranges = before or modified(ctx, v, hit, frame) or spoken_subject(ctx, hit, frame) or topic(ctx, v)
    if not ranges and v and ctx.forms[v - 1] in RELATIVE and ctx.forms[v - 1] not in CONTRAST:
        ranges = antecedent(ctx, v - 1)
    both = beside(ctx, ranges)
    speaker = read_speaker(ctx, both[:1] if both else ranges) if ranges else None
    if speaker and speaker.kind == "document" and not speaker.definite and not before and not frame.subject:
        issuer = carrier(notes, ctx.sentence(v)[0], v)
        speaker = issuer if ctx.medium(ranges[0][0]) and issuer else speaker
    if speaker:
        partner = read_speaker(ctx, both[1:]) if both else None
        return stand_in(notes, notes.cast.resolve(speaker)), True, notes.cast.resolve(partner) if partner else None
    if _impersonal(ctx, v, hit, frame):
        return None, False, None
    sentence = ctx.sentence(v)[0]
    if hit.pro and v > sentence + 2 and notes.last_in(sentence, v) is None:
        return carrier(notes, sentence, v), False, None
    return notes.cast.last(_feminine(hit)), False, None


def stand_in(notes: Notes, speaker: Speaker) -> Speaker:
    """«البيان» speaks for whoever issued it."""
    if speaker.kind == "document" and speaker.definite and len(speaker.words) == 1:
        issuer = notes.cast.last_body()
        if issuer:
            return issuer._replace(start=speaker.start, end=speaker.end)
    return speaker


def _beside(ctx: Context, v: int, hit: Hit, before: tuple[Range, ...], frame: Frame) -> bool:
    """Whether the subject stands right beside a verb that could be another word: «وبين الوزير أن», not «بين الوزير وخصمه»."""
    if before:
        return True
    starts_clause = v == ctx.sentence(v)[0] or bool(ctx.gaps[v] & BOUNDARY) or bool(hit.pro)
    return starts_clause and bool(frame.subject) and frame.subject[0][0] == hit.stop and ctx.is_source(hit.stop)


def _feminine(hit: Hit) -> bool | None:
    return hit.tag.endswith((".fs", ".fp", ".fd")) if hit.tag.endswith((".fs", ".ms")) else None


def _impersonal(ctx: Context, v: int, hit: Hit, frame: Frame) -> bool:
    """«يُذكر أن», «قيل إن»: a verb in the third person with nobody behind it, and its content right after it."""
    kind = hit.entry.get("impersonal")
    if not kind or ("impf.ms" not in hit.tag and kind != "rumour") or (v and ctx.forms[v - 1] in RELATIVE):
        return False
    return frame.by == "that" and frame.content == hit.stop + 1


def _may_speak(notes: Notes, v: int, hit: Hit, speaker: Speaker | None, explicit: bool, frame: Frame) -> bool:
    ctx = notes.ctx
    if speaker is None and (hit.entry.get("impersonal") not in ("say", "rumour") or not _impersonal(ctx, v, hit, frame)):
        return False
    if frame.subject and not subject_may_speak(ctx, frame, hit, opens_clause(ctx, v) or bool(hit.pro)):
        return False
    inside = notes.covering(v)
    if inside is not None and (not explicit or (inside.direct and not ctx.is_source(_head(frame, v)))):
        return False
    return not (frame.by == "comma" and not (explicit and speaker and speaker.own))


def _is_wanted(ctx: Context, hit: Hit, speaker: Speaker | None) -> bool:
    """Whether the verb reports with such a speaker: «أظهرت صور …», «أحصت الوزارة …»; a state itself counts nobody."""
    wanted = hit.entry.row.list("by")
    if not wanted:
        return True
    return speaker is not None and speaker.kind in wanted and not ctx.scan.lexicon.entry("countries", speaker.id or "")


def _head(frame: Frame, v: int) -> int:
    return frame.subject[0][0] if frame.subject else v


def _unwanted(ctx: Context, hit: Hit, frame: Frame) -> bool:
    """Content that the cue rules out: «تبنى المجلس قرارا»; a spoken bare noun where a masdar is wanted."""
    never = hit.entry.get("never")
    if never and any(found.entry.layer == "contents" and found.entry.get("class") == never for found in ctx.hits[frame.content]):
        return True
    if "bix" in hit.entry.row.list("takes") and frame.by == "preposition":
        return not any(found.column == "masdar" for found in ctx.hits[frame.content])
    return False


def _is_marked(ctx: Context, hit: Hit, frame: Frame) -> bool:
    """«ألقى الوزير | باللوم | على …»: the word that gives the verb its sense stands between it and the content."""
    wanted = hit.entry.get("only")
    return any(
        found.layer == "contents" and found.entry.get("class") == wanted for i in range(hit.stop, frame.content) for found in ctx.hits[i]
    )


def _introduce(notes: Notes, ranges: tuple[Range, ...], v: int, hit: Hit) -> None:
    """A speaker who comes up without content of his own: later participles and pronouns may mean him."""
    if not ranges or notes.covering(v) is not None:
        return
    speaker = read_speaker(notes.ctx, ranges)
    if speaker is None or speaker.kind == "document":
        return
    resolved = notes.cast.resolve(speaker)
    if notes.ctx.is_source(ranges[0][0]) or resolved.name != speaker.name:
        notes.cast.enter(resolved, _feminine(hit))


def _note(notes: Notes, cue: Range, hit: Hit, frame: Frame, speaker: Speaker | None, subject_known: bool) -> None:
    ctx = notes.ctx
    nominal = frame.by in ("noun", "preposition")
    start = _content_start(ctx, hit, frame, subject_known)
    stop, direct = content_end(ctx, frame.content, nominal)
    relays = [*notes.speakers(carriers(ctx, *_between(cue, frame)))] if speaker and speaker.kind != "agency" else []
    between, cited_last = _origins(ctx, frame)
    origin = read_speaker(ctx, cited_last) if cited_last else None
    if origin and speaker:
        relays, speaker = [*relays, speaker, *notes.speakers(between)], notes.cast.resolve(origin)
    sentence = ctx.sentence(cue[0])[0]
    act = statement_act(ctx, hit.entry, frame.content, stop, nominal, speaker.words if speaker else frozenset())
    if speaker is None and hit.entry.get("impersonal") == "rumour":
        act = "rumour"
    medium = cast("Medium | None", frame.medium or hit.entry.get("medium") or _medium_before(ctx, sentence, cue[0]))
    if speaker and speaker.kind == "document":
        medium = medium or "report"
    date = notes.date(sentence, cue[0], frame.times)
    audience = read_speaker(ctx, (frame.audience,)) if frame.audience else None
    around = notes.covering(cue[0])
    quoted = around is not None and around.speaker is not None and around.speaker.kind not in ("agency", "document")
    notes.add(Draft(cue, (start, stop), act, speaker, direct, medium, date, relays + ([audience] if audience else [])))
    if speaker:
        notes.cast.enter(relays[0] if relays else speaker, _feminine(hit), quoted)
        if relays:
            notes.cast.enter(speaker, None, quoted)


def _origins(ctx: Context, frame: Frame) -> tuple[list[Range], tuple[Range, ...]]:
    """Those whom the speaker cites: the media between, and the last, whose words they are."""
    if not frame.origin:
        return [], ()
    first, between = cited(ctx, frame.origin[0][0])
    stop = frame.content - ctx.is_that(frame.content - 1)
    return between, ((first, stop),) if between else frame.origin


def _between(cue: Range, frame: Frame) -> Range:
    """From the subject or the cue, whichever is first, up to what was said."""
    return min((cue[1], *(part[0] for part in frame.subject))), frame.content


def _content_start(ctx: Context, hit: Hit, frame: Frame, subject_known: bool) -> int:
    """With «اتهم X بـ» the one accused belongs to what is said, where he can be told from the subject."""
    if frame.by not in ("preposition", "that") or not OBJECT_FIRST & set(hit.entry.row.list("takes")):
        return frame.content
    if subject_known and hit.stop + 1 < frame.content:
        return min(hit.stop, frame.content) if ctx.forms[hit.stop] not in THAT else frame.content
    if len(frame.subject) > 1 and not frame.medium:
        return frame.subject[-1][0]
    if frame.subject:
        part = frame.subject[0]
        end = without_object(ctx, part, frame.content)[1]
        if end < part[1]:
            return end
    return frame.content


def _medium_before(ctx: Context, sentence: int, v: int) -> str | None:
    """«وفي كلمة متلفزة، قال …»."""
    for i in range(sentence, min(v, sentence + 12)):
        medium = ctx.medium(i)
        if medium and medium.entry.get("medium"):
            return medium.entry.get("medium")
    return None
