"""Bodies that the text leaves half said: «الجيش» of the country the text is about, «قوات روسية», «عناصر الحوثيين»."""

from collections import Counter

from tawatur.packs.grammar import words as grammar
from tawatur.packs.lexicon import Entry, Hit
from tawatur.reading.names_words import bare
from tawatur.reading.phrases import is_adjective
from tawatur.reading.scan import Scan
from tawatur.text.fold import fold

_ARMS = ("forces", "troops", "aircraft", "artillery", "fighters")
_PLURALS = ("ات", "ين", "ون")
_OFTEN, _DOMINANT = 3, 2


def listed_body(scan: Scan, head: Hit, stop: int, country: str | None) -> Entry | None:
    """The actor that a body known by its head is, tokens `head.first` up to `stop`; None when the packs do not tell."""
    words = [bare(scan, head.first), *(scan.tokens.forms[i] for i in range(head.first + 1, stop))]
    if country is None:
        return _of_the_land(scan, words, head)
    return _arm(scan, head, stop) or _indefinite(scan, words, head, stop) or _air_force(scan, head, stop)


def _of_the_land(scan: Scan, words: list[str], head: Hit) -> Entry | None:
    """«الجيش», «وزارة الصحة» in a text that speaks of one country far more than of any other, and is not set in another."""
    country = main_country(scan)
    if country and _set_elsewhere(scan, country):
        return None
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


def short_body(scan: Scan, i: int) -> tuple[int, Entry] | None:
    """«التحالف», «الجيش الوطني»: the token after it and whom it means in the country that the text names most of those where it is used."""
    hits = [hit for hit in scan.hits[i] if hit.layer == "short_bodies"]
    if not hits:
        return None
    stop = max(hit.stop for hit in hits)
    weights: Counter[str] = Counter()
    for entry in {hit.entry for hit in hits if hit.stop == stop}:
        country = entry.get("country")
        weights[entry.get("actor")] += scan.company[country] + scan.vicinity[country]
    (actor, weight), *others = weights.most_common(2)
    if not weight or (others and weight < _DOMINANT * others[0][1]):
        return None
    found = scan.lexicon.entry("actors", actor)
    return (stop, found) if found else None


def agrees(scan: Scan, head: Hit, i: int) -> bool:
    """Whether a definite word can be an adjective of the definite head: «السلطات المحلية», not «السلطات | العشرات»."""
    form, noun = scan.tokens.forms[i], scan.tokens.forms[head.stop - 1]
    if is_adjective(scan, i):
        return True
    if form.endswith(_PLURALS) or any(hit.layer == "actors" and hit.column == "ar" for hit in scan.hits[i]):
        return False
    if noun.endswith(("ه", "ات")):
        return form.endswith(("ه", "ا", "ي"))
    return head.tag != "sg.def" or not form.endswith("ه")


def main_country(scan: Scan) -> str | None:
    """The country that the text names far more often than any other."""
    ranked = scan.company.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _DOMINANT * ranked[1][1]):
        return None
    return ranked[0][0]


def _set_elsewhere(scan: Scan, country: str) -> bool:
    """Whether most of the places that the text names lie in another country: reports of a war name the other side most."""
    others = max((count for other, count in scan.vicinity.items() if other != country), default=0)
    return others >= _OFTEN and others > scan.vicinity[country]


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


def _air_force(scan: Scan, head: Hit, stop: int) -> Entry | None:
    """«طائرة حربية روسية», «المروحيات الأمريكية»: the air force of the state whose adjective they bear."""
    if head.entry.id != "aircraft" or stop == head.stop:
        return None
    states = [hit.entry for hit in scan.hits[stop - 1] if hit.layer == "countries" and hit.column == "nisba"]
    adjectives = [fold(nisba) for state in states for nisba in state.row.list("nisba")]
    named = (scan.lexicon.named([arm, "ال" + adjective], "actors") for arm in sorted(grammar("air_arm")) for adjective in adjectives)
    return next((found for found in named if found), None)
