"""What a reconciliation found to be new, other than before, or gone: the receiver keeps it in place of what it had."""

from typing import Literal

import msgspec

from tawatur.model import Claim, Disagreement, Event, Family, Merge


class KeptEvent(msgspec.Struct, frozen=True):
    """An event, new or in place of that with its id, and why its mentions and chains are one. `disagreements` is left empty."""

    event: Event
    merges: tuple[Merge, ...]


class KeptClaim(msgspec.Struct, frozen=True):
    claim: Claim
    merges: tuple[Merge, ...]


class KeptFamily(msgspec.Struct, frozen=True):
    family: Family


class KeptDisagreements(msgspec.Struct, frozen=True):
    """All disagreements that come of one unit (an event, a matter, a document), in place of those it had."""

    unit: str
    disagreements: tuple[Disagreement, ...]


class Gone(msgspec.Struct, frozen=True):
    """An event, claim, family or unit that is no more."""

    kind: Literal["event", "claim", "family", "unit"]
    id: str


Change = KeptEvent | KeptClaim | KeptFamily | KeptDisagreements | Gone
