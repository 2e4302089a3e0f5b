"""What speakers do with their words: the act of a statement, from its cue and from what its content says."""

from typing import cast

from tawatur.model import Act
from tawatur.packs.lexicon import Entry
from tawatur.reading.statements_context import Context
from tawatur.reading.statements_words import ON, THAT
from tawatur.text.tokens import COMMA, NEWLINE, STOP

_PLAIN = frozenset(("say", "affirm", "announce"))
_NEAR = 7
_OF_POWER = frozenset(("COERCE", "INVESTIGATE", "SANCTION", "MOBILIZE"))
_OPENING = 3
_OBLIGED = 6
_RESUMED = 25
_FAR = 60
_TURNS: tuple[tuple[str, Act, int], ...] = (
    ("untrue", "deny", _FAR),
    ("outrage", "condemn", _NEAR),
    ("refusal", "reject", _OPENING),
    ("need", "demand", _OPENING),
    ("thanks", "praise", 1),
    ("menace", "threaten", _FAR),
    ("pledge", "promise", _FAR),
    ("blame", "accuse", _FAR),
)
"""Class of `contents.tsv`, the act it gives a plain statement, and how far from the beginning it may stand (in tokens)."""


def statement_act(ctx: Context, cue: Entry | None, start: int, stop: int, nominal: bool, own_words: frozenset[str]) -> Act:
    """The act of a statement whose content is tokens `start` up to `stop`. `own_words` are the words of the speaker's name."""
    act = _cue_act(cue, nominal)
    if nominal and act in _PLAIN:
        act = own_stance(ctx, start) or act
        if act == "say" and cue is not None and _tells_deed(ctx, cue, start):
            act = "announce"
    first = _class_at(ctx, start)
    if "own_duty" in first and act in _PLAIN:
        return "claim_responsibility"
    if act not in _PLAIN:
        return act
    if not nominal and _obliges(ctx, start, stop):
        return "demand"
    if cue is not None and "absence" in first and ctx.forms[start - 1] not in ON:
        return "deny"
    classes = _places(ctx, start, min(stop, start + _FAR))
    for kind, turned, reach in _TURNS:
        if kind in classes and classes[kind] - start < reach and not (act == "announce" and kind in ("pledge", "blame")):
            return turned
    if act != "announce" and not nominal:
        if _denies(ctx, start, stop, classes, own_words):
            return "deny"
        if _promises(ctx, start, stop, own_words):
            return "promise"
    return act


def _cue_act(cue: Entry | None, nominal: bool) -> Act:
    if cue is None:
        return "say"
    return cast(Act, (cue.get("act_np") if nominal else "") or cue.get("act") or "say")


def own_stance(ctx: Context, i: int) -> Act | None:
    """«رفضه», «نفيها», «إدانتهم»: the act that a verbal noun with the speaker's pronoun names."""
    for hit in ctx.hits[i]:
        if hit.layer == "cues" and hit.column == "masdar" and hit.enc and hit.entry.get("act"):
            return cast(Act, hit.entry.get("act"))
    return None


def _tells_deed(ctx: Context, cue: Entry, i: int) -> bool:
    """«لافتا إلى إلقاء القبض على …»: a deed of those in power, which makes it known; not «مشيرا إلى انتشال جثة»."""
    if "ila" not in cue.row.list("takes"):
        return False
    deeds = [hit for hit in ctx.hits[i] if hit.layer == "triggers" and hit.column != "verb" and hit.entry.get("type") in _OF_POWER]
    return any(not hit.enc and not hit.tag.endswith("def") for hit in deeds)


def _obliges(ctx: Context, start: int, stop: int) -> bool:
    """«إن | على إسرائيل أن توقف …»: what somebody has to do."""
    if ctx.forms[start] not in ON or start + 1 not in ctx.inside_name:
        return False
    return any(ctx.is_that(i) for i in range(start + 2, min(start + _OBLIGED, stop)))


def _class_at(ctx: Context, i: int) -> set[str]:
    return {hit.entry.get("class") for hit in ctx.hits[i] if hit.entry.layer == "contents"}


def _places(ctx: Context, start: int, stop: int) -> dict[str, int]:
    """Where each class of word first stands in the content."""
    places: dict[str, int] = {}
    for i in range(start, stop):
        for hit in ctx.hits[i]:
            if hit.entry.layer == "contents":
                places.setdefault(hit.entry.get("class"), i)
    return places


def _denies(ctx: Context, start: int, stop: int, classes: dict[str, int], own_words: frozenset[str]) -> bool:
    """A negated main clause about what was done, or about the speaker: «لم نستهدف …»; not «لم تقع إصابات», nor mere disagreement."""
    at = classes.get("negation")
    if at is None or "no_harm" in {hit.entry.get("class") for hit in ctx.hits[at]} or ctx.forms[at].startswith("و"):
        return False
    if not _of_himself(ctx, start, stop, own_words) and not (ctx.forms[at].endswith("لم") and _of_deed(ctx, at + 1)):
        return False
    if at - start < _OPENING or (at - start < _RESUMED and ctx.gaps[at] & COMMA):
        return True
    joined = not any(ctx.gaps[i] & (COMMA | STOP | NEWLINE) for i in range(start + 1, at + 1))
    return joined and at - start < _NEAR and (ctx.forms[at - 1].startswith("ال") or at - 1 in ctx.inside_name)


def _of_deed(ctx: Context, i: int) -> bool:
    """Whether the verb is one that somebody could be accused of: «لم تستهدف …», not «لم يتجاوز …»."""
    return any(hit.layer == "triggers" for j in range(i, min(i + 2, len(ctx.forms))) for hit in ctx.hits[j])


def _of_himself(ctx: Context, start: int, stop: int, own_words: frozenset[str]) -> bool:
    """Whether the content is about the speaker: «إنه لا …», «لا … لدينا», or the body he speaks for."""
    if start and ctx.forms[start - 1] in THAT and ctx.forms[start - 1].endswith(("ه", "ها", "هم", "نا", "ني")):
        return True
    words = ctx.forms[start : min(stop, start + _FAR)]
    return any(len(word) > 4 and word.endswith("نا") for word in words) or any(word.removeprefix("ال") in own_words for word in words)


def _is_future(ctx: Context, i: int) -> bool:
    """«سيواصل»: a verb in the future, not «سيطرة» or «سيارة»."""
    if not ctx.forms[i].startswith(("سي", "ست")) or len(ctx.forms[i]) < 5 or ctx.tokens.slice(i, i + 1).endswith(("ة", "ات")):
        return False
    return i not in ctx.inside_name and all(hit.column == "verb" and hit.pro.endswith("س") for hit in ctx.hits[i])


def _promises(ctx: Context, start: int, stop: int, own_words: frozenset[str]) -> bool:
    """«… سيواصل», said by the spokesman of the one who will."""
    for i in range(start, min(stop, start + _NEAR)):
        if i > start and _is_future(ctx, i):
            return any(form.removeprefix("ال") in own_words for form in ctx.forms[start:i])
    return False
