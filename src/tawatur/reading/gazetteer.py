"""Places that the packs list, and which of them a word is: told apart by the countries that the text speaks of.

A place whose name is also an ordinary word says so in its column `common`: `yes`, it is a place only under a head («مدينة الباب»);
`country`, it is one by itself where the text speaks of its country («دوما» is also «always»); a small place of `places_geonames` only
after a word of place, even so.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Entry, Hit, Lexicon, first_name
from tawatur.packs.tables import table_rows
from tawatur.reading.phrases import is_definite, is_joined
from tawatur.reading.scan import GAZETTEERS, Scan
from tawatur.reading.scan import PLACES as PLACES
from tawatur.text.fold import fold
from tawatur.text.tokens import CLOSE, COMMA, OPEN, QUOTE

_SHORTEST = 4
_REACH = 8


def place_at(scan: Scan, i: int) -> Hit | None:
    """A pack's place that starts at token `i`, ordinary words included; of several, the one whose country the text speaks of most."""
    return _likeliest(scan, i, headed=False)


def listed_place(lexicon: Lexicon, entry_id: str | None, layers: tuple[str, ...] = PLACES) -> Entry | None:
    """The entry of a place, or state, by its id."""
    return next((entry for layer in layers if (entry := lexicon.entry(layer, entry_id or ""))), None)


def land_of(place: Entry) -> str:
    """The country that a place lies in; of a state, or of a part of the world that holds several, its own id."""
    return place.get("country") or place.id


def headed_place(scan: Scan, i: int) -> Hit | None:
    """The place at token `i` after a head such as «قرية»: an ordinary word is a place there, but no far hamlet of the same name."""
    place = _likeliest(scan, i, headed=True)
    return None if place and _is_namesake(scan, place) else place


def _is_namesake(scan: Scan, place: Hit) -> bool:
    """Whether it is a hamlet of a country that the text does not speak of, or not of here («قرية تل الحصين بريف الحسكة»)."""
    country = place.entry.get("country")
    if place.entry.layer != "places_geonames":
        return False
    outer = outer_place(scan, place.stop)
    if outer is not None:
        return country != land_of(outer)
    spoken_of = place.entry.telling or is_spoken_of(scan, place) or country == home(scan)
    return not spoken_of and bool(scan.company or scan.vicinity)


def _likeliest(scan: Scan, i: int, headed: bool) -> Hit | None:
    places = [hit for hit in scan.hits[i] if hit.entry.layer in PLACES and hit.column == "ar"]
    if len(places) < 2:
        return next(iter(places), None)
    best = min(places, key=lambda hit: _unlikelihood(scan, hit, headed))
    return None if _is_anywhere(scan, best, places) else best


def _is_anywhere(scan: Scan, best: Hit, places: list[Hit]) -> bool:
    """A hamlet's name that hamlets of several countries have, in a text that speaks of none of them."""
    if best.entry.telling or best.entry.get("country") == home(scan) or is_spoken_of(scan, best):
        return False
    return any(hit.entry.get("country") != best.entry.get("country") for hit in places if hit.stop == best.stop)


def _unlikelihood(scan: Scan, hit: Hit, headed: bool) -> tuple[int, bool, int, bool, int, int, bool, int, int]:
    country, small = hit.entry.get("country"), bool(hit.entry.get("common"))
    company, vicinity = scan.company[country], scan.vicinity[country]
    listed = headed and hit.entry.layer == "places" and is_spoken_of(scan, hit)
    spoken_of = (listed or not small) and bool(company or vicinity)
    known, at_home = listed or _is_known(scan, hit), country == home(scan)
    beside, among = _nearness(scan, hit)
    return -hit.stop, not known, -beside, not spoken_of, -company, -vicinity, not at_home, -among, PLACES.index(hit.entry.layer)


def home(scan: Scan) -> str:
    """The country of the outlet, which is where a local report is set that names none."""
    return _countries_of_outlets(scan.lexicon).get(fold(scan.document.outlet or ""), "")


@lru_cache(maxsize=4)
def _countries_of_outlets(lexicon: Lexicon) -> dict[str, str]:
    return {fold(name): entry.get("country") for entry in lexicon.layer("outlets").values() for name in entry.row.list("ar")}


def _nearness(scan: Scan, hit: Hit) -> tuple[int, int]:
    """How much speaks of the place's governorate: what stands beside it («النيرب بريف إدلب») or over it, and other places of the text."""
    country, division = hit.entry.get("country"), fold(hit.entry.get("admin1"))
    own = _has_own_adjective(scan, hit)
    if not division:
        return 2 * own, 0
    sentence = scan.tokens.sentence[hit.first]
    first, stop = scan.tokens.sentences[sentence]
    near = range(max(first, hit.first - _REACH), min(stop, hit.stop + _REACH))
    others = (other for j in near for other in scan.hits[j] if other.stop <= hit.first or j >= hit.stop)
    beside = sum((country, division) in _divisions(other) for other in others)
    return 2 * (own + beside) + _is_labelled(scan, hit, division), scan.divisions[country, division]


def _has_own_adjective(scan: Scan, hit: Hit) -> bool:
    """«القنيطرة المغربية», «رفح المصرية»."""
    after = scan.hits[hit.stop] if is_joined(scan, hit.stop) else ()
    return any(other.column == "nisba" and other.entry.id == hit.entry.get("country") for other in after)


