"""Speakers: who a noun phrase names, for whom he speaks, and what kind of source that is."""

from typing import NamedTuple

from tawatur.model import LinkKind
from tawatur.packs import grammar
from tawatur.packs.lexicon import Hit
from tawatur.reading.phrases import is_inner_name
from tawatur.reading.statements_context import SOURCE_KINDS, Context
from tawatur.reading.statements_words import AUXILIARY, INSIDE_NAME, LEFT_OVER, NAME_PARTICLE, ON_BEHALF, RELATIVE, SAME
from tawatur.text.tokens import COLON, COMMA, DASH, OPEN, PAREN, QUOTE

Range = tuple[int, int]
_LONGEST = 14
_LONGEST_NAME = 5
_PROFESSIONS = ("activist", "observer", "officer", "medic", "professional")
_BODY_KINDS = SOURCE_KINDS - {"person"}
NAMING = frozenset(("given_names", "people", "titles", "places", "places_geonames"))


class Speaker(NamedTuple):
    """Who speaks. `words` are the bare words of the whole phrase, `own` those of a person's name, `head` the first of the phrase."""

    name: str
    id: str | None
    organisation: str | None
    kind: LinkKind
    start: int
    end: int
    words: frozenset[str]
    own: frozenset[str]
    head: str
    definite: bool
    office: bool


def read_speaker(ctx: Context, ranges: tuple[Range, ...]) -> Speaker | None:
    """Reads the speaker out of a noun phrase and the appositions to it; None when nothing is left of it."""
    parts = (_trim(ctx, part) for part in ranges)
    trimmed = tuple(part for part in parts if part[0] < part[1] and ctx.forms[part[0]] not in LEFT_OVER)
    if not trimmed:
        return None
    person = _person(ctx, trimmed)
    first, stop = trimmed[0]
    main = person.tokens if person else (first, stop)
    words = frozenset(word for part in trimmed for word in bare_words(ctx, part))
    kind = "person" if person else _kind(ctx, first, stop)
    name = person.name if person else _plain(ctx, first, stop)
    identifier = person.id if person else _known_id(ctx, first, stop)
    named = person is not None or (kind == "person" and stop - first > 1 and not is_office(ctx, first))
    own = frozenset(bare_words(ctx, main)) if named else frozenset()
    if identifier is None and kind not in ("anonymous", "document"):
        identifier = "~" + "-".join(bare_words(ctx, main))
    start = ctx.tokens.starts[main[0]] + _clitic(ctx, main[0])
    definite = bool(person) or _definite(ctx, first) or _possessed(ctx, first) != ""
    organisation = _organisation(ctx, trimmed, person.tokens if person else None, kind)
    if organisation is None and kind in ("organisation", "agency"):
        organisation = name
    end = ctx.tokens.ends[main[1] - 1]
    office = is_office(ctx, first) is not None
    return Speaker(name, identifier, organisation, kind, start, end, words, own, bare(ctx, first), definite, office)


class _Person(NamedTuple):
    tokens: Range
    name: str
    id: str | None


def _trim(ctx: Context, part: Range) -> Range:
    """Without adverbs at either end and without a relative clause."""
    first, stop = part[0], min(part[1], part[0] + _LONGEST)
    while first < stop and (ctx.forms[first] in AUXILIARY or ctx.is_adverb(first) or first in ctx.times):
        first = ctx.times[first][0] if first in ctx.times else first + 1
    for i in range(first, stop):
        if (
            ctx.forms[i] in RELATIVE
            or (i > first and ctx.forms[i] in AUXILIARY)
            or i in ctx.times
            or (i > first and ctx.gaps[i] & (COMMA | COLON | DASH))
        ):
            stop = i
            break
    named = ctx.names.get(first)
    if named and named[0] < stop and (_meets_name(ctx, first) or (named[1].kind in _BODY_KINDS and not _goes_on(ctx, named[0]))):
        stop = named[0]
    while stop > first and (ctx.is_adverb(stop - 1) or ctx.forms[stop - 1] in AUXILIARY or _dangles(ctx, stop - 1)):
        stop -= 1
    return first, stop


def _meets_name(ctx: Context, first: int) -> bool:
    """«العراق | تركيا»: the name of another state or body right after a state's, whom the words are for."""
    stop = ctx.names[first][0]
    stated = any(hit.layer == "countries" and hit.column == "ar" and hit.stop == stop for hit in ctx.hits[first])
    other = ctx.names.get(stop)
    return stated and other is not None and other[1].start == ctx.tokens.starts[stop] and not ctx.gaps[stop]


