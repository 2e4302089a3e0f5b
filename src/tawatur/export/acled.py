"""Events in the 31 columns that ACLED's users know, and our own after them.

ACLED-shaped: the shape is ACLED's (its columns of 2023), the coding is ours, by tables of the packs. What is not known is left empty, also
where ACLED would write something (no count of killed is no 0, an unknown actor no "Unidentified Armed Group").
"""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.export.coding_days import Days, days
from tawatur.export.coding_own import own_columns
from tawatur.export.coding_parties import Coded, actors, inter_codes, targets
from tawatur.export.coding_places import Whereabouts, whereabouts
from tawatur.export.coding_sources import source_scale
from tawatur.export.coding_types import Kind, hits_civilians, kind
from tawatur.export.gathering import Told
from tawatur.export.tidy import Row
from tawatur.model import Event, FigureRange

_NAMED = 20
"""Accounts that a note names; all are in other columns."""
_NO_COUNT = FigureRange(None, None, None, ())
_TARGETED, _CROWD_SIZE = "Civilian targeting", "crowd size="


class Coding(NamedTuple):
    """An event as it is coded, before it is put into columns."""

    told: Told
    kind: Kind
    where: Whereabouts
    when: Days
    actors: tuple[Coded, ...]
    targets: tuple[Coded, ...]


def acled_row(told: Told) -> Row | str:
    """The row of an event, or why it has none: `modality` when no account tells it as a fact, `type` when its type is none of ACLED's."""
    if not told.is_actual:
        return "modality"
    where = whereabouts(told.event.place)
    acting, hit = actors(told.event, told.dispute_kinds, where.country), targets(told.event, where.country)
    found = kind(told.event, acting, hit)
    if found is None:
        return "type"
    coding = Coding(told, found, where, days(told.event.date), acting, hit)
    return {**_what(coding), **_who(coding), **_where(where), **_told(coding), **own_columns(told)}


def _what(coding: Coding) -> Row:
    event_date, precision = coding.when.acled()
    return {
        "event_id_cnty": coding.told.event.id,
        "event_date": event_date,
        "year": event_date.year if event_date else coding.when.year,
        "time_precision": precision,
        "disorder_type": coding.kind.disorder,
        "event_type": coding.kind.event,
        "sub_event_type": coding.kind.sub_event,
    }


def _who(coding: Coding) -> Row:
    one, other = _first(coding.actors), _first(coding.targets)
    is_targeting = coding.kind.is_violence and hits_civilians(coding.targets)
    return {
        "actor1": one.name if one else None,
        "assoc_actor_1": tuple(party.name for party in coding.actors[1:]),
        "inter1": one.inter if one else None,
        "actor2": other.name if other else None,
        "assoc_actor_2": tuple(party.name for party in coding.targets[1:]),
        "inter2": other.inter if other else None,
        "interaction": inter_codes(one, other),
        "civilian_targeting": _TARGETED if is_targeting else None,
    }


def _first(parties: Sequence[Coded]) -> Coded | None:
    return parties[0] if parties else None


def _where(where: Whereabouts) -> Row:
    """ACLED has no code for what is known to the country only, whose middle is no place where anything happened."""
    has_point = not where.is_country
    return {
        "iso": where.iso,
        "region": where.acled_region,
        "country": where.country_name,
        "admin1": where.admin1,
        "admin2": where.admin2,
        "admin3": None,
        "location": where.location if has_point else None,
        "latitude": where.lat if has_point else None,
        "longitude": where.lon if has_point else None,
        "geo_precision": where.acled,
    }


def _told(coding: Coding) -> Row:
    told, crowd = coding.told, coding.told.event.figures.get("protesters", _NO_COUNT).best
    return {
        "source": told.outlets,
        "source_scale": source_scale(told.outlets, coding.where),
        "notes": note(coding),
        "fatalities": told.event.figures.get("killed", _NO_COUNT).best,
        "tags": f"{_CROWD_SIZE}{crowd}" if crowd is not None else None,
        "timestamp": int(told.seen_at.timestamp()) if told.seen_at else None,
    }


def note(coding: Coding) -> str:
    """A sentence of ours made of what is known, with the ids of accounts; no words of the reports but names."""
    event, where = coding.told.event, coding.where
    what = coding.kind.sub_event or coding.kind.event or coding.kind.disorder
    place = ", ".join(filter(None, dict.fromkeys((where.location, where.admin1, where.country_name))))
    by, at = "; ".join(actor.name for actor in coding.actors), "; ".join(target.name for target in coding.targets)
    parts = (
        what, f"({event.type}{'/' + event.mode if event.mode else ''})", by and f"by {by}", at and f"against {at}", place and f"in {place}",
        event.date and f"on {event.date}",
    )  # fmt: skip
    behind = f"{_many(len(coding.told.reports), 'report')}, {_chains(event)} in the collected sources"
    return f"{' '.join(filter(None, parts))}. {_killed(event)}Told by {behind}. Accounts: {_accounts(event)}."


def _killed(event: Event) -> str:
    found = event.figures.get("killed", _NO_COUNT)
    if found.low is None and found.high is None:
        return ""
    return f"Killed: {_or(found.low)} to {_or(found.high)}, best {_or(found.best)}. "


def _or(number: int | None) -> str:
    return "unknown" if number is None else str(number)


def _chains(event: Event) -> str:
    return f"at least {event.chains_min} and at most {_many(event.chains_max, 'independent chain')}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _accounts(event: Event) -> str:
    more = len(event.mentions) - _NAMED
    return ", ".join(event.mentions[:_NAMED]) + (f" and {more} more" if more > 0 else "")