def _is_labelled(scan: Scan, hit: Hit, division: str) -> bool:
    """Whether the place lies in what the last line above names that is no more than a place («الرقة:»)."""
    at = bisect_right(scan.labels, hit.first, key=lambda label: label[0])
    return at > 0 and (hit.entry.get("country"), division) in scan.labels[at - 1][1]


def _divisions(hit: Hit) -> Iterator[tuple[str, str]]:
    """The country and governorate that a place lies in, or is."""
    if hit.entry.layer in GAZETTEERS:
        country = hit.entry.get("country")
        yield country, fold(hit.entry.get("admin1"))
        if hit.entry.get("kind") == "governorate":
            yield country, fold(first_name(hit.entry)).partition(" ")[2]


def is_place(scan: Scan, hit: Hit) -> bool:
    """Whether the words name the place by themselves, without a head such as «مدينة»."""
    if not _is_known(scan, hit) or _is_other_word(scan, hit):
        return False
    if not hit.entry.get("common"):
        return True
    return not _is_adjective(scan, hit) and (hit.entry.layer != "places_geonames" or _is_located(scan, hit))


def _is_located(scan: Scan, hit: Hit) -> bool:
    """Whether a word of place leads to it: «في», «ب», «شرقي», or another place that it is listed with."""
    i = hit.first
    if hit.pro.endswith("ب"):
        return True
    if i == 0 or scan.tokens.gaps[i]:
        return False
    if scan.tokens.forms[i - 1] in words("in") | words("of") | words("to"):
        return not hit.pro
    listed = hit.pro == "و"
    return any(
        before.stop == i and ((listed and before.entry.layer == "places") or (not listed and _leads(before)))
        for j in range(max(i - 3, 0), i)
        for before in scan.hits[j]
    )


def _leads(hit: Hit) -> bool:
    return hit.entry.layer == "directions" or hit.entry.get("role") == "place"


def _is_known(scan: Scan, hit: Hit) -> bool:
    common = hit.entry.get("common")
    return not common or (common == "country" and is_spoken_of(scan, hit))


def is_spoken_of(scan: Scan, hit: Hit) -> bool:
    """Whether the text speaks of the place's country, or the name is no ordinary word in the first place."""
    country = hit.entry.get("country")
    return not hit.entry.get("common") or country in scan.company or country in scan.vicinity


def outer_place(scan: Scan, stop: int) -> Entry | None:
    """The place in which the text puts what it has named up to token `stop`: «قرية … بريف إدلب», «بلدة … شرقي دير الزور»."""
    led = False
    for i in range(stop, min(stop + _REACH // 2, len(scan.tokens))):
        if scan.tokens.gaps[i] & ~(QUOTE | OPEN | CLOSE | COMMA):
            return None
        hits = scan.hits[i]
        leads = scan.tokens.forms[i] in words("in") or any(_leads(hit) for hit in hits)
        inside = any(hit.pro == "ب" for hit in hits)
        place = _likeliest(scan, i, headed=True) if led or inside else None
        if place and place.pro in ("", "ب"):
            return place.entry
        headed = any(hit.layer == "placeheads" for hit in hits)
        if not leads and not (headed and (led or inside)):
            return None
        led = True
    return None


def state_called(scan: Scan, form: str) -> Entry | None:
    """«المملكة», «السلطنة» alone: the state of that kind that the text speaks of most."""
    states = [scan.lexicon.entry("countries", country) for country in _states_called().get(form, ())]
    return max((state for state in states if state and scan.company[state.id]), key=lambda state: scan.company[state.id], default=None)


@cache
def _states_called() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in table_rows("countries"):
        for name in row.list("called"):
            found.setdefault(fold(name).removeprefix("ال"), []).append(row.get("id"))
    return found


@lru_cache(maxsize=512)
def capital_of(lexicon: Lexicon, country: str) -> Entry | None:
    """The capital as a place; the first where a country has two."""
    state = lexicon.entry("countries", country)
    names = {fold(name) for name in state.row.list("capital_ar")[:1]} if state else set()
    entries = (entry for layer in GAZETTEERS for entry in lexicon.layer(layer).values() if entry.get("country") == country)
    named = [entry for entry in entries if names & {fold(name) for name in entry.row.list("ar")}]
    return min(named, key=lambda entry: entry.get("kind") != "city", default=None)


def _is_other_word(scan: Scan, hit: Hit) -> bool:
    """A word that is a place only when a letter is taken off it is more likely another word: «ودان», «كليون»."""
    word = scan.tokens.forms[hit.first][len(hit.pro) :]
    if hit.stop > hit.first + 1 or not hit.pro or hit.pro in ("ب", "ل"):
        return False
    return len(word) < _SHORTEST or (hit.pro.endswith("ك") and not word.startswith("ال"))


def _is_adjective(scan: Scan, hit: Hit) -> bool:
    """«المدى القصير», no town of Qusayr: a definite word after another describes it."""
    i = hit.first
    return i > 0 and not hit.pro and is_joined(scan, i) and is_definite(scan, i) and is_definite(scan, i - 1)
