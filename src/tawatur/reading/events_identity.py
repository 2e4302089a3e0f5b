"""Identity within a document: whether a trigger tells of an event already met, or of another."""

from functools import cache, lru_cache

from tawatur.model import Modality
from tawatur.packs.grammar import words
from tawatur.packs.tables import table_rows
from tawatur.reading.events_drafts import APART, VIOLENT, Draft, dates_agree, lasts
from tawatur.reading.modality import AT_LARGE
from tawatur.reading.phrases import is_stop
from tawatur.reading.scan import Scan
from tawatur.reading.triggers import Trigger
from tawatur.reading.whereabouts import Whereabouts, lies_in
from tawatur.text.fold import fold

_REGION = 1
_RECALL = 4
"""Sentences back over which «the attack» may mean one told without its day."""


def same(scan: Scan, old: Draft, new: Draft) -> bool:
    """Whether a new trigger tells of an event already met."""
    if not _types_agree(old, new) or _differ(old.modality, new.modality):
        return False
    pointing = new.trigger.points_back
    if (new.turns and new.sentence not in old.sentences and not pointing) or _is_another(scan, new.trigger):
        return False
    if _looks_back(old, new) and not (pointing and old.date is None):
        return False
    if _is_one_of(old, new):
        return False
    if old.modality in AT_LARGE and new.sentence not in old.sentences and not _same_doers(scan, old, new):
        return False
    recalls = pointing and new.sentence - old.last <= _RECALL
    if not pointing and new.placed and old.place is None and new.sentence - old.last > _RECALL:
        return False
    if new.sentence not in old.sentences and not recalls and old.date is None and (new.date or (new.placed and old.place is None)):
        return False
    if old.date and new.date and not (dates_agree(old.date, new.date) and (pointing or lasts(old.date) == lasts(new.date))):
        return False
    together = pointing or new.clause == old.clause
    if not _modes_agree(scan, old, new) or not (together or _places_agree(old.place, new.place, strictly=new.placed)):
        return False
    if new.trigger.strength == "result":
        return new.sentence - old.last <= 2 or new.trigger.entry is old.trigger.entry
    return not _actors_clash(scan, old, new)


def _is_one_of(old: Draft, new: Draft) -> bool:
    """«استهدفت … قرية البارة», after «غارات على ريف إدلب»: one attack of those on a region, told with its own place in a later sentence."""
    if old.place is None or new.place is None or not (old.trigger.plural or old.several) or new.sentence in old.sentences:
        return False
    wide, narrow = old.place.stated and old.place.extent <= _REGION, new.placed and new.place.extent > _REGION
    return wide and narrow and new.trigger.strength == "strong" and new.trigger.column == "verb"


def _same_doers(scan: Scan, old: Draft, new: Draft) -> bool:
    """Whether the attacks told together are those of one doer, or «تلك الضربات» of a doer told before."""
    doers = _actor_keys(scan, new)
    recalled = new.trigger.definite and new.mode in (None, old.mode)
    return bool(doers & _actor_keys(scan, old)) or (not doers and recalled)


def kinship(draft: Draft) -> object:
    """What mentions of one event have in common, whatever else they tell: an attack, a protest, or else the type and the word for it."""
    if draft.type in VIOLENT:
        return VIOLENT
    return draft.type if draft.type == "PROTEST" else (draft.type, draft.trigger.entry)


def _looks_back(old: Draft, new: Draft) -> bool:
    """Whether the new words tell of another day than the old ones, in a sentence that recalls earlier events."""
    return new.background and not old.background and new.date is not None and new.date != old.date


def _types_agree(old: Draft, new: Draft) -> bool:
    if kinship(old) != kinship(new):
        return False
    return old.type == new.type or new.trigger.strength == "result" or "explosion" in (old.trigger.entry.id, new.trigger.entry.id)


def _differ(one: Modality, other: Modality) -> bool:
    return one != other and (one in APART or other in APART)


def _is_another(scan: Scan, trigger: Trigger) -> bool:
    """«هجوم آخر», «غارة جوية ثانية»; not «الهجوم هو الثاني», which counts the attack itself."""
    if trigger.column != "noun":
        return False
    for j in range(trigger.stop, min(trigger.stop + 2, len(scan.tokens))):
        if scan.tokens.forms[j] in words("another"):
            return True
        if is_stop(scan, j):
            break
    return False


def _places_agree(old: Whereabouts | None, new: Whereabouts | None, strictly: bool) -> bool:
    """Whether two places can be one. A facility agrees with any place around it, unless a new mention says its place itself."""
    if old is None or new is None:
        return True
    one, other = old.name, new.name
    if one.id is not None and one.id == other.id:
        return True
    if _place_words(one.name) & _place_words(other.name) or (old.stated and new.stated and lies_in(old, new)):
        return True
    return not strictly and "facility" in (one.kind, other.kind)


@lru_cache(maxsize=4096)
def _place_words(name: str) -> frozenset[str]:
    """The words that tell a place from others: not «قرية», not «شمالي»."""
    return frozenset(word.removeprefix("ال") for word in fold(name).split() if len(word) > 2) - _common_words()


@cache
def _common_words() -> frozenset[str]:
    """The heads of names of places, and the directions from them."""
    patterns = [
        pattern
        for table, columns in (("placeheads", ("noun", "ar")), ("directions", ("ar", "adjective")))
        for row in table_rows(table)
        for column in columns
        for pattern in row.list(column)
    ]
    forms = [form for pattern in patterns for form in pattern.split("/")]
    return frozenset(word.removeprefix("ال") for form in forms for word in fold(form).split())


def _modes_agree(scan: Scan, old: Draft, new: Draft) -> bool:
    if old.mode is None or new.mode is None or old.mode == new.mode or "destroy" in (old.mode, new.mode):
        return True
    loose = {"targeted", "explosives", "suicide-attack", "heavy-weapons", "aerial"}
    return old.mode in loose and new.mode in loose and not _actors_clash(scan, old, new)


def _actors_clash(scan: Scan, old: Draft, new: Draft) -> bool:
    """Different actors, unless one is the state of the other («مقاتلات أمريكية», «الولايات المتحدة»)."""
    one, other = _actor_keys(scan, old), _actor_keys(scan, new)
    return bool(one and other and not one & other)


def _actor_keys(scan: Scan, draft: Draft) -> set[str]:
    keys = set()
    for actor in draft.actors:
        keys.add(actor.id or actor.name)
        entry = scan.lexicon.entry("actors", actor.id or "")
        country = entry.get("country") if entry else (actor.id or "").rpartition("-")[2]
        if country in scan.lexicon.layer("countries"):
            keys.add(country)
    return keys
