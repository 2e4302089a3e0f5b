"""Names: people, bodies, places, facilities and weapons, known to the packs or known by their form.

At each token the longest candidate wins: a pack's name, a body or place known by its head («وزارة الصحة في غزة», «مدينة رفح»), a
person known by a title or given name. Later short forms («العبادي», «القطاع») take the name they point back to.
"""

from collections.abc import Iterator
from functools import cache

from tawatur.model import Name
from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Entry, Hit, first_name
from tawatur.reading.gazetteer import (
    PLACES,
    capital_of,
    headed_place,
    is_place,
    is_spoken_of,
    land_of,
    listed_place,
    place_at,
    state_called,
)
from tawatur.reading.names_bodies import agrees, listed_body, short_body
from tawatur.reading.names_people import goes_on, is_spokesman, may_follow_ali, titled_person, unlisted_person
from tawatur.reading.names_places import adjectival, border, tail, unknown_tail, with_adjectives
from tawatur.reading.names_words import Candidate, bare, plain, proclitic
from tawatur.reading.phrases import country_of, is_adjective, is_ali, is_definite, is_joined, is_stop
from tawatur.reading.scan import GAZETTEERS, Scan
from tawatur.text.clitics import analyses

_UNREAD = ("boilerplate", "caption", "related")
_FACILITIES = ("airport", "base", "crossing", "port", "prison", "hospital", "dam", "oilfield")
_SEATED = ("government", "judiciary", "organization", "media")
_BODIES = ("armed_group", "military", "government", "organization", "media")
_CALLED = ("city", "town", "village", "governorate", "camp")
_SETTLEMENTS = ("town", "village")
_LONGEST_BODY = 8
_LISTED = {"actors": "organization", "people": "person", "outlets": "media", "weapons": "weapon"}
_ACTOR_KINDS = {
    "police": "government", "security": "government", "judiciary": "government", "parliament": "government",
    "ministry": "government", "party": "organization", "international": "organization",
}  # fmt: skip


_BEGINNING = frozenset((*PLACES, *_LISTED, "placeheads", "directions", "bodies", "titles", "given_names"))


def find_names(scan: Scan) -> list[Name]:
    """The names of one document, left to right, none overlapping another."""
    tokens, memory, beginnings = scan.tokens, Memory(), _beginnings(scan)
    names: list[Name] = []
    i, size = 0, len(tokens)
    while i < size:
        candidate = None
        if scan.zone[i] not in _UNREAD:
            if i in beginnings:
                candidate = _longest(scan, i, memory)
            elif memory.people:
                candidate = _short_form(scan, i, memory)
        if candidate is None:
            i += 1
            continue
        memory.keep(scan, candidate)
        start = tokens.starts[candidate.first] + _clitic_length(scan, candidate)
        names.append(Name(start, tokens.ends[candidate.stop - 1], candidate.kind, candidate.name, candidate.id))
        i = candidate.stop
    return names


def _clitic_length(scan: Scan, candidate: Candidate) -> int:
    """How many letters of the first word are no part of the name."""
    pro = proclitic(scan, candidate.first)
    word = scan.text[scan.tokens.starts[candidate.first] : scan.tokens.ends[candidate.first]]
    return len(pro) if word.startswith(pro) and not word.startswith(("لل", "ولل")) else 0


class Memory:
    """What the document has named so far, for short forms to point back to."""

    def __init__(self) -> None:
        self.people: dict[str, Candidate] = {}
        self.places: dict[str, Candidate] = {}
        self.bodies: dict[str, Candidate] = {}
        self.kinds: dict[str, Candidate] = {}

    def keep(self, scan: Scan, candidate: Candidate) -> None:
        if candidate.kind == "person" and candidate.stop - candidate.first > 1:
            self.people.setdefault(scan.tokens.forms[candidate.stop - 1], candidate)
        elif candidate.kind in _BODIES and candidate.stop - candidate.first > 1:
            self.bodies[bare(scan, candidate.first)] = candidate
        elif candidate.kind in ("place", "facility"):
            if any(hit.layer == "placeheads" for hit in scan.hits[candidate.first]):
                self.places[bare(scan, candidate.first)] = candidate
            entry = listed_place(scan.lexicon, candidate.id, GAZETTEERS)
            kind = entry.get("kind") if entry else ""
            if candidate.kind == "place" and kind in _CALLED:
                self.kinds.update(dict.fromkeys(words(f"called_{kind}"), candidate))


