"""Review: one item at a time, by what matters most; each action is a judgement, and leads to the next item."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Any, get_args

from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import PermissionDeniedException
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from tawatur.errors import JudgementError, NotFoundError
from tawatur.ledger import lookup, queue
from tawatur.ledger.changes import around, concerned
from tawatur.ledger.deciding import undo_all
from tawatur.ledger.deriving import refresh
from tawatur.ledger.queue import START, Cursor
from tawatur.ledger.queueing import State
from tawatur.ledger.store import Ledger
from tawatur.model import Act, Judgement
from tawatur.reconciling.settlements import way_of
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer
from tawatur.web.pages.review_actions import ACTIONS, Chosen, Review
from tawatur.web.pages.review_changes import facts
from tawatur.web.pages.review_item import review_item
from tawatur.web.viewer import Viewer

AnyRequest = Request[Any, Any, Any]
_DONE = "done"
"""Where the session keeps what was done last."""
_LONGEST_NAME, _LONGEST_WHY = 80, 500


Several = str | list[str]
"""A field of a form that may come several times: one value, or a list."""


@dataclass
class Sent:
    """What the form of an item sends: the action (`prefer:2` prefers the second side), the numbers of what was chosen, another value.

    `at` is the item's place in the queue, `of` the list it is in.
    """

    action: str = ""
    choice: Several = ""
    value: str = ""
    why: str = ""
    by: str = ""
    at: str = ""
    of: State = "open"


@dataclass
class Undone:
    """What the form of undoing sends: the judgements, and the item that they were about."""

    judgement: Several = ""
    item: str = ""
    why: str = ""
    by: str = ""
    back: str = ""


@get("/review", sync_to_thread=True)
def review(
    request: AnyRequest,
    viewer: GivenViewer,
    ledgers: GivenLedgers,
    after: FromQuery[str] = "",
    before: FromQuery[str] = "",
    of: FromQuery[State] = "open",
) -> Response[str]:
    """The next item of the list after a place in it, or the one before a place."""
    with ledgers.reading() as ledger:
        found = queue.before(ledger, cursor(before), of) if before else None
        found = found or next(iter(queue.items(ledger, cursor(after), of)), None)
        return _page(request, viewer, ledger, found.id if found else None, of)


@get("/review/{name:path}", sync_to_thread=True)
def one(request: AnyRequest, viewer: GivenViewer, ledgers: GivenLedgers, identifier: GivenIdentifier) -> Response[str]:
    """This very item, in the queue or not; an account or a count stands for its event."""
    with ledgers.reading() as ledger:
        return _page(request, viewer, ledger, _home(ledger, identifier), "open")


@post("/review/{name:path}", sync_to_thread=True)
def act(
    request: AnyRequest,
    viewer: GivenViewer,
    ledgers: GivenLedgers,
    identifier: GivenIdentifier,
    data: Annotated[Sent, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Writes down what was decided and goes on to the next item; where it makes no sense, the item again, and why not."""
    by = _by(request, viewer, data.by)
    named, _, side = data.action.partition(":")
    action = next((known for known in ACTIONS if known == named), None)
    with ledgers.writing() as ledger:
        item = review_item(ledger, identifier)
        try:
            if action is None:
                raise JudgementError("choose what to do")
            why = data.why.strip()[:_LONGEST_WHY] or viewer.say(f"web.review.because.{action}")
            made = Review(ledger, item, Chosen(_numbers(data.choice), _number(side), data.value), by, why).act(action)
        except (JudgementError, NotFoundError) as fault:
            return _page(request, viewer, ledger, identifier, data.of, Refused(_told(action, by), str(fault), data))
        told = _heeded(ledger, made)
    request.session[_DONE] = {"action": action, "ids": [one.id for one in made], "item": identifier, "facts": told}
    return Redirect(viewer.link("review", after=data.at or None, of=_unless_open(data.of), done="1"), status_code=303)