def _dangles(ctx: Context, i: int) -> bool:
    """A preposition that goes on to nothing; not the last letter of «أ ف ب»."""
    return ctx.forms[i] in INSIDE_NAME and i not in ctx.inside_name


def _goes_on(ctx: Context, i: int) -> bool:
    form = ctx.forms[i]
    return form.startswith(("ال", "لل", "و")) or form in INSIDE_NAME or i in ctx.names or bool(ctx.gaps[i] & (QUOTE | OPEN | PAREN))


def _person(ctx: Context, ranges: tuple[Range, ...]) -> _Person | None:
    for first, stop in ranges:
        for i in range(first, stop):
            named = ctx.names.get(i)
            if named and named[1].kind == "person" and not _behind_body(ctx, first, i):
                end = _whole_name(ctx, min(named[0], stop), stop)
                name = named[1].name if end == named[0] else _plain(ctx, i, end)
                return _Person((i, end), name, named[1].id)
    for at, part in enumerate(ranges):
        office = any(is_office(ctx, i) for first, stop in ranges[:at] for i in range(first, stop))
        found = _unlisted_person(ctx, part, apposition=office)
        if found:
            return _Person(found, _plain(ctx, *found), None)
    return None


def _whole_name(ctx: Context, i: int, stop: int) -> int:
    """A name that goes on over a particle: «جان إيف | لو دريان», «سلطان بن سحيم | آل ثاني»."""
    while i + 1 < stop and ctx.forms[i] in NAME_PARTICLE and not ctx.gaps[i] & ~QUOTE:
        i += 2
    return i


def _behind_body(ctx: Context, first: int, i: int) -> bool:
    """«عائلة محمد …», «مقربون من …»: the person is not who speaks."""
    if i == first:
        return False
    hit = ctx.hit(first, "speakers")
    if hit is not None and hit.entry.get("kind") in ("anonymous", "document", "agency"):
        return hit.entry.id not in _PROFESSIONS or any(ctx.is_preposition(j) for j in range(first, i))
    return not any(is_office(ctx, j) for j in range(first, i))


def _unlisted_person(ctx: Context, part: Range, *, apposition: bool) -> Range | None:
    """A person whom no earlier layer knew: bare words after a title or office, or in apposition to one."""
    first, stop = part
    if apposition and _looks_personal(ctx, first, stop):
        return first, stop
    for i in (_after_office(ctx, first, stop), _after_definite(ctx, first, stop)):
        j = i if i is not None else stop
        while i is not None and j < stop and j - i < _LONGEST_NAME and (name_word(ctx, j, i) or _family_name(ctx, j, i, stop)):
            j += 1
        if i is not None and j - i >= 2:
            return i, j
    return _before_office(ctx, first, stop)


def _family_name(ctx: Context, j: int, first: int, stop: int) -> bool:
    """«سامي | البناء»: a definite word that ends the phrase, right after a given name, though it is a word for other things too."""
    return j > first and j == stop - 1 and ctx.forms[j].startswith("ال") and ctx.hit(j - 1, "given_names") is not None


def _before_office(ctx: Context, first: int, stop: int) -> Range | None:
    """«يان غاغين | مستشار الحاكم»: two to four unknown words before an office."""
    i = first
    while i < stop and name_word(ctx, i, first) and not is_office(ctx, i):
        i += 1
    return (first, i) if i - first in (2, 3, 4) and i < stop and is_office(ctx, i) else None


def _looks_personal(ctx: Context, first: int, stop: int) -> bool:
    """An apposition that can only be a name: it has «بن» or «لو», or ends with a word that no pack knows."""
    if stop - first not in range(2, 7) or ctx.forms[first].startswith("ال") or is_office(ctx, first):
        return False
    words = range(first, stop)
    if any(ctx.forms[i] in NAME_PARTICLE for i in words[1:]):
        return True
    if any(ctx.is_preposition(i) for i in words):
        return False
    listed = all(hit.entry.layer in NAMING for i in words for hit in ctx.hits[i])
    return listed or (not ctx.hits[stop - 1] and not ctx.is_source(first))