def _longest(scan: Scan, i: int, memory: Memory) -> Candidate | None:
    candidates = list(_candidates(scan, i, memory))
    if any(candidate.known for candidate in candidates):
        candidates = [candidate for candidate in candidates if not _is_guess(candidate, i)]
    listed = max((candidate.stop for candidate in candidates if candidate.known and candidate.kind in _BODIES), default=i)
    if listed > i + 1:
        candidates = [candidate for candidate in candidates if candidate.known or _only_narrows(scan, listed, candidate.stop)]
    return max(candidates, key=lambda candidate: (candidate.stop, candidate.known), default=None)


def _beginnings(scan: Scan) -> set[int]:
    """The tokens that the packs know as words that a name begins with, or that may be «علي» or «البلاد»; most words are none."""
    known = {hit.first for layer in _BEGINNING for hit in scan.in_layer(layer)}
    ali, homelands = words("name_like_on"), _homelands()
    return known | {i for i, form in enumerate(scan.tokens.forms) if form in ali or form.endswith(homelands)}


def _only_narrows(scan: Scan, first: int, stop: int) -> bool:
    """Whether what a guess adds to a listed body are adjectives that make another body of it («مجلس الأمن القومي»)."""
    return all(adjectival(scan, i) and is_definite(scan, i) for i in range(first, stop))


def _is_guess(candidate: Candidate, i: int) -> bool:
    """A person known by form alone and without a title: it never covers what a pack knows («أبو ظبي الإماراتية»)."""
    return candidate.kind == "person" and not candidate.known and candidate.first == i


def _candidates(scan: Scan, i: int, memory: Memory) -> Iterator[Candidate]:
    if _is_homeland(scan, i):
        yield from _homeland(scan, i, i)
        return
    short = _short_form(scan, i, memory)
    if short:
        yield short
    yield from _known(scan, i)
    for hit in scan.hits[i]:
        layer = hit.entry.layer
        if layer == "placeheads":
            yield from _headed_place(scan, hit, memory)
        elif layer == "directions" and hit.column == "ar":
            yield from _directed_place(scan, hit, memory)
        elif layer == "bodies":
            yield from _body(scan, hit, memory)
        elif layer == "titles":
            yield from titled_person(scan, hit)
        elif layer == "given_names" and not is_spokesman(scan, i) and not (hit.entry.get("common") and not goes_on(scan, hit.stop)):
            yield from unlisted_person(scan, i, hit.stop)
    if is_ali(scan, i) and i + 1 < len(scan.tokens) and may_follow_ali(scan, i + 1):
        yield from unlisted_person(scan, i, i + 1)


def _is_homeland(scan: Scan, i: int) -> bool:
    form = scan.tokens.forms[i]
    return form.endswith(_homelands()) and any(core in words("homeland") for _, core, enc in analyses(form) if not enc)


@cache
def _homelands() -> tuple[str, ...]:
    return tuple(words("homeland"))


def _homeland(scan: Scan, first: int, i: int) -> Iterator[Candidate]:
    """«البلاد», «جنوبي البلاد»: the country that the sentence is set in («وفي سوريا …»), else the one that the text names most."""
    country = _set_in(scan, first) or next((country for country, _ in scan.company.most_common(1)), "")
    entry = scan.lexicon.entry("countries", country)
    if entry:
        direction = plain(scan, first, i) + " " if first < i else ""
        yield Candidate(first, i + 1, "place", direction + first_name(entry), country, True)


