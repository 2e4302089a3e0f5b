"""Scores the ledger of all samples against what a person knows of them together. Every measure is a share, and higher is better."""

from collections.abc import Iterable, Iterator
from itertools import permutations

from tawatur.model import Claim, Disagreement, Event, Reading, Reconciled, Side

from .gold import Gold
from .scoring import Tally, event_pairs, statement_pairs

Local = dict[str, str]
"""`report:local-id` of the gold → the id of the mention or statement that was read for it."""


def local_names(golds: dict[str, Gold], readings: dict[str, Reading]) -> Local:
    """What was read of what the gold names; what was not read has no entry."""
    found: Local = {}
    for report, gold in golds.items():
        reading = readings[report]
        found |= {f"{report}:{want['id']}": have.id for want, have in event_pairs(gold.get("events", []), reading)}
        found |= {f"{report}:{want['id']}": have.id for want, have in statement_pairs(gold.get("statements", []), reading)}
    return found


def across_measures(across: Gold, local: Local, ledger: Reconciled) -> dict[str, float]:
    """Every measure of the ledger."""
    tally = Tally()
    for measure, right, asked, _ in _verdicts(across, local, ledger):
        tally.share(f"across.{measure}", right, asked)
    return tally.measures()


def across_faults(across: Gold, local: Local, ledger: Reconciled) -> list[str]:
    """One line for everything that is wrong, with the gold's reason."""
    return [f"{measure}: {what}" for measure, right, asked, what in _verdicts(across, local, ledger) if right < asked]


def _verdicts(across: Gold, local: Local, ledger: Reconciled) -> Iterator[tuple[str, int, int, str]]:
    """Measure, how many of how many are right, and what it is about."""
    for group in across["same_event"]:
        held = {ledger.event_of.get(local.get(name, "")) for name in group["mentions"]}
        yield "same_event", len(held) == 1 and None not in held, 1, f"{group['name']} {_unread(group['mentions'], local)}"
        yield "same_event.pairs", *_pairs(group["mentions"], local, ledger), group["name"]
    for group in across["different_event"]:
        one, other = (ledger.event_of.get(local.get(name, "")) for name in group["mentions"])
        yield "different_event", one is None or other is None or one != other, 1, f"{group['mentions']}"
    for family in across["families"]:
        yield "families", any(set(have.documents) == set(family["documents"]) for have in ledger.families), 1, family["why"]
    yield from _disagreement_verdicts(across, local, ledger)
    for chain in across["chains"]:
        yield "chains", _has_chains(chain, local, ledger), 1, f"{chain.get('event', chain.get('statements'))}: {chain['why']}"


def _unread(names: Iterable[str], local: Local) -> str:
    return f"(unread: {[name for name in names if name not in local]})"


def _pairs(names: list[str], local: Local, ledger: Reconciled) -> tuple[int, int]:
    """How many of the pairs of mentions are one event."""
    pairs = [(one, other) for position, one in enumerate(names) for other in names[:position]]
    held = [(ledger.event_of.get(local.get(one, "")), ledger.event_of.get(local.get(other, ""))) for one, other in pairs]
    return sum(one is not None and one == other for one, other in held), len(pairs)


def _disagreement_verdicts(across: Gold, local: Local, ledger: Reconciled) -> Iterator[tuple[str, int, int, str]]:
    explained: set[str] = set()
    for want in across["disagreements"]:
        sides = [{local[name] for name in side if name in local} for side in want["sides"]]
        found = [have for have in ledger.disagreements if have.kind == want["kind"] and _is_between(have, sides)]
        what = f"{want['kind']} {want['about']} {_unread((name for side in want['sides'] for name in side), local)}"
        if want["expected"]:
            explained |= {have.id for have in found}
            yield "disagreements", bool(found), 1, what
        else:
            yield "traps_avoided", not found, 1, what
    for have in ledger.disagreements:
        yield "disagreements.precision", have.id in explained, 1, f"raised: {have.explanation['en']}"


def _is_between(have: Disagreement, sides: list[set[str]]) -> bool:
    """Whether each side wanted is on a side of its own; a fault of one source has one side."""
    held = [{*side.mentions, *side.statements} for side in have.sides]
    if have.kind == "source_error":
        return any(side & wanted for side in held for wanted in sides)
    return any(all(wanted & side for wanted, side in zip(sides, order, strict=True)) for order in permutations(held, len(sides)))


def _has_chains(chain: Gold, local: Local, ledger: Reconciled) -> bool:
    wanted = (chain["chains_min"], chain["chains_max"], sorted(chain["documents"]))
    return wanted in list(_claim_bounds(chain, local, ledger) if chain["about"] == "claim" else _figure_bounds(chain, local, ledger))


Bounds = tuple[int, int, list[str]]


def _figure_bounds(chain: Gold, local: Local, ledger: Reconciled) -> Iterator[Bounds]:
    """Those of the values of the event that are the one wanted."""
    events = {event.id: event for event in ledger.events}
    event: Event | None = events.get(ledger.event_of.get(local.get(chain["event"], ""), ""))
    figures = event.figures.get(chain["role"]) if event else None
    for value in figures.values if figures else ():
        if (value.low, value.high) == (chain["low"], chain["high"]):
            yield value.chains_min, value.chains_max, sorted(value.documents)


def _claim_bounds(chain: Gold, local: Local, ledger: Reconciled) -> Iterator[Bounds]:
    """Those of the claim, or of the side of a disagreement, that holds all statements wanted."""
    wanted = {local.get(name, "") for name in chain["statements"]}
    held: list[Claim | Side] = [*ledger.claims, *(side for found in ledger.disagreements for side in found.sides)]
    for one in held:
        if wanted <= set(one.statements):
            yield one.chains_min, one.chains_max, sorted(one.documents)
