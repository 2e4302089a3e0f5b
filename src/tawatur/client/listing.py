"""The lists of a ledger, as records and tables. Every call gives a list that can be gone through again, and takes no memory until it is."""

from collections.abc import Iterator

from tawatur.client import rows
from tawatur.client.narrowing import checked
from tawatur.client.records import Records
from tawatur.client.rows import Valued
from tawatur.errors import TawaturError
from tawatur.export import tidy_rows
from tawatur.export.tidy import Row
from tawatur.ledger import lists, lists_parts, searching
from tawatur.ledger.deriving import reading
from tawatur.ledger.judgements import Judged, listed
from tawatur.ledger.lists import Filters, Said
from tawatur.ledger.lists_parts import Chain, Counted, Published, Told
from tawatur.ledger.searching import Found
from tawatur.ledger.sources import Source, SourceKind
from tawatur.ledger.sources import sources as list_sources
from tawatur.ledger.store import Ledger
from tawatur.model import Act, Claim, Disagreement, DisagreementKind, Event, EventType, Reading, Role


class Lists:
    """Names match a part of a name, whatever its hamzas and marks. `first` and `last` are days, months or years (`2020-03-14`,
    `2020-03`), both included; `speaker` is a speaker, agency or outlet that something stands on; `text` words of the accounts.

    What cannot be (a date that is none, a type that is none) raises TawaturError.
    """

    _ledger: Ledger

    def events(
        self, *, place: str | None = None, actor: str | None = None, speaker: str | None = None, first: str | None = None,
        last: str | None = None, type: EventType | None = None, text: str | None = None, limit: int | None = None,
    ) -> Records[Event]:  # fmt: skip
        """The events by day, those without a date last; `actor` is an actor or target.

        library.events(place="درنة", first="2023-09").to_pandas()
        """
        filters = checked(Filters(first, last, place, actor, speaker, type, text, limit), EventType)
        return Records(
            "events", lambda: lists.events(self._ledger, filters), lambda event: [tidy_rows.event_row(event)],
            lambda: lists.count(self._ledger, "events", filters),
        )  # fmt: skip

    def figures(
        self, *, role: Role | None = None, place: str | None = None, actor: str | None = None, speaker: str | None = None,
        first: str | None = None, last: str | None = None, type: EventType | None = None, text: str | None = None,
    ) -> Records[Valued]:  # fmt: skip
        """The values that accounts give for the figures of events, with the chains behind each. All but `role` narrows the events.

        library.figures(role="killed", place="درنة").to_pandas()
        """
        if role is not None:
            checked(Filters(type=role), Role)
        events = self.events(place=place, actor=actor, speaker=speaker, first=first, last=last, type=type, text=text)

        def find() -> Iterator[Valued]:
            return (value for event in events for value in rows.valued(event) if role in (None, value.role))

        return Records("figures", find, rows.value)

    def mentions(self, *, event: str | None = None, document: str | None = None) -> Records[Told]:
        """What single documents say of events: of one event, or of all; in one document, or in all."""
        return Records(
            "mentions", lambda: lists_parts.mentions(self._ledger, event, document), rows.mention,
            lambda: lists_parts.count(self._ledger, "mentions", event, document),
        )  # fmt: skip

    def figures_read(self, *, event: str | None = None, document: str | None = None) -> Records[Counted]:
        """Every figure that was read in a document, at its very characters, with the id by which it is judged."""
        return Records(
            "figures_read", lambda: lists_parts.figures(self._ledger, event, document), rows.figure,
            lambda: lists_parts.count(self._ledger, "figures", event, document),
        )  # fmt: skip

    def chains(self, *, event: str | None = None, document: str | None = None) -> Records[Chain]:
        """Who passed on each account and each statement, outlet first; a table has a row for each link."""
        return Records(
            "chains", lambda: lists_parts.chains(self._ledger, event, document), rows.chain,
            lambda: lists_parts.count(self._ledger, "chains", event, document),
        )  # fmt: skip

    def statements(
        self, *, speaker: str | None = None, place: str | None = None, first: str | None = None, last: str | None = None,
        type: Act | None = None, text: str | None = None, limit: int | None = None,
    ) -> Records[Said]:  # fmt: skip
        """Who said what, by day; `type` is the act, `place` and `text` are words of what was said.

        [said.words for said in library.statements(speaker="غوتيريش", type="demand")]
        """
        filters = checked(Filters(first, last, place, None, speaker, type, text, limit), Act)
        return Records(
            "statements", lambda: lists.statements(self._ledger, filters), rows.statement,
            lambda: lists.count(self._ledger, "statements", filters),
        )  # fmt: skip

    def claims(
        self, *, speaker: str | None = None, place: str | None = None, first: str | None = None, last: str | None = None,
        type: Act | None = None, text: str | None = None, limit: int | None = None,
    ) -> Records[Claim]:  # fmt: skip
        """What is said or denied, in one or more statements: the claims of those that `statements` gives with the same options."""
        filters = checked(Filters(first, last, place, None, speaker, type, text, limit), Act)
        return Records(
            "claims", lambda: lists.claims(self._ledger, filters), lambda claim: [tidy_rows.claim_row(claim)],
            lambda: lists.count(self._ledger, "claims", filters),
        )  # fmt: skip

    def disagreements(
        self, *, place: str | None = None, actor: str | None = None, speaker: str | None = None, first: str | None = None,
        last: str | None = None, type: DisagreementKind | None = None, text: str | None = None, limit: int | None = None,
    ) -> Records[Disagreement]:  # fmt: skip
        """What accounts hold differently, with the sides and what stands behind each."""
        filters = checked(Filters(first, last, place, actor, speaker, type, text, limit), DisagreementKind)
        return Records(
            "disagreements", lambda: lists.disagreements(self._ledger, filters), lambda found: [tidy_rows.disagreement_row(found)],
            lambda: lists.count(self._ledger, "disagreements", filters),
        )  # fmt: skip

    def documents(
        self, *, outlet: str | None = None, first: str | None = None, last: str | None = None, text: str | None = None
    ) -> Records[Reading]:
        """The documents, with their text and all that was read in it; of an outlet, published between two days, with words in the title."""
        published = Published(outlet, first, last, text)
        checked(Filters(first, last), None)
        return Records(
            "documents", lambda: lists_parts.documents(self._ledger, published), self._document_rows,
            lambda: len(lists_parts.document_ids(self._ledger, published)),
        )  # fmt: skip

    def sources(self, *, type: SourceKind | None = None, text: str | None = None) -> Records[Source]:
        """Outlets, agencies and speakers: how much stands on each, and who copies whom."""
        kind = checked(Filters(type=type), SourceKind).type
        return Records("sources", lambda: list_sources(self._ledger, kind, text), lambda source: [tidy_rows.source_row(source)])

    def search(self, query: str, *, limit: int = 20) -> Records[Found]:
        """The documents that hold all words of a query, the best first: in any form, or as they stand within quotes. A table has a row
        for each document.

            [found.document.title for found in library.search('قصف "معسكر التاجي"')]
        """
        if not searching.parse(query):
            raise TawaturError("search: name at least one word to search for")
        return Records(
            "documents", lambda: searching.search(self._ledger, query, limit),
            lambda found: self._document_rows(reading(self._ledger, found.document.id)),
        )  # fmt: skip

    def _document_rows(self, found: Reading) -> Iterator[Row]:
        return rows.document(self._ledger, found)

    def judgements(self) -> Records[Judged]:
        """What people decided, oldest first, and whether it is in force."""
        return Records("judgements", lambda: listed(self._ledger), lambda judged: [tidy_rows.judgement_row(judged)])
