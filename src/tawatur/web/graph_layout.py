"""Where a graph of chains is drawn: layers from the outlets on, few crossings, one band below the other. All lengths are in pixels.

The layered drawing of Sugiyama, Tagawa and Toda (1981): edges that skip a layer get a place in it, and each layer is ordered by the mean
place of its neighbours, forth and back.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from tawatur.web.graph import Edge, Graph, Node

WIDTH, HEIGHT = 164, 44
"""Of a node."""
ACROSS, BELOW = 84, 12
"""Between layers, which must hold the word for a medium, and between nodes of one layer."""
HEAD, PAD, APART = 26, 12, 10
"""A band's heading, what it leaves free around its nodes, and the room between two bands."""
_BEND, _LABEL = 0.55, 0.4
"""How far across a gap a curve turns, and where its label stands: by the node it comes from, for many may end in one."""
_OVER, _UNDER = 5, 14
"""Where the label's baseline is: over the line, or under one that goes up."""
_SWEEPS = 6


@dataclasses.dataclass(frozen=True)
class Placed:
    """A node and its corner at the inline start and top."""

    node: Node
    x: float
    y: float


@dataclasses.dataclass(frozen=True)
class Drawn:
    """An edge as an SVG path, and where its label stands."""

    edge: Edge
    path: str
    x: float
    y: float


@dataclasses.dataclass(frozen=True)
class Band:
    """One independent chain: the room it takes, from `top`."""

    number: int
    top: float
    height: float


@dataclasses.dataclass(frozen=True)
class Layout:
    width: float
    height: float
    nodes: tuple[Placed, ...]
    edges: tuple[Drawn, ...]
    bands: tuple[Band, ...]


Point = tuple[float, float]
Flip = Callable[[float], float]
Slot = Node | tuple[int, int]
"""What takes a place in a layer: a node, or an edge passing through (its number, the layer)."""


def layout(graph: Graph, *, is_mirrored: bool) -> Layout:
    """The outlets stand at the inline start: on the right where `is_mirrored`."""
    depth = max((node.depth for node in graph.nodes), default=0)
    width = 2 * PAD + (depth + 1) * WIDTH + depth * ACROSS
    nodes: list[Placed] = []
    edges: list[Drawn] = []
    bands: list[Band] = []
    top = 0.0
    for number in range(graph.bands):
        inner = [edge for edge in graph.edges if edge.one.band == number]
        places = _places([node for node in graph.nodes if node.band == number], inner)
        height = HEAD + PAD + max(places.values()) + HEIGHT
        bands.append(Band(number, top, height))
        flip = (lambda x: width - x) if is_mirrored else (lambda x: x)
        nodes += _placed(places, top + HEAD, flip)
        edges += [_drawn(index, edge, places, top + HEAD, flip) for index, edge in enumerate(inner)]
        top += height + APART
    return Layout(width, max(top - APART, 0.0), tuple(nodes), tuple(edges), tuple(bands))


def _left(depth: int) -> float:
    return PAD + depth * (WIDTH + ACROSS)


def _placed(places: Mapping[Slot, float], top: float, flip: Flip) -> list[Placed]:
    found = [(slot, _left(slot.depth), top + y) for slot, y in places.items() if isinstance(slot, Node)]
    return [Placed(node, min(flip(x), flip(x + WIDTH)), y) for node, x, y in found]


def _drawn(index: int, edge: Edge, places: Mapping[Slot, float], top: float, flip: Flip) -> Drawn:
    """A curve from the end of one node to the beginning of the other, through the room kept for it in the layers between."""
    points: list[Point] = [(_left(edge.one.depth) + WIDTH, top + places[edge.one] + HEIGHT / 2)]
    for depth in range(edge.one.depth + 1, edge.other.depth):
        y = top + places[index, depth] + HEIGHT / 2
        points += [(_left(depth), y), (_left(depth) + WIDTH, y)]
    points.append((_left(edge.other.depth), top + places[edge.other] + HEIGHT / 2))
    x, y = points[0]
    beside = y + _UNDER if points[1][1] < y else y - _OVER
    return Drawn(edge, _path([(flip(x), y) for x, y in points]), flip(x + ACROSS * _LABEL), beside)


def _path(points: Sequence[Point]) -> str:
    """Straight through layers, bent between them."""
    (x, y), *others = points
    parts = [f"M{x:g} {y:g}"]
    for right, down in others:
        middle = x + (right - x) * _BEND
        parts.append(f"L{right:g} {down:g}" if down == y else f"C{middle:g} {y:g} {middle:g} {down:g} {right:g} {down:g}")
        x, y = right, down
    return "".join(parts)


def _places(nodes: Iterable[Node], edges: Sequence[Edge]) -> dict[Slot, float]:
    """The top of each slot of one band, from 0."""
    layers, beside = _layers(nodes, edges)
    _order(layers, beside)
    tops = {slot: number * (HEIGHT + BELOW) * 1.0 for layer in layers for number, slot in enumerate(layer)}
    for layers_in_turn in (layers[1:], layers[::-1][1:], layers[1:]):
        for layer in layers_in_turn:
            _settle(layer, beside, tops)
    least = min(tops.values())
    return {slot: round(top - least, 1) for slot, top in tops.items()}


def _layers(nodes: Iterable[Node], edges: Sequence[Edge]) -> tuple[list[list[Slot]], dict[Slot, list[Slot]]]:
    """The slots by layer, and for each slot those beside it in the layers before and after."""
    found: dict[int, list[Slot]] = defaultdict(list)
    beside: dict[Slot, list[Slot]] = defaultdict(list)
    for node in nodes:
        found[node.depth].append(node)
    for index, edge in enumerate(edges):
        passed: list[Slot] = [(index, depth) for depth in range(edge.one.depth + 1, edge.other.depth)]
        for slot in passed:
            found[slot[1]].append(slot)  # type: ignore[index]  # an edge that passes, not a node
        way: list[Slot] = [edge.one, *passed, edge.other]
        for one, other in pairwise(way):
            beside[one].append(other)
            beside[other].append(one)
    return [found[depth] for depth in sorted(found)], beside


def _order(layers: Sequence[list[Slot]], beside: Mapping[Slot, Sequence[Slot]]) -> None:
    """Sorts each layer by where its neighbours stand, forth and back; of slots that stand alike, the first to come up stays first."""
    place = {slot: float(number) for layer in layers for number, slot in enumerate(layer)}
    for sweep in range(_SWEEPS):
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            mean = {slot: _mean([place[other] for other in beside.get(slot, ())], place[slot]) for slot in layer}
            layer.sort(key=mean.__getitem__)
            place.update((slot, float(number)) for number, slot in enumerate(layer))


def _settle(layer: Sequence[Slot], beside: Mapping[Slot, Sequence[Slot]], tops: dict[Slot, float]) -> None:
    """Moves the slots of a layer towards their neighbours as far as their order and the room between them allow."""
    wanted = [_mean([tops[other] for other in beside.get(slot, ())], tops[slot]) for slot in layer]
    found: list[float] = []
    for want in wanted:
        found.append(max(want, found[-1] + HEIGHT + BELOW) if found else want)
    shift = _mean([want - top for want, top in zip(wanted, found, strict=True)], 0.0)
    tops.update((slot, top + shift) for slot, top in zip(layer, found, strict=True))


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
