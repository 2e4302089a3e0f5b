"""What reconciling keeps of a reading: small records without the text, from which all else is computed."""

import re
from collections.abc import Iterator, Sequence
from sys import intern

import msgspec

from tawatur.model import Document, EventMention, EventType, Figure, Link, Modality, Mode, Name, Place, Reading, Statement
from tawatur.reading.modality import AHEAD, AT_LARGE
from tawatur.reconciling.dates import day_of, window
from tawatur.reconciling.parties import NAMELESS, Party, body, is_anyone, key_of, party, speaks_for
from tawatur.reconciling.placed import Placed
from tawatur.reconciling.places import Spot, names_spot, spot
from tawatur.reconciling.predicates import Proposition, held_responsible, turned
from tawatur.reconciling.propositions import charges, has_denying_cue, points_back, propositions
from tawatur.reconciling.shingles import body_shingles, quotations
from tawatur.reconciling.whens import When, report_day, when
from tawatur.reconciling.words import content_stems, folded_words, stem, words_of_kind

_SENTENCE_END = re.compile(r"[\n؟!]|\.(?!\d)")
_REACH = 400
_YEAR = 365
_MOST_COMPANY = 300
"""Names: a text that tells of more towns and unknown people is a list, and says nothing of who keeps company with whom."""


class DocumentFeatures(msgspec.Struct, frozen=True):
    """A document: who published it when, whom it credits, and the packed runs of words of its body."""

    id: str
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    day: int | None
    shingles: bytes


class MentionFeatures(msgspec.Struct, frozen=True):
    """An event mention. `window` is its explicit date in days, `when` the day so far as it is told, `recalled` whether the date is more
    than a year before publication. `leads`: the first of its kind that the document tells. `words`, `names` and `places` (towns and
    sites) are those of the trigger's sentence; `title` and `company` (towns, sites, people unknown to the packs) those of the document.
    `said_in`: where a figure starts, and the shortest statement that gives it; `areas`: where one starts that is confined to a part of
    the mention's place, and that part.
    """

    id: str
    document: str
    day: int | None
    type: EventType
    mode: Mode | None
    modality: Modality
    date: str | None
    window: tuple[int, int] | None
    when: When | None
    recalled: bool
    leads: bool
    place: Place | None
    spot: Spot | None
    places: frozenset[str]
    actors: tuple[tuple[Party, str], ...]
    targets: tuple[Party, ...]
    weapons: tuple[str, ...]
    figures: tuple[Figure, ...]
    said_in: tuple[tuple[int, str], ...]
    words: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]
    company: frozenset[str]
    chain: tuple[Link, ...]
    trigger: tuple[int, int]
    days_of: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = ()
    areas: tuple[tuple[int, str], ...] = ()


class StatementFeatures(msgspec.Struct, frozen=True):
    """A statement. `denies`: under a verb of denying. `covers` are the mentions told in it, `windows` the dates it names, `words` the
    stems of its content. `written` gives, for parties that its propositions concern and no pack knows, the name as it stands there.
    `points_back`: its verb has a pronoun for whom it accuses, or what it denies.
    """

    id: str
    document: str
    day: int | None
    act: str
    speaker: Party | None
    organisation: Party | None
    text: str
    words: tuple[str, ...]
    names: frozenset[str]
    windows: tuple[tuple[int, int], ...]
    covers: tuple[str, ...]
    denies: bool
    propositions: tuple[Proposition, ...]
    chain: tuple[Link, ...]
    cue: tuple[int, int]
    written: tuple[tuple[str, str], ...] = ()
    points_back: bool = False


class Flaw(msgspec.Struct, frozen=True):
    """A warning about the source, and the mentions told in the sentence it is in."""

    kind: str
    message: str
    quote: str
    mentions: tuple[str, ...]


class Features(msgspec.Struct, frozen=True):
    """All that is kept of one reading."""

    document: DocumentFeatures
    mentions: tuple[MentionFeatures, ...]
    statements: tuple[StatementFeatures, ...]
    flaws: tuple[Flaw, ...]


