"""The records that travel through Tawatur. They carry data, and no behaviour beyond their own arithmetic.

Offsets are Unicode code points in `Document.text`, end exclusive. Dates are EDTF strings (ISO 8601-2, Level 1 plus `[a,b]` sets)
or None. None always means unknown.
"""

from typing import Literal

import msgspec

ZoneKind = Literal["title", "dateline", "body", "caption", "related", "boilerplate", "repeated"]
Basis = Literal["given", "stated", "inferred", "unknown"]
TimeKind = Literal["date", "time", "duration", "set"]
Modifier = Literal["exact", "at_least", "at_most", "more_than", "less_than", "approx", "vague", "range"]
Role = Literal[
    "killed", "injured", "missing", "captured", "displaced", "munitions", "strikes", "attacks", "destroyed", "targets", "troops",
    "protesters", "other",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "INVESTIGATE", "ACCIDENT", "OTHER",
]  # fmt: skip
Mode = Literal[
    "aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "firearms", "targeted", "primitive", "abduct", "torture",
    "sexual", "destroy", "beat", "crowd-control", "unconventional",
]  # fmt: skip
Modality = Literal["actual", "alleged", "denied", "planned", "failed", "recurring", "aggregate", "hypothetical"]
ActorBasis = Literal["stated", "accused", "claimed", "unknown"]
Act = Literal[
    "say", "affirm", "deny", "accuse", "claim_responsibility", "demand", "threaten", "condemn", "announce", "praise", "promise",
    "warn", "reject", "ask", "rumour",
]  # fmt: skip
Medium = Literal["statement", "tweet", "interview", "press_conference", "speech", "tv", "report"]
LinkKind = Literal["outlet", "agency", "organisation", "person", "anonymous", "document"]
DisagreementKind = Literal[
    "figure", "responsibility", "target", "place", "date", "denial", "rumour_denied", "self_contradiction", "casualties",
    "source_error",
]  # fmt: skip
Way = Literal["prefer", "range", "unconfirmed", "pending", "ask"]


class Record(msgspec.Struct, frozen=True):
    """Base of every record: immutable, compared by value, encoded by msgspec."""


class Span(Record, frozen=True):
    start: int
    end: int


class Zone(Record, frozen=True):
    start: int
    end: int
    kind: ZoneKind


class Document(Record, frozen=True):
    """One published report from one outlet.

    `sha256` is the hash of the snapshot it was read from; `source` says where that came from (path or URL). `outlet_basis`: given by the
    user, stated by the page or its address, or inferred from the text. `authors` are persons, and bodies that are no agency.
    """

    id: str
    source: str
    text: str
    sha256: str
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: Basis = "unknown"
    language: str | None = None
    zones: tuple[Zone, ...] = ()
    authors: tuple[str, ...] = ()
    outlet_basis: Basis = "unknown"


class Time(Record, frozen=True):
    start: int
    end: int
    kind: TimeKind
    edtf: str | None
    timex: str | None


class Name(Record, frozen=True):
    """A named person, body, place or thing. `id` is a pack id, or a slug of the form when no pack knows it."""

    start: int
    end: int
    kind: str
    name: str
    id: str | None


class Figure(Record, frozen=True):
    """A count: at least `low`, at most `high` (None: open). `of` is the noun counted, `party` whose they are."""

    start: int
    end: int
    role: Role
    low: int | None
    high: int | None
    modifier: Modifier
    of: str | None = None
    party: str | None = None
    event: str | None = None


class Place(Record, frozen=True):
    name: str
    start: int | None = None
    end: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    id: str | None = None


class Actor(Record, frozen=True):
    name: str
    id: str | None = None
    basis: ActorBasis = "stated"


class Target(Record, frozen=True):
    name: str
    id: str | None = None


class Link(Record, frozen=True):
    """One link of a chain of transmission; a chain lists them outlet first, origin last."""

    kind: LinkKind
    name: str
    id: str | None = None
    via: Medium | None = None
    start: int | None = None
    end: int | None = None


