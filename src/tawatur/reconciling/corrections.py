"""Corrections: what people judged wrong is left out, and what they gave another value has it."""

from collections.abc import Iterable, Iterator

import msgspec

from tawatur.model import Figure
from tawatur.reconciling.dates import window
from tawatur.reconciling.features import MentionFeatures
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.rulings import Rulings
from tawatur.reconciling.whens import of_window

_FIELDS = {"date", "type", "mode", "modality"}


def figure_id(mention: str, figure: Figure) -> str:
    """The id by which a judgement names a figure: of the mention it belongs to, its role, and where it stands."""
    return content_id("figure", mention, figure.role, str(figure.start), str(figure.end))


def corrected(mentions: Iterable[MentionFeatures], rulings: Rulings) -> Iterator[MentionFeatures]:
    """The mentions as judgements leave them."""
    for mention in mentions:
        if mention.id in rulings.wrong:
            continue
        if rulings.wrong or rulings.values:
            mention = _with_fields(mention, rulings.values.get(mention.id, {}))
            figures = tuple(figure for figure in mention.figures if figure_id(mention.id, figure) not in rulings.wrong)
            figures = tuple(_with_value(figure, rulings.values.get(figure_id(mention.id, figure), {}).get("")) for figure in figures)
            mention = msgspec.structs.replace(mention, figures=figures)
        yield mention


def _with_fields(mention: MentionFeatures, values: dict[str, str]) -> MentionFeatures:
    known = {field: value for field, value in values.items() if field in _FIELDS}
    if not known:
        return mention
    changed = msgspec.structs.replace(mention, **known)
    if "date" not in known:
        return changed
    days = window(changed.date)
    return msgspec.structs.replace(changed, window=days, when=of_window(days) if days else None, recalled=False)


def _with_value(figure: Figure, value: str | None) -> Figure:
    """`12` is exact, `10-15` a range, `10-` at least."""
    if not value:
        return figure
    low, dash, high = value.partition("-")
    if not low.strip().isdigit() or (high.strip() and not high.strip().isdigit()):
        return figure
    least = int(low)
    if not dash:
        return msgspec.structs.replace(figure, low=least, high=least, modifier="exact")
    most = int(high) if high.strip() else None
    return msgspec.structs.replace(figure, low=least, high=most, modifier="range" if most is not None else "at_least")
