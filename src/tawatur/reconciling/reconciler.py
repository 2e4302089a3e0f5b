"""Reconciling: all readings and judgements in, the whole ledger out. The same for whatever order they come in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from tawatur.model import Claim, Disagreement, Event, Judgement, Merge, Reading, Reconciled
from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.accusations import counter_accusations
from tawatur.reconciling.assembling import assemble, canonical
from tawatur.reconciling.bearings import bearings
from tawatur.reconciling.chains import chains
from tawatur.reconciling.claims import cluster_claims
from tawatur.reconciling.corrections import corrected
from tawatur.reconciling.dating import with_likely_days
from tawatur.reconciling.differences import Case, differences
from tawatur.reconciling.events import cluster
from tawatur.reconciling.families import families
from tawatur.reconciling.features import Features, MentionFeatures, StatementFeatures, features
from tawatur.reconciling.figures import Count, counts, figure_range
from tawatur.reconciling.flaws import source_errors
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.matters import Assertion, assertions
from tawatur.reconciling.oppositions import Book, oppositions
from tawatur.reconciling.rulings import Rulings, rulings


def reconcile(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> Reconciled:
    """Puts readings side by side. Readings may come one by one: only their features are kept."""
    return reconcile_features((features(reading) for reading in readings), judgements)


def reconcile_features(kept: Iterable[Features], judgements: Iterable[Judgement]) -> Reconciled:
    """As `reconcile`, from features that were kept with the readings."""
    by_document: dict[str, Features] = {}
    for one in kept:
        other = by_document.get(one.document.id)
        if other is None or _rank(one) < _rank(other):
            by_document[one.document.id] = one
    return _Desk(with_likely_days([by_document[name] for name in sorted(by_document)]), rulings(judgements)).result()


def _rank(one: Features) -> tuple[str, list[str], list[str]]:
    """An order between two readings of one document, so that it does not matter which came first."""
    return one.document.published or "~", [mention.id for mention in one.mentions], [statement.id for statement in one.statements]


class _Desk:
    """One reconciliation under way; each step works on what the steps before it found."""

    def __init__(self, kept: Sequence[Features], rules: Rulings) -> None:
        self.kept = kept
        self.rules = rules
        self.documents = {one.document.id: one.document for one in kept}
        told = (mention for one in kept for mention in one.mentions)
        self.mentions = sorted(corrected(told, rules), key=lambda mention: mention.id)
        said = (statement for one in kept for statement in one.statements if statement.id not in rules.wrong)
        self.statements = sorted(said, key=lambda statement: statement.id)
        self.families, _ = families(list(self.documents.values()))
        self.family_of = {name: family.id for family in self.families for name in family.documents}
        self.accounts = {mention.id: self._account(mention.id, mention) for mention in self.mentions}
        self.accounts |= {statement.id: self._account(statement.id, statement) for statement in self.statements}
        self.merges: dict[str, list[Merge]] = defaultdict(list)

    def result(self) -> Reconciled:
        groups = self._events()
        event_of = {mention: event.id for event, _, _ in groups for mention in event.mentions}
        matters, claims = self._claims()
        claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
        found = {one.id: one for one in self._disagreements(groups, matters, event_of, claim_of)}
        contested: dict[str, list[str]] = defaultdict(list)
        for one in sorted(found.values(), key=lambda one: one.id):
            for event_id in one.events:
                contested[event_id].append(one.id)
        events = [msgspec.structs.replace(event, disagreements=tuple(contested[event.id])) for event, _, _ in groups]
        return Reconciled(
            families=tuple(sorted(self.families, key=lambda family: family.id)),
            events=tuple(sorted(events, key=lambda event: event.id)),
            claims=tuple(sorted(claims, key=lambda claim: claim.id)),
            disagreements=tuple(found[name] for name in sorted(found)),
            family_of=dict(sorted(self.family_of.items())),
            event_of=dict(sorted(event_of.items())),
            claim_of=dict(sorted(claim_of.items())),
            merges={name: tuple(self.merges[name]) for name in sorted(self.merges)},
        )

    def _account(self, identifier: str, source: MentionFeatures | StatementFeatures) -> Account:
        document = self.documents[source.document]
        organisation = source.organisation if isinstance(source, StatementFeatures) else None
        home = self.family_of.get(document.id, document.id)
        return account(identifier, document.id, home, source.chain, document.agencies, organisation)

    def _events(self) -> list[tuple[Event, list[MentionFeatures], dict[str, list[Count]]]]:
        clusters, merges = cluster(self.mentions, self.rules)
        groups, home = [], {}
        denials = frozenset(statement.id for statement in self.statements if statement.denies)
        for members in clusters:
            mentions = canonical(self.mentions[i] for i in members)
            found = counts(mentions, self.accounts, denials)
            event, behind = assemble(mentions, self.accounts, {role: figure_range(found[role]) for role in found})
            groups.append((event, mentions, found))
            home.update(dict.fromkeys(event.mentions, event.id))
            self._keep(event.id, behind.merges)
        for merge in merges:
            self._keep(home[merge.one], [merge])
        return sorted(groups, key=lambda group: group[0].id)

    def _keep(self, name: str, merges: Iterable[Merge]) -> None:
        kept = list(merges)
        if kept:
            self.merges[name] += kept

    def _claims(self) -> tuple[list[list[Assertion]], list[Claim]]:
        """Matters with all their assertions, and the claims: a statement belongs to the matter of its first assertion."""
        said = assertions(self.statements)
        clusters, merges = cluster_claims(said, self.rules)
        first = {statement.id: position for position, (statement, _) in reversed(list(enumerate(said)))}
        claims, home = [], {}
        for members in clusters:
            own = sorted((said[i].statement for i in members if first[said[i].statement.id] == i), key=_when)
            if own and (len(own) > 1 or own[0].propositions):
                claims.append(self._claim(own))
                home.update({statement.id: claims[-1].id for statement in own})
        for merge in merges:
            if merge.one in home and home[merge.one] == home.get(merge.other):
                self._keep(home[merge.one], [merge])
        return [[said[i] for i in members] for members in clusters if len(members) > 1], claims

    def _claim(self, statements: Sequence[StatementFeatures]) -> Claim:
        behind = chains(self.accounts[statement.id] for statement in statements)
        name = content_id("claim", statements[0].id)
        self._keep(name, behind.merges)
        documents = tuple(sorted({statement.document for statement in statements}))
        return Claim(name, statements[0].text, tuple(statement.id for statement in statements), documents, behind.least, behind.most)

    def _disagreements(
        self,
        groups: Sequence[tuple[Event, list[MentionFeatures], dict[str, list[Count]]]],
        matters: Sequence[Sequence[Assertion]],
        event_of: Mapping[str, str],
        claim_of: dict[str, str],
    ) -> Iterator[Disagreement]:
        bearing = bearings(self.statements, self.mentions, event_of)
        for event, mentions, found in groups:
            yield from differences(Case(event, mentions, bearing.get(event.id, []), found, self.accounts, claim_of))
        events_of: dict[str, tuple[str, ...]] = {}
        for event_id in sorted(bearing):
            for statement in bearing[event_id]:
                events_of[statement.id] = (*events_of.get(statement.id, ()), event_id)
        book = Book(self.accounts, claim_of, events_of)
        for matter in matters:
            yield from oppositions(matter, book)
        yield from counter_accusations(self.statements, book)
        for one in self.kept:
            own = account(one.document.id, one.document.id, one.document.id, (), one.document.agencies)
            yield from source_errors(one.document, one.flaws, self.accounts, event_of, own)


def _when(statement: StatementFeatures) -> tuple[int, str]:
    return (statement.day if statement.day is not None else 10**9, statement.id)
