"""People whom no pack knows: by a title, a given name, or a father's name, and how far their names run."""

from collections.abc import Iterator

from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit, first_name
from tawatur.reading.gazetteer import PLACES
from tawatur.reading.names_words import Candidate, plain
from tawatur.reading.phrases import is_ali, is_definite, is_inner_name, is_joined, is_stop
from tawatur.reading.scan import Scan
from tawatur.reading.statements_words import ON_BEHALF

_ARTICLED = ("بال", "لل", "وال", "فال")
_IN_NAMES = ("evidence", "given_names", "people", "titles", "contents", "media_channels", "cues", "speakers", *PLACES)
_LONGEST_NAME = 4
_TANWIN = "\u064b"


def titled_person(scan: Scan, title: Hit) -> Iterator[Candidate]:
    """«اللواء تحسين الخفاجي»: the name without its title."""
    i = title.stop
    if title.enc or not is_joined(scan, i) or (title.entry.id == "offices" and not (opens_person(scan, i) or _has_father(scan, i))):
        return
    nested = next((hit for hit in scan.hits[i] if hit.entry.layer == "titles"), None)
    known = next((hit for hit in scan.hits[i] if hit.layer == "people" and not hit.pro and not hit.entry.get("common")), None)
    if known:
        yield Candidate(i, known.stop, "person", first_name(known.entry), known.entry.id, True)
    elif nested is None and (title.entry.id != "honorifics" or opens_person(scan, i) or _has_father(scan, i)):
        yield from unlisted_person(scan, i, i)


def unlisted_person(scan: Scan, first: int, opened: int) -> Iterator[Candidate]:
    """A person's name from token `first`; tokens up to `opened` are already known to belong to it."""
    if any(hit.pro and hit.entry.layer == "given_names" and hit.pro not in ("و", "ف", "ل", "ب") for hit in scan.hits[first]):
        return
    i = max(opened, first)
    parts = i - first
    while parts < _LONGEST_NAME and (i == first or is_joined(scan, i)) and _is_name_word(scan, i) and not (i > first and _is_and(scan, i)):
        parts += scan.tokens.forms[i] not in words("name_particle")
        i += 1
    if i - first >= 2:
        yield Candidate(first, i, "person", plain(scan, first, i), "~" + "-".join(scan.tokens.forms[first:i]), False)


def opens_person(scan: Scan, i: int) -> bool:
    return is_ali(scan, i) or any(hit.entry.layer in ("given_names", "people") and not hit.pro for hit in scan.hits[i])


def goes_on(scan: Scan, i: int) -> bool:
    """Whether a person's name surely goes on at token `i`."""
    return is_joined(scan, i) and (opens_person(scan, i) or scan.tokens.forms[i] in words("name_particle"))


def may_follow_ali(scan: Scan, i: int) -> bool:
    """«علي محمد», «علي السيستاني»: the next word of a name, a given one or a definite word that nothing else knows."""
    return is_joined(scan, i) and (opens_person(scan, i) or (is_definite(scan, i) and not scan.hits[i]))


def _has_father(scan: Scan, i: int) -> bool:
    """«عرفج بن حمد»: a word that can only be a name, whatever it is."""
    return is_joined(scan, i + 1) and scan.tokens.forms[i + 1] in words("father_of")


def is_spokesman(scan: Scan, i: int) -> bool:
    """«المتحدث باسم …», «باسم الوزارة»: in the name of a body, and no person called Basim."""
    if scan.tokens.forms[i] in ON_BEHALF and i + 1 < len(scan.hits) and scan.hit(i + 1, "bodies", "actors") and is_joined(scan, i + 1):
        return True
    return i > 0 and any(hit.entry.layer == "titles" and hit.stop == i for j in (i - 1, i - 2) if j >= 0 for hit in scan.hits[j])


def _is_name_word(scan: Scan, i: int) -> bool:
    form = scan.tokens.forms[i]
    if form in words("name_particle") or is_inner_name(scan, i):
        return True
    if not form.isalpha() or len(form) < 2 or is_stop(scan, i) or (form.endswith("ه") and form.startswith("ال")):
        return False
    if _TANWIN in scan.tokens.slice(i, i + 1):
        return False
    return not form.startswith(_ARTICLED) and not any(hit.entry.layer not in _IN_NAMES for hit in scan.hits[i])


def _is_and(scan: Scan, i: int) -> bool:
    """«وأروى», «ويعرض», «وشويكار» after a name: something joined to it, unless a pack knows the word as a name."""
    form = scan.tokens.forms[i]
    if len(form) < 5 or not form.startswith(tuple(words("and"))) or any(not hit.pro for hit in scan.hits[i]):
        return False
    return len(form) > 6 or form[1] in "ايت" or any(hit.pro for hit in scan.hits[i])