class EventMention(Record, frozen=True):
    """What one document says of one event."""

    id: str
    type: EventType
    trigger: Span
    mode: Mode | None = None
    date: str | None = None
    place: Place | None = None
    actors: tuple[Actor, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[str, ...] = ()
    modality: Modality = "actual"
    chain: tuple[Link, ...] = ()


class Statement(Record, frozen=True):
    """An attribution: who said what, in whose words. `speaker` is None when the text names nobody."""

    id: str
    act: Act
    cue: Span
    content: Span
    speaker: str | None = None
    speaker_id: str | None = None
    organisation: str | None = None
    direct: bool = False
    medium: Medium | None = None
    date: str | None = None
    chain: tuple[Link, ...] = ()


class Warning(Record, frozen=True):
    """Something wrong in the source itself."""

    kind: str
    start: int
    end: int
    message: str


class Reading(Record, frozen=True):
    """All that one document says, each piece grounded in a span of its text."""

    document: Document
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    warnings: tuple[Warning, ...] = ()


# What the ledger holds: documents put side by side.


class FigureValue(Record, frozen=True):
    """One value that accounts give for a role, and how many independent chains stand behind it: at least, at most.

    `of` is None for a count of all, else the part counted («soldiers»). `superseded`: the same origins gave another value later.
    """

    low: int | None
    high: int | None
    modifier: Modifier
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    chains_min: int
    chains_max: int
    of: str | None = None
    superseded: bool = False


class FigureRange(Record, frozen=True):
    """All values for one role of one event. `low`, `best`, `high` as UCDP means them; None is unknown or open."""

    low: int | None
    best: int | None
    high: int | None
    values: tuple[FigureValue, ...]


class Event(Record, frozen=True):
    """Event mentions of one or more documents that are the same happening."""

    id: str
    type: EventType
    mode: Mode | None
    date: str | None
    place: Place | None
    actors: tuple[Actor, ...]
    targets: tuple[Target, ...]
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    figures: dict[str, FigureRange]
    chains_min: int
    chains_max: int
    disagreements: tuple[str, ...] = ()


class Claim(Record, frozen=True):
    """Statements that say, or deny, one proposition."""

    id: str
    about: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    chains_min: int
    chains_max: int


class Side(Record, frozen=True):
    """One position in a disagreement, and what stands behind it; `figures` are the ids of the counts that are the position."""

    position: str
    mentions: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    chains_min: int
    chains_max: int
    figures: tuple[str, ...] = ()


class Settlement(Record, frozen=True):
    """How a person settled a disagreement, by the judgement of that id; `side` is the place of the preferred one among the sides."""

    way: Way
    judgement: str
    side: int | None = None


class Disagreement(Record, frozen=True):
    """What sides hold differently about one event or claim. `explanation` is one sentence each, under `ar` and `en`.

    `settled` is None while nobody has settled it.
    """

    id: str
    kind: DisagreementKind
    about: str
    explanation: dict[str, str]
    events: tuple[str, ...]
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    settled: Settlement | None = None


class Family(Record, frozen=True):
    """Documents whose text descends from one text. `reasons` says, per document, why it belongs, in Arabic and English."""

    id: str
    documents: tuple[str, ...]
    first: str
    reasons: dict[str, dict[str, str]]


JudgementKind = Literal["same", "different", "right", "wrong", "value", "settle", "undo"]


class Judgement(Record, frozen=True):
    """A person's recorded decision. `subject` and `object` are ids of mentions, statements, figures or (for undo) judgements.

    `value` is the count of a figure or the field of a mention that `value` gives; for `same`, `different`, `right` and `wrong`, the JSON
    list of further objects; for `settle` the way, or `KIND=WAY` where only disagreements of one kind are meant.
    """

    id: str
    kind: JudgementKind
    subject: str
    object: str | None
    value: str | None
    by: str
    why: str
    at: str


class Merge(Record, frozen=True):
    """Why two mentions or statements were taken for one: `kind` says as what (one event, one claim, one chain).

    `reason` says why in a sentence, under `ar` and `en`.
    """

    kind: Literal["event", "claim", "chain"]
    one: str
    other: str
    reason: dict[str, str]


class Reconciled(Record, frozen=True):
    """The whole ledger as a pure function of readings and judgements. `merges` gives the reasons, by event or claim id."""

    families: tuple[Family, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    family_of: dict[str, str]
    event_of: dict[str, str]
    claim_of: dict[str, str]
    merges: dict[str, tuple[Merge, ...]] = {}
