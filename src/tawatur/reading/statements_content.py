"""Where what was said ends, and where it begins when the attribution comes after it."""

from tawatur.packs.lexicon import Hit
from tawatur.reading.statements_context import Context
from tawatur.reading.statements_words import ACCOUNT, CONTRAST, IN, LEFT_OVER, NP_BREAK, RESUMPTION, THAT, WHAT
from tawatur.text.tokens import COLON, COMMA, DASH, NEWLINE, STOP

_ENDS_QUOTE = COMMA | STOP | NEWLINE
_SHORT_QUOTE = 4
_LOOKAHEAD = 12
_NEAR = 8


def content_end(ctx: Context, start: int, nominal: bool) -> tuple[int, bool]:
    """The token after the content that begins at `start`, and whether it is quoted. `nominal`: a noun phrase, not a clause."""
    opened = start - 1 if start and ctx.forms[start - 1] in THAT and start - 1 in ctx.quotes.opening else start
    closing = ctx.quotes.opening.get(opened)
    if closing is not None and _whole(ctx, start, closing):
        return closing, True
    limit = _limit(ctx, start)
    j = start + 1
    while j < limit:
        if _breaks(ctx, j, start, nominal):
            break
        j += 1
    while j > start + 1 and ctx.forms[j - 1] in LEFT_OVER:
        j -= 1
    return j, _mostly_quoted(ctx, start, j)


def _whole(ctx: Context, start: int, closing: int) -> bool:
    """Whether the quotation is all that was said: it is long or nothing runs on after it."""
    if closing >= len(ctx.forms) or ctx.gaps[closing] & (STOP | NEWLINE):
        return True
    if ctx.forms[closing].startswith("و") and ctx.forms[closing][1:] in THAT:
        return False
    if closing + 1 < len(ctx.forms) and ctx.medium(closing + 1):
        return True
    return closing - start > _SHORT_QUOTE or bool(ctx.gaps[closing] & _ENDS_QUOTE)


def _limit(ctx: Context, start: int) -> int:
    """The end of the sentence, or of a quotation that runs over it; never past a quotation that all of it stands in."""
    limit = ctx.stops[start]
    span = ctx.quotes.around(start)
    if span and span[0] < start:
        return min(limit, span[1])
    over = ctx.quotes.around(limit - 1)
    if over and over[0] < limit < over[1]:
        limit = over[1] if ctx.gaps[over[1]] & (STOP | NEWLINE) or over[1] >= len(ctx.forms) else ctx.stops[over[1] - 1]
    return limit


def _breaks(ctx: Context, j: int, start: int, nominal: bool) -> bool:
    if not ctx.hits[j] and not (nominal and ctx.gaps[j]) and not (ctx.gaps[j] & COMMA and _contrasts(ctx, j)):
        return False
    if ends_with_source(ctx, j) or ctx.attribution(j, "self", "noise", "back", "background"):
        return _free(ctx, j, start)
    if ctx.gaps[j] & (COMMA | DASH):
        if ctx.carried(j) or _new_report(ctx, j):
            return _free(ctx, j, start)
        return nominal and (ctx.forms[j] in NP_BREAK or _new_clause(ctx, j)) and _free(ctx, j, start)
    if ctx.carried(j) and j > start + 1:
        return _free(ctx, j, start)
    if ctx.forms[j - 1] in WHAT:
        return False
    reports = [hit for hit in ctx.spoken(j) if hit.pro and not hit.entry.get("homograph") and not hit.entry.get("by")]
    return bool(reports) and _opens_soon(ctx, j) and _free(ctx, j, start)


def _free(ctx: Context, j: int, start: int) -> bool:
    """Token `j` is not inside a quotation that began within the content."""
    span = ctx.quotes.around(j)
    return span is None or span[0] == j or span[0] <= start


def _new_report(ctx: Context, j: int) -> bool:
    """«، وأضاف …», «، فيما أكد …»: somebody says something else."""
    verbs = [hit for hit in ctx.spoken(j) if hit.pro]
    if not verbs and _contrasts(ctx, j):
        verbs = [hit for k in range(j + 1, min(j + _NEAR, ctx.stops[j])) for hit in ctx.spoken(k)]
    return any(hit.entry.get("act") and not hit.entry.get("only") and not hit.entry.get("by") for hit in verbs)


def _contrasts(ctx: Context, j: int) -> bool:
    """«لكن», «فيما», «في حين»."""
    return ctx.forms[j] in CONTRAST or (ctx.forms[j] in IN and j + 1 < len(ctx.forms) and ctx.forms[j + 1] in CONTRAST)


def _new_clause(ctx: Context, j: int) -> bool:
    return any(hit.column == "verb" and hit.pro in ("", "و", "ف") for hit in ctx.hits[j])


def _opens_soon(ctx: Context, j: int) -> bool:
    """Whether a complementiser, a colon or a quotation follows soon: the verb reports something of its own."""
    ahead = range(j + 1, min(j + _LOOKAHEAD, ctx.stops[j]))
    return any(ctx.gaps[k] & COLON or ctx.is_that(k) or k in ctx.quotes.opening for k in ahead)


def ends_with_source(ctx: Context, j: int) -> Hit | None:
    """An attribution at token `j` that names a source, not «وفق القانون» or «بحسب المواعيد»."""
    hit = ctx.attribution(j, "source", "relay")
    return hit if hit and source_head(ctx, hit) is not None else None


def source_head(ctx: Context, hit: Hit) -> int | None:
    """The token at which the source after an attribution begins, the verb of «وفق ما أفاد» included."""
    j = hit.stop
    if j >= len(ctx.forms) or ctx.gaps[j] & (STOP | NEWLINE | COMMA):
        return None
    if ctx.forms[j] in WHAT and j + 1 < len(ctx.forms):
        j += 1
    told = ctx.forms[j].removeprefix("ل") if hit.entry.get("joins") else ctx.forms[j]
    if told in ACCOUNT and j + 1 < len(ctx.forms) and not ctx.gaps[j + 1] & (STOP | NEWLINE | COMMA) and ctx.is_source(j + 1):
        return j + 1
    if any(found.entry.layer == "cues" and found.column == "verb" for found in ctx.hits[j]):
        return j
    if hit.entry.get("joins") and not ctx.forms[j].startswith(hit.entry.get("joins")):
        return None
    channel = any(found.entry.layer == "media_channels" for found in ctx.hits[j])
    return j if ctx.is_source(j) or channel or hit.entry.get("kind") == "relay" else None


def _mostly_quoted(ctx: Context, start: int, stop: int) -> bool:
    opening = ctx.quotes.opening
    quoted = sum(min(stop, opening[i]) - i for i in range(start, stop) if i in opening)
    return quoted >= 0.6 * (stop - start)


def clause_before(ctx: Context, stop: int) -> int:
    """Where the clause begins that ends before token `stop`: its sentence, without what ties it to the sentence before."""
    first = ctx.sentence(stop)[0] if stop < len(ctx.forms) else ctx.sentence(stop - 1)[0]
    while first < stop - 1 and ctx.forms[first] in CONTRAST | RESUMPTION:
        first += 1
    return first
