"""The noun phrase that a number counts: its head, what goes on it, and what kind of thing it is."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.packs.grammar import words
from tawatur.packs.lexicon import Hit
from tawatur.reading.phrases import is_adjective, is_definite, is_joined, is_stop
from tawatur.reading.scan import Scan
from tawatur.text.tokens import PAREN

PEOPLE = ("person", "combatant")
HARMED = ("killed", "injured", "missing", "captured")
_LONGEST = 4
_AGREEING = (("ا", "ا"), ("ه", "ه"), ("ين", "ين"), ("ان", "ان"), ("ون", "ون"), ("ات", "ه"))
_SOUND_PLURALS = ("ين", "ون", "ات")


class Noun(NamedTuple):
    """What is counted, over tokens `first` up to `stop`.

    `cls` is the class in the packs, `person` for an adjective of nationality used as a noun, `unknown` for a noun that no pack
    has, "" when none is written; `kind` is the entry's id. `role` is what the noun, or a participle on it, decides.
    `pronoun`: «منهم». `loose`: nothing but its place shows that it is counted.
    """

    first: int
    stop: int
    cls: str = ""
    kind: str = ""
    role: str = ""
    tag: str = ""
    pronoun: bool = False
    loose: bool = False


def counted_noun(scan: Scan, i: int, timed: Sequence[bool]) -> Noun:
    """The noun counted by what ends before token `i`: right behind it, or after «من»; without a class when there is none."""
    none = Noun(i, i)
    if i >= len(scan.tokens) or timed[i]:
        return none
    form = scan.tokens.forms[i]
    if form in words("of_them") and is_joined(scan, i):
        return Noun(i, i + 1, "", pronoun=True)
    if form in words("of") and (is_joined(scan, i) or scan.tokens.gaps[i] == PAREN):
        if not is_joined(scan, i + 1) or timed[i + 1]:
            return none
        inner = i + 2 if scan.tokens.forms[i + 1] in words("between") and is_joined(scan, i + 2) else i + 1
        return noun_at(scan, inner, timed, partitive=True) or none
    if not (is_joined(scan, i) or scan.tokens.gaps[i] == PAREN):
        return none
    return noun_at(scan, i, timed) or none


def noun_at(scan: Scan, i: int, timed: Sequence[bool], partitive: bool = False) -> Noun | None:
    """The noun phrase that begins at token `i`. `partitive`: «5 من …», where it is definite or carries a pronoun."""
    hit = known_noun(scan, i, partitive)
    if hit:
        return complete(scan, hit, timed, partitive)
    if any(other.pro for other in scan.hits[i][:1]):
        return None
    if is_adjective(scan, i) and is_definite(scan, i) is partitive:
        return _extend(scan, Noun(i, i + 1, "person", "people"), timed, partitive)
    form = scan.tokens.forms[i]
    if len(form) < 3 or not "ء" <= form[0] <= "ي" or _is_closed(scan, i) or is_definite(scan, i) is not partitive:
        return None
    loose = partitive and not form.endswith(_SOUND_PLURALS)
    return _extend(scan, Noun(i, i + 1, "unknown", loose=loose), timed, partitive)


def _is_closed(scan: Scan, i: int) -> bool:
    return (
        is_stop(scan, i)
        or scan.tokens.forms[i] in words("uncounted")
        or any(hit.entry.layer in ("attributions", "units", "frames", "months") for hit in scan.hits[i])
    )


def known_noun(scan: Scan, i: int, partitive: bool = False) -> Hit | None:
    """The counted noun of the packs at token `i`, with nothing written on it but, in a partitive, a pronoun."""
    for hit in scan.hits[i]:
        if hit.entry.layer == "counted" and not hit.pro and (partitive or not (hit.enc or hit.tag.endswith(".def"))):
            return hit
    return None


def complete(scan: Scan, hit: Hit, timed: Sequence[bool], partitive: bool = False) -> Noun:
    """The noun phrase that a known noun heads, with its adjectives («جنديا تركيا», «أفراد القوة الجوية العراقية»)."""
    entry = hit.entry
    head = Noun(hit.first, hit.stop, entry.get("class"), entry.id, entry.get("role"), hit.tag)
    return _extend(scan, head, timed, partitive or hit.tag == "du.con")


def _extend(scan: Scan, noun: Noun, timed: Sequence[bool], construct: bool) -> Noun:
    i, role, limit = noun.stop, noun.role, noun.stop + _LONGEST
    while i < limit and is_joined(scan, i) and not timed[i]:
        harmed = _participle(scan, i) if noun.cls in PEOPLE else None
        if harmed:
            role, i = harmed.entry.get("role"), harmed.stop
        elif _goes_on(scan, noun, i, construct):
            i += 1
        else:
            break
    return noun._replace(stop=i, role=role)


def _participle(scan: Scan, i: int) -> Hit | None:
    """«36 جنديا مصابا», «3 أشخاص قتلى»: a word on the noun that tells what became of those counted."""
    for hit in scan.hits[i]:
        if hit.entry.layer == "counted" and not hit.pro and not hit.enc and hit.entry.get("role") in HARMED:
            return hit
    return None


def _goes_on(scan: Scan, noun: Noun, i: int, construct: bool) -> bool:
    if is_stop(scan, i) or (scan.hits[i] and scan.hits[i][0].pro):
        return False
    if is_adjective(scan, i) or any(hit.entry.layer == "counted" and hit.entry.get("nation") for hit in scan.hits[i]):
        return construct or not is_definite(scan, i)
    if is_definite(scan, i):
        return construct
    return _agrees(scan, noun, i)


def _agrees(scan: Scan, noun: Noun, i: int) -> bool:
    """Whether a word that no pack has may be an adjective, by its ending («صاروخا موجها», «طائرة معادية», «جنود مجهولين»)."""
    form, head = scan.tokens.forms[i], scan.tokens.forms[noun.stop - 1]
    if len(form) < 4 or form.startswith("ي"):
        return False
    if noun.tag == "pl":
        return form.endswith(("ين", "ون") if noun.cls in PEOPLE else ("يه",))
    ending = next((other for one, other in _AGREEING if head.endswith(one) and form.endswith(other)), None)
    return ending is not None and (len(ending) > 1 or form.startswith("م") or form[-2] == "ي")