def _set_in(scan: Scan, i: int) -> str:
    """The country that the sentence of token `i` opens with, after «في»."""
    start = scan.tokens.sentences[scan.tokens.sentence[i]][0]
    if start + 1 >= i or scan.tokens.forms[start] not in words("in") | {one + other for one in words("and") for other in words("in")}:
        return ""
    return next((hit.entry.id for hit in scan.hits[start + 1] if hit.layer == "countries" and hit.column == "ar"), "")


def _known(scan: Scan, i: int) -> Iterator[Candidate]:
    """Names that a pack lists. Ones that are ordinary words count only under a head."""
    short = short_body(scan, i)
    if short:
        yield _listed(i, *short)
    place = place_at(scan, i)
    if place and is_place(scan, place):
        country = land_of(place.entry)
        stop = with_adjectives(scan, place.stop, country)
        kind = "facility" if place.entry.get("kind") in _FACILITIES else "place"
        yield Candidate(i, stop, kind, first_name(place.entry), place.entry.id, True)
    for hit in scan.hits[i]:
        entry = hit.entry
        listed = _LISTED.get(entry.layer)
        if listed is not None and hit.column != "nisba" and not entry.get("common") and not _is_modifier(scan, hit):
            known = entry.get("kind", listed) if entry.layer == "actors" else listed
            yield Candidate(i, hit.stop, _ACTOR_KINDS.get(known, known), first_name(entry), entry.id, True)


def _is_modifier(scan: Scan, hit: Hit) -> bool:
    """«السياسة الخارجية الأمريكية»: an adjective of the noun before it, and no foreign ministry."""
    i = hit.first
    return i > 0 and not hit.pro and is_joined(scan, i) and is_definite(scan, i - 1) and scan.tokens.forms[i].endswith("يه")


def _headed_place(scan: Scan, head: Hit, memory: Memory) -> Iterator[Candidate]:
    """«مدينة رفح», «ريف إدلب الجنوبي», «قاعدة حميميم الجوية»; a bare «القطاع» points back to the last place of its kind."""
    i = head.stop
    kind = head.entry.get("kind")
    if head.tag.endswith("def") and head.stop == head.first + 1:
        earlier = memory.places.get(bare(scan, head.first)) or memory.kinds.get(bare(scan, head.first))
        named = headed_place(scan, i) if is_joined(scan, i) else None
        if not named:
            yield from border(scan, head) if head.entry.id == "border" else _national_place(scan, head)
            state = None if earlier or (is_joined(scan, i) and is_adjective(scan, i)) else state_called(scan, bare(scan, head.first))
            if state:
                yield Candidate(head.first, i, "place", first_name(state), state.id, True)
        if earlier and not named and head.entry.id != "territory" and not (is_joined(scan, i) and is_definite(scan, i)):
            yield Candidate(head.first, i, earlier.kind, earlier.name, earlier.id, earlier.known)
        elif named and not named.pro and not named.entry.get("common"):
            yield _placed(scan, head.first, named.stop, kind, named)
        return
    if head.enc or head.tag == "sg.acc" or not head.tag.startswith(("sg", "pl")) or not is_joined(scan, i):
        return
    if _is_homeland(scan, i):
        yield from _homeland(scan, head.first, i)
        return
    inner = next((hit for hit in scan.hits[i] if hit.entry.layer in ("placeheads", "directions") and not hit.pro), None)
    place = headed_place(scan, i)
    if place is None and inner is not None and is_joined(scan, inner.stop):
        place = headed_place(scan, inner.stop)
    if place is not None and not place.pro:
        yield _placed(scan, head.first, tail(scan, place.stop), kind, place)
        return
    stop = unknown_tail(scan, i, settlement=head.entry.id in _SETTLEMENTS and head.tag == "sg")
    if stop > i and not (is_definite(scan, head.first) and is_definite(scan, i)):
        yield Candidate(head.first, stop, kind, plain(scan, head.first, stop), None, False)