def features(reading: Reading) -> Features:
    """The features of one reading; they depend on nothing else, so they can be kept with it."""
    document = reading.document
    quotes = quotations(document.text, reading.statements)
    about = DocumentFeatures(
        document.id, document.outlet, document.agencies, document.published, day_of(document.published), body_shingles(document, quotes)
    )
    placed = Placed(reading)
    setting = _setting(placed, about)
    return Features(
        about,
        tuple(_mention(placed, mention, about, setting) for mention in reading.events),
        tuple(answering([_statement(placed, statement, about) for statement in reading.statements])),
        tuple(_flaws(placed)),
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that a span stands in, cut at a few hundred characters on each side."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    for match in _SENTENCE_END.finditer(text, first, start):
        first = match.end()
    after = _SENTENCE_END.search(text, end, last)
    return first, after.start() if after else last


class _Setting(msgspec.Struct, frozen=True):
    """What the mentions of one document have in common: kinds of names, the day of the report, title, and company."""

    kinds: dict[str, str]
    today: When | None
    title: frozenset[str]
    company: frozenset[str]


def _setting(placed: Placed, about: DocumentFeatures) -> _Setting:
    reading, text = placed.reading, placed.reading.document.text
    titles = [text[zone.start : zone.end] for zone in reading.document.zones if zone.kind == "title"]
    sentences = {sentence_around(text, mention.trigger.start, mention.trigger.end) for mention in reading.events}
    people = {key_of(name.name, name.id) for name in reading.names if name.kind == "person" and _is_unlisted(name)}
    company = frozenset(people).union(*(_places_in(placed, *sentence) for sentence in sentences))
    return _Setting(
        kinds={key_of(name.name, name.id): name.kind for name in reading.names},
        today=report_day(reading, window(about.published), about.day),
        title=frozenset(content_stems(titles[0] if titles else reading.document.title or "")),
        company=company if len(company) <= _MOST_COMPANY else frozenset(),
    )


def _is_unlisted(name: Name) -> bool:
    return not name.id or name.id.startswith(NAMELESS)


def _places_in(placed: Placed, start: int, end: int) -> Iterator[str]:
    """Keys of the towns and sites that a stretch of text names."""
    for name in placed.names.inside(start, end):
        if name.kind in ("place", "facility"):
            where = spot(Place(name.name, id=name.id))
            if where is not None and not where.coarse:
                yield where.key


def _mention(placed: Placed, mention: EventMention, about: DocumentFeatures, setting: _Setting) -> MentionFeatures:
    reading, trigger = placed.reading, mention.trigger
    start, end = sentence_around(reading.document.text, trigger.start, trigger.end)
    figures = tuple(placed.figures.get(mention.id, ()))
    where, days, kinds = spot(mention.place), window(mention.date), setting.kinds
    return MentionFeatures(
        id=intern(mention.id),
        document=intern(about.id),
        day=about.day,
        type=mention.type,
        mode=mention.mode,
        modality=mention.modality,
        date=mention.date,
        window=days,
        when=when(reading, placed.times.starting(start, end), trigger.start, days, setting.today),
        recalled=_is_recalled(days, window(about.published)),
        leads=_leads(placed, mention),
        place=mention.place,
        spot=where,
        places=frozenset(_places_in(placed, start, end)) | ({where.key} if where and not where.coarse else frozenset()),
        actors=tuple((_party(actor.name, actor.id, kinds), actor.basis) for actor in mention.actors if not is_anyone(actor.name, actor.id)),
        targets=tuple(
            _party(target.name, target.id, kinds)
            for target in mention.targets
            if not is_anyone(target.name, target.id) and not names_spot(target.name, target.id, where)
        ),
        weapons=mention.weapons,
        figures=figures,
        said_in=tuple((figure.start, statement.id) for figure in figures if (statement := _giving(placed, figure))),
        words=frozenset(content_stems(reading.document.text[start:end])),
        names=frozenset(_names_in(placed, start, end)),
        title=setting.title,
        company=setting.company,
        chain=_told_by(placed, mention),
        trigger=(trigger.start, trigger.end),
        days_of=tuple(_days_of(placed, figures)),
        areas=tuple((figure.start, area) for figure in figures if (area := _area(placed, figure, mention.place))),
    )


def _days_of(placed: Placed, figures: Sequence[Figure]) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    for figure in figures:
        statement = _giving(placed, figure)
        span = statement.content if statement else None
        days = tuple(_windows_in(placed, span.start, span.end, _DAYS_OR_LONGER)) if span else ()
        if days:
            yield figure.start, days


def _area(placed: Placed, figure: Figure, place: Place | None) -> str:
    """«221 قتيلا في شمال غربي البلاد» of what struck the country: the part of the mention's place that a statement counts in."""
    told = _giving(placed, figure)
    if told is None or place is None:
        return ""
    whole = set(folded_words(place.name))
    behind = (name for name in placed.names.inside(figure.end, told.content.end) if name.kind == "place")
    first = next(behind, None)
    is_part = first is not None and key_of(first.name, first.id) == key_of(place.name, place.id) and whole < set(folded_words(first.name))
    return first.name if first and is_part else ""


def _leads(placed: Placed, mention: EventMention) -> bool:
    """Whether it is the first of its type and modality that the document tells: what the report is about, rather than a recital."""
    return mention.modality not in (*AHEAD, *AT_LARGE) and placed.leads(mention)


def _is_recalled(days: tuple[int, int] | None, published: tuple[int, int] | None) -> bool:
    return days is not None and published is not None and published[0] - days[1] > _YEAR


def _told_by(placed: Placed, mention: EventMention) -> tuple[Link, ...]:
    """The mention's own chain; where that names no source, the chain of the shortest statement that it is told in."""
    if any(link.kind not in ("outlet", "agency") for link in mention.chain):
        return mention.chain
    around = placed.tellings.around(mention.trigger.start, mention.trigger.end)
    chain = next((one.chain for one in around if one.chain), mention.chain)
    return chain or own_chain(placed.reading.document)


def giving_statement(reading: Reading, figure: Figure) -> Statement | None:
    """The shortest statement that a figure is told in: whose chain stands behind the figure, rather than the mention's."""
    return _giving(Placed(reading), figure)


def _giving(placed: Placed, figure: Figure) -> Statement | None:
    return next(iter(placed.tellings.around(figure.start, figure.end)), None)


def _party(name: str, identifier: str | None, kinds: dict[str, str]) -> Party:
    return party(name, identifier, kinds.get(key_of(name, identifier), ""))


def own_chain(document: Document) -> tuple[Link, ...]:
    """The chain of what a document says in its own voice: the outlet, then the one agency it credits."""
    links = [Link("outlet", document.outlet or document.id)]
    if len(document.agencies) == 1:
        links.append(Link("agency", document.agencies[0]))
    return tuple(links)


def _names_in(placed: Placed, start: int, end: int) -> Iterator[str]:
    return (key_of(name.name, name.id) for name in placed.names.inside(start, end))


def _statement(placed: Placed, statement: Statement, about: DocumentFeatures) -> StatementFeatures:
    reading, content = placed.reading, statement.content
    text = reading.document.text
    said = window(statement.date)
    near = list(placed.names.inside(statement.cue.start, content.end))
    asserted = propositions(text, statement, near)
    return StatementFeatures(
        id=intern(statement.id),
        document=intern(about.id),
        day=said[1] if said and said[1] - said[0] <= 2 else about.day,
        act=statement.act,
        speaker=party(statement.speaker, statement.speaker_id) if statement.speaker else None,
        organisation=body(statement.organisation) if statement.organisation else None,
        text=" ".join(text[content.start : content.end].split())[:240],
        words=tuple(content_stems(text[content.start : content.end])),
        names=frozenset(_names_in(placed, content.start, content.end)),
        windows=tuple(_windows_in(placed, content.start, content.end)),
        covers=tuple(mention.id for mention in placed.mentions.inside(content.start, content.end)),
        denies=statement.act == "deny" and has_denying_cue(text, statement),
        propositions=asserted,
        chain=statement.chain or own_chain(reading.document),
        cue=(statement.cue.start, statement.cue.end),
        written=tuple(_written(near, {key for said in asserted for key in said.whom})),
        points_back=points_back(text, statement),
    )


def _written(near: Sequence[Name], keys: set[str]) -> Iterator[tuple[str, str]]:
    """The first spelling of each key that no pack knows."""
    found: dict[str, str] = {}
    for name in near:
        key = key_of(name.name, name.id)
        if key.startswith(NAMELESS) and key in keys:
            found.setdefault(key, name.name)
    yield from sorted(found.items())


_BRIEF = 5
"""Words that a denial of charges may have: «هذه الاتهامات جملة وتفصيلا»."""


def answering(statements: Sequence[StatementFeatures]) -> Iterator[StatementFeatures]:
    """The statements of a document in order, with what they say of what was said before.

    Who denies in a few words denies what he was accused of; «اتهمه» accuses who spoke last; «… وهو ما نفته» denies what was last said.
    """
    accused: set[str] = set()
    last: StatementFeatures | None = None
    for one in sorted(statements, key=lambda one: one.cue):
        own = frozenset(key for voice in _voices(one) for key in speaks_for(voice) if key in accused)
        if one.denies and own and not one.propositions and _is_of_charges(one):
            one = msgspec.structs.replace(one, propositions=(held_responsible(own, -1),))
        elif one.points_back and last is not None:
            one = msgspec.structs.replace(one, propositions=_pointing_back(one, last))
        accused |= _blames(one)
        last = one if _voices(one) else last
        yield one


def _voices(one: StatementFeatures) -> frozenset[str]:
    return frozenset(party.key for party in (one.speaker, one.organisation) if party)


def _pointing_back(one: StatementFeatures, last: StatementFeatures) -> tuple[Proposition, ...]:
    """What a statement says whose verb has a pronoun, given what was said last before it."""
    if one.denies and one.text == last.text and last.propositions and not last.denies:
        return (turned(last.propositions[0]), *last.propositions[1:])
    accusing = one.act == "accuse" and not _blames(one) and not _voices(last) & _voices(one)
    return (*one.propositions, held_responsible(_voices(last))) if accusing else one.propositions


def _blames(one: StatementFeatures) -> frozenset[str]:
    blamed = [said for said in one.propositions if said.predicate == "responsible" and said.sign > 0]
    return frozenset(key for said in blamed for key in said.whom)


def _is_of_charges(one: StatementFeatures) -> bool:
    """Whether a denial says no more than that it is one: «ذلك», «هذه الاتهامات»; «علمه بالخطوة» denies something else."""
    points_back = any(stem(word) in words_of_kind("back") for word in folded_words(one.text)[:1])
    return not one.words or (len(one.words) <= _BRIEF and (points_back or not charges().isdisjoint(one.words)))


_DAYS = ("date", "time")
_DAYS_OR_LONGER = (*_DAYS, "duration")


def _windows_in(placed: Placed, start: int, end: int, kinds: Sequence[str] = _DAYS) -> Iterator[tuple[int, int]]:
    for time in placed.times.inside(start, end):
        days = window(time.edtf) if time.kind in kinds else None
        if days is not None:
            yield days


def _flaws(placed: Placed) -> Iterator[Flaw]:
    text = placed.reading.document.text
    for warning in placed.reading.warnings:
        start, end = sentence_around(text, warning.start, warning.end)
        told: Sequence[str] = [mention.id for mention in placed.mentions.starting(start, end)]
        yield Flaw(warning.kind, warning.message, text[warning.start : warning.end], tuple(told))