def _after_definite(ctx: Context, first: int, stop: int) -> int | None:
    """«المشاركة الفرنسية | لورانس بوليه»: two or three unknown words at the end, after definite ones."""
    i = stop
    while i > first and name_word(ctx, i - 1, i - 1):
        i -= 1
    return i if i > first and stop - i in (2, 3) and ctx.forms[i - 1].startswith("ال") else None


def _after_office(ctx: Context, first: int, stop: int) -> int | None:
    """The token after «وزير الخارجية الروسي», «المتحدث باسم الجيش» or «العقيد الركن», where a name may begin."""
    i, office = first, False
    while i < stop:
        hit = is_office(ctx, i)
        if hit:
            i, office = hit.stop, True
        elif i in ctx.names and ctx.names[i][1].kind != "person":
            i = max(ctx.names[i][0], i + 1)
        elif office and (ctx.forms[i].startswith("ال") or ctx.forms[i] in INSIDE_NAME or ctx.forms[i] in ON_BEHALF or ctx.is_source(i)):
            i += 1
        else:
            break
    return i if office and i < stop else None


def is_office(ctx: Context, i: int) -> Hit | None:
    title = ctx.hit(i, "titles")
    if title:
        return title
    hit = ctx.hit(i, "speakers")
    return hit if hit and hit.entry.get("kind") == "role" else None


def is_addressed(ctx: Context, i: int) -> bool:
    """«الوزارة | المجتمع الدولي», «المصدر | المواطنين»: a definite noun after a definite one is whom the words are for."""
    if not ctx.forms[i].startswith("ال") or not ctx.forms[i - 1].startswith("ال"):
        return False
    named = ctx.names.get(i)
    if named:
        return named[1].kind != "person"
    return any(hit.layer in ("speakers", "bodies") and hit.tag in ("sg.def", "pl.def") and not is_office(ctx, i) for hit in ctx.hits[i])


def name_word(ctx: Context, i: int, first: int) -> bool:
    form = ctx.forms[i]
    if i > first and is_inner_name(ctx.scan, i):
        return True
    if not form.isalpha() or len(form) < 2 or ctx.is_preposition(i) or (i == first and form.startswith("ال")):
        return False
    return all(hit.entry.layer in NAMING for hit in ctx.hits[i])


def _kind(ctx: Context, first: int, stop: int) -> LinkKind:
    named = ctx.names.get(first)
    hit = ctx.hit(first, "speakers")
    kind = hit.entry.get("kind") if hit else ""
    if kind == "agency" or (named and named[1].kind == "media") or ctx.hit(first, "outlets"):
        return "agency"
    if named and named[1].kind in _BODY_KINDS:
        return "organisation"
    if kind == "anonymous" or kind == "document":
        return "anonymous" if kind == "anonymous" else "document"
    if kind == "role" or ctx.hit(first, "titles"):
        return "person" if _definite(ctx, first) or _is_construct(ctx, first, stop) else "anonymous"
    if ctx.is_source(first):
        return "organisation"
    return "person" if stop - first <= _LONGEST_NAME else "anonymous"


def _is_construct(ctx: Context, first: int, stop: int) -> bool:
    """«رئيس لجنة الإعمار», «وزير الخارجية», «أمير قطر»: an office of one definite thing; «عضو في اللجنة» is anybody."""
    for i in range(first + 1, min(stop, first + _LONGEST_NAME)):
        if ctx.is_preposition(i):
            return False
        if ctx.forms[i].startswith("ال") or any(hit.layer == "countries" and hit.column == "ar" and not hit.pro for hit in ctx.hits[i]):
            return True
    return False


def _known_id(ctx: Context, first: int, stop: int) -> str | None:
    """The id of the name at the tokens; of a capital that speaks, its state's."""
    for hit in ctx.hits[first]:
        if hit.entry.layer == "speakers" and hit.entry.get("kind") == "capital" and hit.stop >= stop - 1:
            return hit.entry.get("country")
    named = ctx.names.get(first)
    return named[1].id if named and named[1].kind != "person" and stop - named[0] <= 2 else None


