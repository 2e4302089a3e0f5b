"""What the ledger knows of an event beyond the columns of others, under names that begin with `x_`."""

from tawatur.export.coding_parties import english
from tawatur.export.gathering import Report, Told
from tawatur.export.tidy import Row
from tawatur.model import FigureRange

_NO_COUNT = FigureRange(None, None, None, ())


def own_columns(told: Told) -> Row:
    event, killed, injured = told.event, *(told.event.figures.get(role, _NO_COUNT) for role in ("killed", "injured"))
    return {
        "x_event_id": event.id,
        "x_type": event.type,
        "x_mode": event.mode,
        "x_date_edtf": event.date,
        "x_place": event.place.name if event.place else None,
        "x_place_id": event.place.id if event.place else None,
        "x_actors": tuple(english(actor.name, actor.id) for actor in event.actors),
        "x_actor_bases": tuple(actor.basis for actor in event.actors),
        "x_targets": tuple(english(target.name, target.id) for target in event.targets),
        "x_chains_min": event.chains_min,
        "x_chains_max": event.chains_max,
        "x_fatalities_low": killed.low,
        "x_fatalities_high": killed.high,
        "x_injured_low": injured.low,
        "x_injured_best": injured.best,
        "x_injured_high": injured.high,
        "x_agreement": agreement(told),
        "x_disagreements": tuple(dispute.id for dispute in told.disputes),
        "x_disagreement_kinds": told.dispute_kinds,
        "x_settlements": tuple(dispute.way for dispute in told.disputes),
        "x_review_state": review_state(told),
        "x_judgements": told.judgements,
        "x_documents": tuple(report.id for report in told.reports),
        "x_snapshots": tuple(report.sha256 for report in told.reports),
        "x_mentions": event.mentions,
    }


def agreement(told: Told) -> str:
    """`single`: one report alone tells it; `disputed`: the event has a part in a disagreement; else no report contradicts another."""
    if told.disputes:
        return "disputed"
    return "single" if len(told.reports) == 1 else "undisputed"


def review_state(told: Told) -> str:
    """Whether a judgement in force is about any of its accounts, figures or disagreements."""
    return "judged" if told.judgements else "unreviewed"


def cited(report: Report) -> str:
    """A report in one line: outlet, day, title."""
    return ", ".join(filter(None, (report.outlet, report.published, report.title)))
