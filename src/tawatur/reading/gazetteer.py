"""Places that the packs list, and which of them a word is: told apart by the countries that the text speaks of.

A place whose name is also an ordinary word says so in its column `common`: `yes`, it is a place only under a head («مدينة الباب»);
`country`, it is one by itself where the text speaks of its country («دوما» is also «always»).
"""

from tawatur.packs.lexicon import Hit
from tawatur.reading.phrases import is_definite, is_joined
from tawatur.reading.scan import GAZETTEERS, Scan

PLACES = (*GAZETTEERS, "countries")
_SHORTEST = 4


def place_at(scan: Scan, i: int) -> Hit | None:
    """A pack's place that starts at token `i`, ordinary words included; of several, the one whose country the text speaks of most."""
    places = [hit for hit in scan.hits[i] if hit.entry.layer in PLACES and hit.column == "ar"]
    return min(places, key=lambda hit: _unlikelihood(scan, hit)) if len(places) > 1 else next(iter(places), None)


def _unlikelihood(scan: Scan, hit: Hit) -> tuple[int, bool, int, int, int]:
    country = hit.entry.get("country")
    return -hit.stop, not _is_known(scan, hit), -scan.company[country], -scan.vicinity[country], PLACES.index(hit.entry.layer)


def is_place(scan: Scan, hit: Hit) -> bool:
    """Whether the words name the place by themselves, without a head such as «مدينة»."""
    return _is_known(scan, hit) and not _is_other_word(scan, hit) and not (hit.entry.get("common") and _is_adjective(scan, hit))


def _is_known(scan: Scan, hit: Hit) -> bool:
    common, country = hit.entry.get("common"), hit.entry.get("country")
    return not common or (common == "country" and bool(scan.company[country] or scan.vicinity[country]))


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