def _organisation(ctx: Context, ranges: tuple[Range, ...], person: Range | None, kind: LinkKind) -> str | None:
    """The body for which somebody speaks: after «باسم», or the first body named beside the person."""
    for first, stop in ranges:
        end = person[0] if person and first < person[0] < stop else stop
        for i in range(first, end):
            if ctx.forms[i] in ON_BEHALF and i + 1 < end:
                body = ctx.names.get(i + 1)
                return _plain(ctx, i + 1, max(body[0], i + 2) if body and body[1].kind in _BODY_KINDS else end)
    office = _after_role(ctx, ranges) if kind in ("person", "anonymous") else None
    if office:
        return office
    for first, stop in ranges:
        for i in range(first, stop):
            body = ctx.names.get(i)
            if person and i >= person[1] and (first < person[1]) and not is_office(ctx, person[1]):
                break
            if body and body[1].kind in _BODY_KINDS:
                return _plain(ctx, i, min(body[0], stop))
    return None


def _after_role(ctx: Context, ranges: tuple[Range, ...]) -> str | None:
    """«قائد القوات الأميركية»: the definite words after an office; «وزير الخارجية الفرنسي» speaks for «وزارة الخارجية الفرنسية»."""
    for first, stop in ranges:
        hit = ctx.hit(first, "speakers")
        if hit is None or hit.entry.get("kind") != "role" or hit.column != "noun":
            continue
        i = hit.stop
        while i < stop and ctx.forms[i].startswith("ال") and not is_office(ctx, i):
            i += 1
        body = hit.entry.get("body")
        if body and (hit.stop - first > 1 or i > hit.stop):
            return " ".join((body, *(_feminine(ctx, j) for j in range(hit.stop, i))))
        return _plain(ctx, hit.stop, i) if i > hit.stop and not hit.tag.endswith("def") else None
    return None


def _feminine(ctx: Context, i: int) -> str:
    """An adjective of nationality made to agree with a ministry or government."""
    word = ctx.tokens.slice(i, i + 1)
    return word + "ة" if ctx.forms[i].endswith("ي") and any(hit.column == "nisba" for hit in ctx.hits[i]) else word


def _definite(ctx: Context, i: int) -> bool:
    return ctx.forms[i].startswith("ال") or (bare(ctx, i) != ctx.forms[i] and ctx.forms[i].startswith(("وال", "لل", "بال")))


def _clitic(ctx: Context, i: int) -> int:
    """How many letters of the word are a conjunction or preposition written on it."""
    if any(not hit.pro and hit.column != "verb" for hit in ctx.hits[i]):
        return 0
    pro = next((hit.pro for hit in ctx.hits[i] if hit.pro and hit.column != "verb"), "")
    if not pro:
        named = ctx.names.get(i)
        return max(0, named[1].start - ctx.tokens.starts[i]) if named else 0
    return len(pro) if not ctx.forms[i].startswith(pro + "ل") or not pro.endswith("ل") else len(pro) - 1


def _possessed(ctx: Context, i: int) -> str:
    """The pronoun on «مراسلنا», «متحدثها»: a source that is somebody's is one that the reader knows."""
    hits = [hit for hit in ctx.hits[i] if hit.layer == "speakers"]
    ours = next((hit for hit in hits if hit.entry.id == "ours"), None)
    if ours:
        return ctx.forms[i][-2:]
    return hits[0].enc if hits and all(hit.enc for hit in hits) and i not in ctx.names else ""


def bare(ctx: Context, i: int) -> str:
    """The folded word without article and without what is written before it."""
    known = ctx.bare.get(i)
    if known is None:
        known = ctx.bare[i] = _bare(ctx, i)
    return known


def _bare(ctx: Context, i: int) -> str:
    form = ctx.forms[i]
    if form.startswith("لل"):
        return form[2:]
    if form in grammar.words("name_ending"):
        return form
    form = form.removesuffix(_possessed(ctx, i))
    return form[_clitic(ctx, i) :].removeprefix("ال")


def bare_words(ctx: Context, part: Range) -> list[str]:
    found = [bare(ctx, part[0]), *(ctx.forms[i].removeprefix("لل").removeprefix("ال") for i in range(part[0] + 1, part[1]))]
    return [word for word in found if word not in SAME] or found


def _plain(ctx: Context, first: int, stop: int) -> str:
    """The words as written, without quote marks, hashtags and a proclitic."""
    words = [ctx.tokens.slice(i, i + 1) for i in range(first, stop)]
    if words[0].startswith("لل"):
        words[0] = "ال" + words[0][2:]
    else:
        words[0] = words[0][_clitic(ctx, first) :]
    return " ".join(words)
