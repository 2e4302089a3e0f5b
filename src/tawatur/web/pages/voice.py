"""One outlet, agency or speaker: what they said on a subject over time, where they turned, what rests on them, who copies whom."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from tawatur.ledger.asking.events import listed
from tawatur.ledger.asking.pages import opened, sealed
from tawatur.ledger.owing import SourceKind
from tawatur.ledger.store import Ledger
from tawatur.ledger.voices import carriers, heard, months, voice
from tawatur.ledger.voices_copies import copying
from tawatur.ledger.voices_facts import facts
from tawatur.ledger.voices_origins import OriginClaim, OriginEvent, Spot, origin_claims, origin_counts, origin_events
from tawatur.ledger.voices_said import Place, Saying, Sayings
from tawatur.ledger.voices_turns import turns
from tawatur.model import Act
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer
from tawatur.web.lines import event_line
from tawatur.web.pages.entrance import in_a_language
from tawatur.web.pages.sources import KINDS
from tawatur.web.viewer import Viewer

_Ask = Callable[..., Sequence[OriginEvent | OriginClaim]]
_SUBJECTS, _ORIGINS = 15, 30
_MOST_MONTHS = 36
_LONGEST_WORDS = 200


class Told(NamedTuple):
    """Something said, and the reports that have it in these words."""

    first: Saying
    reports: tuple[Saying, ...]


@get("/sources/{kind:str}/{name:path}", sync_to_thread=True)
def one_voice(
    kind: FromPath[str], identifier: GivenIdentifier, viewer: GivenViewer, ledgers: GivenLedgers, q: FromQuery[str] = "",
    after: FromQuery[str] = "", of: FromQuery[str] = "", alone: FromQuery[str] = "",
) -> Response[str]:  # fmt: skip
    """`q` narrows what they said to some words; `of=event` or `of=claim` lists what rests on them, with `alone=1` on them only."""
    known = _kind(kind)
    with ledgers.reading() as ledger:
        values = {"one": voice(ledger, known, identifier), "facts": facts(known, identifier), "q": q, "after": after, "of": of}
        if of in ("event", "claim"):
            resting = _resting(viewer, ledger, known, identifier, of, after, only_alone=bool(alone))
            return viewer.page("voice_origins.html", {**values, **resting, "alone": bool(alone)})
        return viewer.page("voice.html", {**values, **_whole(ledger, known, identifier, q[:_LONGEST_WORDS], after)})


def _kind(kind: str) -> SourceKind:
    for one in KINDS:
        if one == kind:
            return one
    raise NotFoundException


def _whole(ledger: Ledger, kind: SourceKind, key: str, q: str, after: str) -> dict[str, Any]:
    before = Place(*opened(after, len(Place._fields))) if after else None
    said = Sayings(ledger, kind, key).subjects(q, before=before, limit=_SUBJECTS)
    is_first = not q and not after
    return {
        "subjects": [(subject, told(subject.sayings)) for subject in said.subjects],
        "next": sealed(said.next) if said.next else None,
        "turns": [(turn, [told(side.sayings) for side in turn.sides]) for turn in turns(ledger, kind, key)] if is_first else (),
        "counts": origin_counts(ledger, kind, key),
        "carriers": carriers(ledger, kind, key) if kind != "outlet" else (),
        "carries": [one for one in copying(ledger) if one.outlet == key] if kind == "outlet" else (),
        "carried": [one for one in copying(ledger) if one.original == key] if kind == "outlet" else (),
        "times": _times(months(ledger, kind, key)),
        "heard": heard(ledger, _parents(kind, key)),
    }


def told(sayings: Sequence[Saying]) -> list[Told]:
    """What was said, each once: the same words on the same day in several reports are one."""
    found: dict[tuple[str | None, Act, str], list[Saying]] = {}
    for one in sayings:
        found.setdefault((one.day, one.act, one.words), []).append(one)
    return [Told(same[0], tuple(same)) for same in found.values()]


def _resting(viewer: Viewer, ledger: Ledger, kind: SourceKind, key: str, of: str, after: str, *, only_alone: bool) -> dict[str, Any]:
    """Events, each with its line, or claims."""
    before = Spot(*opened(after, len(Spot._fields))) if after else None
    ask: _Ask = origin_events if of == "event" else origin_claims
    found = ask(ledger, kind, key, before=before, only_alone=only_alone, limit=_ORIGINS + 1)
    following = sealed(found[_ORIGINS - 1].spot) if len(found) > _ORIGINS else None
    lines = [event_line(ledger, viewer, listed(ledger, one.event.id)) if isinstance(one, OriginEvent) else None for one in found[:_ORIGINS]]
    shown = list(zip(found[:_ORIGINS], lines, strict=True))
    return {"found": shown, "next": following, "counts": origin_counts(ledger, kind, key)}


def _times(found: dict[str, int]) -> list[tuple[str, int]]:
    """How many statements by month; by year where they are of many months."""
    if len(found) <= _MOST_MONTHS:
        return list(found.items())
    years: dict[str, int] = {}
    for month, count in found.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    return list(years.items())


def _parents(kind: SourceKind, key: str) -> list[str]:
    known = facts(kind, key)
    return [one.id for one in known.parents if one.id] if known else []


@get("/sources/{kind:str}/{name:path}", name="permalink-voice", sync_to_thread=False)
def permalink(kind: FromPath[str], viewer: GivenViewer, identifier: GivenIdentifier) -> Redirect:
    return in_a_language(viewer, f"sources/{_kind(kind)}", identifier)


HANDLERS = [one_voice]
REDIRECTS = [permalink]