@post("/review-undo", sync_to_thread=True)
def undo(
    request: AnyRequest,
    viewer: GivenViewer,
    ledgers: GivenLedgers,
    data: Annotated[Undone, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Takes back what was done, all of it or nothing, and shows the item again."""
    by = _by(request, viewer, data.by)
    with ledgers.writing() as ledger:
        try:
            made = undo_all(ledger, _all(data.judgement), by, data.why.strip()[:_LONGEST_WHY] or viewer.say("web.review.because.undo"))
        except (JudgementError, NotFoundError) as fault:
            return _page(request, viewer, ledger, _there(ledger, data.item), "open", Refused("undo", str(fault)))
        told = _heeded(ledger, made)
        item = _there(ledger, data.item)
    request.session[_DONE] = {"action": "undo", "ids": [one.id for one in made], "item": data.item, "facts": told}
    if data.back == "judgements":
        return Redirect(viewer.link("judgements"), status_code=303)
    return Redirect(viewer.link("review", item or "", done="1"), status_code=303)


@dataclass(frozen=True)
class Refused:
    """An action that made no sense: which, what the ledger says of it, and what the form held."""

    action: str
    detail: str
    sent: Sent = field(default_factory=Sent)


def _page(
    request: AnyRequest, viewer: Viewer, ledger: Ledger, identifier: str | None, of: State, refused: Refused | None = None
) -> Response[str]:
    item = review_item(ledger, identifier) if identifier else None
    queued = item.queued if item else None
    values = {
        "item": item,
        "acts": get_args(Act),
        "way_of": way_of,
        "state": of,
        "place": written(queued.cursor) if queued else "",
        "progress": queue.progress(ledger, datetime.now(UTC).date().isoformat()),
        "refused": refused,
        "chosen": _numbers(refused.sent.choice) if refused else [],
        "sent": refused.sent if refused else Sent(),
        "done": request.session.get(_DONE) if "done" in request.query_params else None,
    }
    return viewer.page("review.html", values, 422 if refused else 200)


def _home(ledger: Ledger, identifier: str) -> str:
    """The event or disagreement of this id; the event of an account. Raises NotFoundError."""
    located = lookup.find(ledger, identifier)
    mention = next((name for _, name, _ in lookup.figures(ledger, located.id)), located.id)
    event = ledger.value("SELECT event FROM event_mentions WHERE mention = ?", mention)
    return str(event) if event else located.id


def _there(ledger: Ledger, identifier: str) -> str | None:
    """The id, if it is still one of an event or a disagreement."""
    tables = ("events", "disagreements")
    return identifier if any(ledger.value(f"SELECT 1 FROM {table} WHERE id = ?", identifier) for table in tables) else None


def _heeded(ledger: Ledger, made: tuple[Judgement, ...]) -> list[list[str | int]]:
    """Brings the ledger up to date with what was decided, and says what changed by it."""
    parts = [part for judgement in made for part in concerned(ledger, judgement)]
    before = around(ledger, parts)
    for _ in refresh(ledger):
        pass
    return facts(before, around(ledger, (*before.parts(), *parts)))


def _by(request: AnyRequest, viewer: Viewer, given: str) -> str:
    """Who judges: as they say now, which the session keeps, or said before. Raises PermissionDeniedException where nobody may."""
    if viewer.is_read_only:
        raise PermissionDeniedException
    name = given.strip()[:_LONGEST_NAME]
    if name:
        request.session["name"] = name
    return name or viewer.name or ""


def _told(action: str | None, by: str) -> str:
    """What was missing, as a key of a message."""
    if not by:
        return "name"
    return "choose" if action is None else "settle" if action in ("range", "unconfirmed", "pending", "ask") else action


def _all(given: Several) -> list[str]:
    return [given] if isinstance(given, str) else given


def _numbers(given: Several) -> list[int]:
    return [number for text in _all(given) if (number := _number(text)) is not None]


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _unless_open(state: State) -> str | None:
    return None if state == "open" else state


def written(place: Cursor) -> str:
    """A place in the queue as an address has it: «12.5~event-1»."""
    return f"{place.weight}~{place.id}"


def cursor(text: str) -> Cursor:
    """The place that an address tells; the start where it tells none."""
    weight, _, identifier = text.partition("~")
    try:
        return Cursor(float(weight), identifier)
    except ValueError:
        return START


HANDLERS = [review, one, act, undo]