def _national_place(scan: Scan, head: Hit) -> Iterator[Candidate]:
    """«العاصمة الليبية» is the capital by its name, «الأراضي السورية» and «الشمال السوري» lie in the country."""
    if head.entry.id not in ("capital", "territory", "part") or not is_joined(scan, head.stop) or not is_definite(scan, head.stop):
        return
    country = next((hit.entry.id for hit in scan.hits[head.stop] if hit.column == "nisba" and hit.layer == "countries"), None)
    if country is None:
        return
    stop, name = head.stop + 1, plain(scan, head.first, head.stop + 1)
    capital = capital_of(scan.lexicon, country) if head.entry.id == "capital" else None
    if capital:
        yield Candidate(head.first, stop, "place", first_name(capital), capital.id, True)
    elif head.entry.id != "capital":
        yield Candidate(head.first, stop, "place", name, country, True)


def _placed(scan: Scan, first: int, stop: int, kind: str, place: Hit) -> Candidate:
    return Candidate(first, stop, kind, plain(scan, first, stop), place.entry.id, True)


def _directed_place(scan: Scan, hit: Hit, memory: Memory) -> Iterator[Candidate]:
    """«شمالي بغداد», «وسط قطاع غزة»."""
    i = hit.stop
    if not is_joined(scan, i):
        return
    if hit.entry.id == "part":
        yield from _national_place(scan, hit)
        return
    if _is_homeland(scan, i):
        yield from _homeland(scan, hit.first, i)
        return
    place = place_at(scan, i)
    head = next((head for head in scan.hits[i] if head.entry.layer == "placeheads"), None)
    if head and not (place and place.stop > head.stop):
        for candidate in _headed_place(scan, head, memory):
            pointing = head.stop == candidate.stop or head.entry.id == "capital"
            name = _pointed(scan, hit, head, candidate) if pointing else plain(scan, hit.first, candidate.stop)
            yield candidate._replace(first=hit.first, name=name)
    if place and not place.pro and is_spoken_of(scan, place):
        country = land_of(place.entry)
        stop = with_adjectives(scan, place.stop, country)
        kind = "facility" if place.entry.get("kind") in _FACILITIES else "place"
        yield Candidate(hit.first, stop, kind, plain(scan, hit.first, stop), place.entry.id, True)


def _pointed(scan: Scan, direction: Hit, head: Hit, candidate: Candidate) -> str:
    """«شمال المدينة», after «غرب مدينة الباب»: north of the town, not north of its west."""
    entry = listed_place(scan.lexicon, candidate.id, GAZETTEERS)
    return f"{plain(scan, direction.first, head.first)} {first_name(entry) if entry else candidate.name}"


def _body(scan: Scan, head: Hit, memory: Memory) -> Iterator[Candidate]:
    """A body known by its head: «الجيش التركي», «قوات الدفاع الجوي السعودي», «وزارة الصحة في قطاع غزة»."""
    if head.enc or head.tag.startswith("du") or _is_centre(scan, head):
        return
    i = head.stop
    while i - head.first < _LONGEST_BODY and is_joined(scan, i) and not is_stop(scan, i) and _continues_body(scan, i, head):
        known = max((hit.stop for hit in scan.hits[i] if hit.layer in (*PLACES, "actors", "bodies")), default=i + 1)
        closed, i = known > i + 1, known
        if closed:
            break
    if head.entry.get("kind") in _SEATED and (i > head.stop or head.tag.endswith("def")):
        i = _located(scan, i)
    if i == head.stop and (not head.tag.endswith("def") or head.entry.id == "aircraft"):
        return
    earlier = memory.bodies.get(bare(scan, head.first)) if i == head.stop else None
    if earlier:
        yield Candidate(head.first, i, earlier.kind, earlier.name, earlier.id, earlier.known)
        return
    country, kind = country_of(scan, head.stop, i), head.entry.get("kind")
    listed = listed_body(scan, head, i, country)
    if listed:
        yield _listed(head.first, i, listed)
        return
    yield Candidate(head.first, i, _ACTOR_KINDS.get(kind, kind), plain(scan, head.first, i), _slug(scan, head.first, i, country), False)


