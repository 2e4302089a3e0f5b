"""Counts that a body gives: «أحصى الصليب الأحمر | 100 قتيل», «وثقت الشبكة | مقتل 12 مدنيا»."""

from tawatur.packs.lexicon import Hit
from tawatur.reading.statements_context import BOUNDARY, Context

_HARM = frozenset(("killed", "injured", "missing", "captured", "displaced"))
_ATTACKS = frozenset(("attack", "strike", "loss"))


def opens_tally(ctx: Context, i: int, limit: int) -> bool:
    """Whether at token `i` a count begins of those hurt or of attacks, or a noun that tells of such harm."""
    if any(hit.layer == "frames" and hit.column == "masdar" and hit.entry.get("role") in _HARM and not hit.pro for hit in ctx.hits[i]):
        return True
    counted = _after_number(ctx, i, limit)
    if counted == i:
        return any(_is_harm(hit.entry.get("class"), hit.entry.get("role")) and hit.tag == "du" for hit in _counted(ctx, i))
    if counted >= limit or ctx.gaps[counted] & BOUNDARY:
        return False
    return any(_is_harm(hit.entry.get("class"), hit.entry.get("role")) for hit in _counted(ctx, counted))


def _after_number(ctx: Context, i: int, limit: int) -> int:
    """The token after the number, with «أكثر من» and the like before it, that begins at token `i`."""
    while i < limit:
        modified = [hit.stop for hit in ctx.hits[i] if hit.layer == "modifiers"]
        numbers = [number.stop for number in ctx.scan.numbers if number.first == i and not number.ordinal and not number.percent]
        if not modified and not numbers:
            break
        i = max(*modified, *numbers, i + 1)
    return i


def _counted(ctx: Context, i: int) -> list[Hit]:
    return [hit for hit in ctx.hits[i] if hit.layer == "counted"]


def _is_harm(kind: str, role: str) -> bool:
    return role in _HARM or kind in _ATTACKS
