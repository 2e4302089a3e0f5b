"""The chains of several accounts as one graph: from the outlets, through whom they had it, to the origins.

Each independent chain is a band of its own. Within a band, accounts share a node where they share a link.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from tawatur.ledger.briefs import Brief
from tawatur.model import Link
from tawatur.reconciling.chains import Chains
from tawatur.reconciling.publishers import publisher
from tawatur.reconciling.transmission import RELAYS
from tawatur.text.fold import fold

Manner = Literal["passed", "copied"]
"""How a link has it from the next: it names or credits it, or it carries its text."""


@dataclasses.dataclass(frozen=True)
class Step:
    """One link on the way. `medium` is what its words came in, and `manner` how it was had by the link before; `count` is how many links
    it stands for."""

    key: str
    kind: str
    name: str
    identifier: str | None = None
    medium: str | None = None
    manner: Manner = "passed"
    count: int = 1


@dataclasses.dataclass(frozen=True)
class Strand:
    """The way of one account, or of several alike, outlet first. `numbers` are the accounts' in a list, from 1, `band` that of their
    independent chain, from 0."""

    numbers: tuple[int, ...]
    band: int
    steps: tuple[Step, ...]


@dataclasses.dataclass(eq=False)
class Node:
    """A link that the accounts of these `numbers` share. `depth` counts from the outlets."""

    step: Step
    band: int
    numbers: list[int] = dataclasses.field(default_factory=list)
    depth: int = 0


@dataclasses.dataclass(frozen=True)
class Edge:
    one: Node
    other: Node
    media: tuple[str, ...]
    manner: Manner


@dataclasses.dataclass(frozen=True)
class Graph:
    """Nodes in the order they came up, edges from outlet to origin; a graph without cycles."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bands: int


def strands(briefs: Sequence[Brief], found: Chains, first: int = 1) -> list[Strand]:
    """The ways of accounts, numbered from `first` as they stand, the bands in the order of their first account."""
    group_of = {name: number for number, group in enumerate(found.groups) for name in group}
    bands: dict[int | str, int] = {}
    return [
        Strand((number,), bands.setdefault(group_of.get(one.id, one.id), len(bands)), _steps(one))
        for number, one in enumerate(briefs, first)
    ]


def _steps(one: Brief) -> tuple[Step, ...]:
    outlet = Link("outlet", one.outlet or one.document)
    links = one.chain if one.chain and one.chain[0].kind == "outlet" else (outlet, *one.chain)
    steps = [_step(link) for link in links]
    source = _step(Link("outlet", one.copied_outlet)) if one.copied_outlet else None
    if source and not any(step.key == source.key or step.kind == "agency" for step in steps):
        steps.insert(1, dataclasses.replace(source, manner="copied"))
    return tuple(step for before, step in zip((None, *steps), steps, strict=False) if before is None or before.key != step.key)


def _step(link: Link) -> Step:
    relay = publisher(link.name, link.id) if link.kind in RELAYS else None
    return Step(relay or f"{link.kind} {link.id or fold(link.name)}", link.kind, link.name, link.id, link.via)


def graph(ways: Iterable[Strand]) -> Graph:
    """Merges the ways. Where two ways would make a ring (each outlet quotes the other), the link is drawn a second time."""
    nodes: dict[tuple[int, str, int], Node] = {}
    after: dict[int, set[int]] = {}
    found: dict[tuple[int, int], tuple[Node, Node, list[Step]]] = {}
    bands = 0
    for way in ways:
        bands = max(bands, way.band + 1)
        before: Node | None = None
        for step in way.steps:
            node = _node(nodes, way.band, step, before, after)
            node.numbers += [number for number in way.numbers if number not in node.numbers]
            if before is not None:
                after.setdefault(id(before), set()).add(id(node))
                found.setdefault((id(before), id(node)), (before, node, []))[2].append(step)
            before = node
    edges = tuple(_edge(one, other, steps) for one, other, steps in found.values())
    _deepen(edges)
    return Graph(tuple(nodes.values()), edges, bands)


def _node(nodes: dict[tuple[int, str, int], Node], band: int, step: Step, before: Node | None, after: Mapping[int, set[int]]) -> Node:
    copy = 0
    while True:
        node = nodes.setdefault((band, step.key, copy), Node(step, band))
        if before is None or not _leads(node, before, after):
            return node
        copy += 1


def _leads(one: Node, other: Node, after: Mapping[int, set[int]]) -> bool:
    """Whether the edges so far lead from one node to another, or they are the same."""
    waiting, seen = [id(one)], set[int]()
    while waiting:
        here = waiting.pop()
        if here == id(other):
            return True
        if here not in seen:
            seen.add(here)
            waiting += after.get(here, ())
    return False


def _edge(one: Node, other: Node, steps: Sequence[Step]) -> Edge:
    media = dict.fromkeys(step.medium for step in steps if step.medium)
    return Edge(one, other, tuple(media), "copied" if all(step.manner == "copied" for step in steps) else "passed")


def _deepen(edges: Sequence[Edge]) -> None:
    """Sets each node's depth to the longest way that leads to it."""
    is_settled = False
    while not is_settled:
        is_settled = True
        for edge in edges:
            if edge.other.depth <= edge.one.depth:
                edge.other.depth = edge.one.depth + 1
                is_settled = False
