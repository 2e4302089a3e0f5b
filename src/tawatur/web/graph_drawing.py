"""A graph of chains as the template draws it: words, addresses and directions, each text with the way it is read."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from tawatur.ledger.briefs import Brief
from tawatur.model import Link
from tawatur.reconciling.chains import Chains
from tawatur.text.fold import fold
from tawatur.web.graph import Step, Strand, graph, strands
from tawatur.web.graph_folding import MORE, folded
from tawatur.web.graph_layout import HEIGHT, WIDTH, Band, Drawn, Layout, Placed, layout
from tawatur.wording.messages import Language, Messages
from tawatur.wording.outside import clean

Direction = Literal["rtl", "ltr"]

_LONGEST: dict[Direction, int] = {"rtl": 25, "ltr": 20}
_NUMBERS = 5
"""Letters of a name (those of Arabic are narrower), and numbers of accounts, that fit into a node."""
_BASELINES = (18, 35)


class Reader(Protocol):
    """What a drawing needs of a viewer."""

    @property
    def language(self) -> Language: ...

    @property
    def say(self) -> Messages: ...

    def link(self, kind: str, identifier: str = "", /) -> str: ...


@dataclass(frozen=True)
class Label:
    """A line of text about the point (x, y) of its baseline; `whole` is all of it where it was cut."""

    text: str
    whole: str
    direction: Direction
    x: float
    y: float


@dataclass(frozen=True)
class Box:
    kind: str
    href: str | None
    x: float
    y: float
    name: Label
    below: Label


@dataclass(frozen=True)
class Arrow:
    """`words` say how it was had, and may be none."""

    path: str
    is_copied: bool
    words: Label | None


@dataclass(frozen=True)
class Room:
    """The band of one independent chain, with its heading."""

    y: float
    height: float
    heading: Label


@dataclass(frozen=True)
class Row:
    """The way of one account, for the table beside the drawing."""

    number: int
    band: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Picture:
    """`together` accounts are drawn as one with others, `left_out` are not drawn; `rows` has them all."""

    accounts: int
    chains: int
    width: float
    height: float
    rooms: tuple[Room, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    rows: tuple[Row, ...]
    together: int
    left_out: int
    node_width: int = WIDTH
    node_height: int = HEIGHT


def picture(briefs: Sequence[Brief], found: Chains, reader: Reader, first: int = 1) -> Picture:
    """The chains of these accounts, which are numbered from `first` as they stand."""
    ways = strands(briefs, found, first)
    drawn = folded(ways)
    laid = layout(graph(drawn.ways), is_mirrored=reader.language == "ar")
    return Picture(
        accounts=len(ways),
        chains=len({way.band for way in ways}),
        width=laid.width,
        height=laid.height,
        rooms=tuple(_room(band, laid, reader) for band in laid.bands),
        boxes=tuple(_box(placed, reader) for placed in laid.nodes),
        arrows=tuple(_arrow(one, reader.say) for one in laid.edges),
        rows=tuple(_rows(ways)),
        together=drawn.together,
        left_out=drawn.left_out,
    )


def source_address(reader: Reader, link: Step | Link) -> str | None:
    """The page of an outlet, an agency or a speaker."""
    identifier = link.identifier if isinstance(link, Step) else link.id
    match link.kind:
        case "outlet":
            return reader.link("sources/outlet", link.name)
        case "agency":
            return reader.link("sources/agency", identifier or fold(link.name))
        case "person" | "organisation" | "anonymous":
            return reader.link("sources/speaker", identifier or fold(link.name))
    return None


def direction(text: str, otherwise: Direction) -> Direction:
    """The way a text is read: that of its first letter (rules P2 and P3 of the Unicode Bidirectional Algorithm)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), None)
    if first is None:
        return otherwise
    return "ltr" if first == "L" else "rtl"


def _rows(ways: Iterable[Strand]) -> Iterable[Row]:
    return (Row(number, way.band + 1, way.steps) for way in ways for number in way.numbers)


def _own(reader: Reader) -> Direction:
    return "rtl" if reader.language == "ar" else "ltr"


def _room(band: Band, laid: Layout, reader: Reader) -> Room:
    text = reader.say("web.graph.chain", number=band.number + 1)
    x = laid.width - 10 if reader.language == "ar" else 10
    return Room(band.top, band.height, Label(text, text, _own(reader), x, band.top + 18))


def _box(placed: Placed, reader: Reader) -> Box:
    step, say = placed.node.step, reader.say
    is_more = step.kind == MORE
    name = say("web.graph.more", count=step.count) if is_more else _name(step, say)
    whole = clean(step.name) if is_more else name
    kind = say("link.outlet" if is_more else f"link.{step.kind}")
    numbers = sorted(placed.node.numbers)
    shown = say("page.separator").join(say.number(number) for number in numbers[:_NUMBERS]) + ("…" if len(numbers) > _NUMBERS else "")
    below = say("web.graph.node", kind=kind, accounts=shown)
    middle = placed.x + WIDTH / 2
    return Box(
        step.kind,
        None if is_more else source_address(reader, step),
        placed.x,
        placed.y,
        Label(_cut(name), whole, direction(name, _own(reader)), middle, placed.y + _BASELINES[0]),
        Label(below, below, _own(reader), middle, placed.y + _BASELINES[1]),
    )


def _name(step: Step, say: Messages) -> str:
    return clean(say.outlet(step.name) if step.kind in ("outlet", "agency") else step.name) or say("nobody")


def _cut(name: str) -> str:
    longest = _LONGEST[direction(name, "rtl")]
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def _arrow(drawn: Drawn, say: Messages) -> Arrow:
    edge = drawn.edge
    words = [say("web.graph.copied")] if edge.manner == "copied" else [say(f"medium.{medium}") for medium in edge.media]
    text = say("page.separator").join(words)
    label = Label(_cut(text), text, "rtl" if say.language == "ar" else "ltr", drawn.x, drawn.y) if text else None
    return Arrow(drawn.path, edge.manner == "copied", label)
