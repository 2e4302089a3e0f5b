"""Bodies that the text leaves half said: «الجيش» of the country the text is about, «قوات روسية», «عناصر الحوثيين»."""

from tawatur.packs.lexicon import Entry, Hit
from tawatur.reading.names_words import bare
from tawatur.reading.phrases import is_adjective
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold

_ARMS = ("forces", "troops", "aircraft", "artillery", "fighters")
_OFTEN, _DOMINANT = 3, 2


def listed_body(scan: Scan, head: Hit, stop: int, country: str | None) -> Entry | None:
    """The actor that a body known by its head is, tokens `head.first` up to `stop`; None when the packs do not tell."""
    words = [bare(scan, head.first), *(scan.tokens.forms[i] for i in range(head.first + 1, stop))]
    if country is None:
        return _of_the_land(scan, words, head)
    return _arm(scan, head, stop) or _indefinite(scan, words, head, stop)


def _of_the_land(scan: Scan, words: list[str], head: Hit) -> Entry | None:
    """«الجيش», «وزارة الصحة» in a text that speaks of one country far more than of any other."""
    country = main_country(scan)
    entry = scan.lexicon.entry("countries", country) if country else None
    if entry is None or not (head.tag.endswith("def") or words[-1].startswith("ال")):
        return None
    name = [("ال" if head.tag.endswith("def") else "") + words[0], *words[1:]]
    for nisba in entry.row.list("nisba"):
        adjective = "ال" + fold(nisba)
        for form in (adjective, adjective + "ه"):
            found = scan.lexicon.named([*name, form], "actors")
            if found:
                return found
    return None


def main_country(scan: Scan) -> str | None:
    """The country that the text names far more often than any other."""
    ranked = scan.company.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _DOMINANT * ranked[1][1]):
        return None
    return ranked[0][0]


def _arm(scan: Scan, head: Hit, stop: int) -> Entry | None:
    """«عناصر الحوثيين», «مدفعية الجيش اليمني», «القيادات الحوثية»: the arm of a listed actor acts for it."""
    inner = [hit for hit in scan.hits[head.stop] if hit.layer == "actors" and hit.stop == stop and not hit.pro] if head.stop < stop else []
    adjective = next((hit.entry for hit in inner if hit.column == "nisba"), None)
    if adjective or head.entry.id not in _ARMS or head.tag.endswith("def"):
        return adjective
    return next((hit.entry for hit in inner), None)


def _indefinite(scan: Scan, words: list[str], head: Hit, stop: int) -> Entry | None:
    """«قوات روسية», «مسلحين حوثيين»: the same body as «القوات الروسية»."""
    if head.tag.endswith("def") or stop == head.stop or not all(is_adjective(scan, i) for i in range(head.stop, stop)):
        return None
    return scan.lexicon.named(["ال" + word.removeprefix("ال") for word in words], "actors")
