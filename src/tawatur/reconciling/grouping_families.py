"""Families brought up to date: which documents came into, left or moved between families."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from tawatur.reconciling.changes import Change, Gone, KeptFamily
from tawatur.reconciling.families import Kin, families_of
from tawatur.reconciling.ids import number_of
from tawatur.reconciling.kinship import kinship, may_be_kin
from tawatur.reconciling.partition import Partition
from tawatur.reconciling.samples import Samples
from tawatur.reconciling.shelf import Shelf


class FamilyGroups:
    """Every document is in one group: its family, or itself alone under its own id."""

    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        self.shelf = shelf
        self.samples = Samples(connection)
        self.partition = Partition(connection, "family")

    @property
    def tables(self) -> tuple[str, ...]:
        return (*self.samples.tables, *self.partition.tables)

    def create(self) -> None:
        self.samples.create()
        self.partition.create()

    def home(self, document: str) -> str:
        """The family of a document, or the document itself."""
        return self.partition.group_of(number_of(document)) or document

    def update(self, changed: set[str], present: Sequence[str]) -> Iterator[Change]:
        """`changed` documents came, went or are others than before; `present` are those of them that are there now."""
        touched = self._forget(changed)
        for document in present:
            self.samples.put(self.shelf.document(document))
        fresh = {number_of(document) for document in present}
        touched |= self._tied_anew(fresh | self.samples.shifted())
        kept = {}
        for component in self.partition.components((touched | fresh) - {number_of(document) for document in changed.difference(present)}):
            kept.update(self._settle(component, fresh))
        changed_names, gone = self.partition.outcome()
        yield from (Gone("family", name) for name in sorted(gone))
        yield from (kept[name] for name in sorted(changed_names) if name in kept)

    def _forget(self, changed: set[str]) -> set[int]:
        touched: set[int] = set()
        for document in changed:
            self.samples.remove(number_of(document))
            touched |= self.partition.detach(self.partition.things_of(document)).neighbours
        return touched

    def _tied_anew(self, numbers: set[int]) -> set[int]:
        """Ties these documents to their kin as it is now; gives all that were tied to them and that are."""
        reached: set[int] = set(numbers)
        for number in numbers:
            reached |= self.partition.untie(number)
        for number in numbers:
            own = self.shelf.numbered(number)
            size = self.samples.size(number)
            for other, shared in self.samples.sharing(number):
                if (other in numbers and other < number) or not may_be_kin(shared, size, self.samples.size(other)):
                    continue
                found = kinship(own, self.shelf.numbered(other))
                if found is not None:
                    self.partition.tie(number, other, found.share)
                    reached.add(other)
        return reached

    def _settle(self, component: list[int], fresh: set[int]) -> dict[str, KeptFamily]:
        documents = {document.id: document for document in map(self.shelf.numbered, component)}
        found = families_of(documents.values(), self._kin(component)) if len(component) > 1 else []
        groups = {family.id: [(number_of(name), name) for name in family.documents] for family in found}
        at_home = {name for family in found for name in family.documents}
        groups |= {name: [(number_of(name), name)] for name in documents.keys() - at_home}
        self.partition.settle(component, groups, (), fresh)
        return {family.id: KeptFamily(family) for family in found}

    def _kin(self, component: list[int]) -> Iterator[Kin]:
        for number in component:
            for other, share in self.partition.ties(number):
                if number < other:
                    yield Kin(self.shelf.numbered(number).id, self.shelf.numbered(other).id, share)