def _is_centre(scan: Scan, head: Hit) -> bool:
    """«مركز مدينة إدلب» is a part of the town."""
    return any(hit.layer == "directions" and hit.stop > head.stop for hit in scan.hits[head.first])


def _listed(first: int, stop: int, actor: Entry) -> Candidate:
    kind = actor.get("kind")
    return Candidate(first, stop, _ACTOR_KINDS.get(kind, kind), first_name(actor), actor.id, True)


def _continues_body(scan: Scan, i: int, head: Hit) -> bool:
    if scan.tokens.forms[i] in words("stationed") | words("belonging") or any(
        hit.layer in PLACES and hit.pro == "و" for hit in scan.hits[i]
    ):
        return False
    if head.entry.id == "organization" and scan.tokens.forms[i].startswith("لل") and i > head.stop:
        return True
    if head.tag.endswith("def") and any(hit.layer == "placeheads" for hit in scan.hits[i]):
        return False
    if is_adjective(scan, i) or is_definite(scan, i):
        if head.tag.endswith("def") and (_is_noun(scan, i) or not agrees(scan, head, i)):
            return False
        if (head.tag.endswith("def") or i > head.stop) and any(hit.layer == "titles" and not hit.pro for hit in scan.hits[i]):
            return False
        return not any(hit.entry.layer in ("weekdays", "months") or hit.layer.startswith("time") for hit in scan.hits[i])
    indefinite_idafa = i == head.stop and head.tag in ("sg", "pl")
    return indefinite_idafa and any(hit.entry.layer in (*PLACES, "actors", "bodies") and not hit.pro for hit in scan.hits[i])


def _is_noun(scan: Scan, i: int) -> bool:
    """«الحركة | الرواية الإسرائيلية»: a definite noun cannot go on the name of a definite one."""
    layers = ("contents", "triggers") if scan.tokens.forms[i].endswith(("ي", "يه")) else ("contents", "triggers", "bodies")
    return any(hit.layer in layers and hit.column in ("noun", "masdar") and hit.tag.endswith("def") for hit in scan.hits[i])


def _located(scan: Scan, i: int) -> int:
    """«… في غزة»: a body's seat, when a place stands right after the preposition."""
    if i + 1 < len(scan.tokens) and is_joined(scan, i) and scan.tokens.forms[i] in words("in") and is_joined(scan, i + 1):
        if scan.hit(i + 1, "media_channels"):
            return i
        head = next((hit for hit in scan.hits[i + 1] if hit.entry.layer == "placeheads"), None)
        place = place_at(scan, head.stop if head and is_joined(scan, head.stop) else i + 1)
        if place:
            return place.stop
    return i


def _slug(scan: Scan, first: int, stop: int, country: str | None) -> str:
    """An id made of the words without articles; the adjective of a country becomes its code, so that spellings agree."""
    parts: list[str] = []
    for i in range(first, stop):
        form = scan.tokens.forms[i]
        if any(hit.column == "nisba" and hit.layer == "countries" for hit in scan.hits[i]):
            continue
        parts.append(bare(scan, i) if i == first else form.removeprefix("ال"))
    return "~" + "-".join([*parts, country] if country else parts)


def _short_form(scan: Scan, i: int, memory: Memory) -> Candidate | None:
    """«الخفاجي» after «تحسين الخفاجي»."""
    form = scan.tokens.forms[i]
    if len(form) < 4:
        return None
    earlier = memory.people.get(form)
    if earlier is None and form[0] in "ولبف":
        earlier = memory.people.get(form[1:]) or (memory.people.get("ا" + form[1:]) if form.startswith("لل") else None)
    return Candidate(i, i + 1, "person", earlier.name, earlier.id, True) if earlier else None
