"""What commands take reports from: paths and addresses, typed or listed, and how they are opened."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tawatur.cli.failures import UsageError
from tawatur.cli.options import checked_paths
from tawatur.errors import InputError
from tawatur.intake.box import Options
from tawatur.intake.columns import Columns, fields
from tawatur.intake.files import snapshots
from tawatur.intake.lists import listed
from tawatur.intake.snapshot import Snapshot

if TYPE_CHECKING:
    from tawatur.fetching import Fetcher, Validators

Known = Callable[[Iterable[str]], "Mapping[str, Validators]"]
"""By address, what a server said of a page that is there already."""

SOURCES_HELP = "Files of any kind, folders, archives, web addresses, feeds, or - for standard input."


@Parameter(name="*")
@dataclass(frozen=True)
class Opening:
    """Options that say where reports are, and how to get at them."""

    map: Annotated[tuple[str, ...], Parameter(help="Columns of a table, or keys of JSON: text=COLUMN,published=COLUMN.", negative="")] = ()
    from_file: Annotated[tuple[str, ...], Parameter(help="A list of paths and addresses; - for standard input.", negative="")] = ()
    allow_private: Annotated[bool, Parameter(help="Also ask this computer and its own network.", negative="")] = False
    ignore_robots: Annotated[bool, Parameter(help="Ask even where a site's robots.txt says not to.", negative="")] = False

    @property
    def columns(self) -> Columns:
        return tuple(pair for text in self.map for pair in _pairs(text))

    def check(self, paths: tuple[str, ...]) -> list[str]:
        """The paths and addresses that were typed. Raises UsageError when nothing was named, there or in a list."""
        return checked_paths(paths) if paths or not self.from_file else []

    def found(self, paths: tuple[str, ...], known: Known = lambda _: {}) -> tuple[Iterator[Snapshot | InputError], Options]:
        """What lies at the paths and addresses that were typed, and then at those listed; and the options it is opened with, which
        count what is passed over, and pages that are still as they are `known`. Raises UsageError when nothing was named."""
        typed = self.check(paths)
        options = Options(columns=self.columns, web=_LazyWeb(self.allow_private, self.ignore_robots, known))
        return snapshots(chain(typed, listed(checked_paths(self.from_file)) if self.from_file else ()), options=options), options


@dataclass
class _LazyWeb:
    """The fetcher, which takes a while to load and is needed only for addresses."""

    allow_private: bool
    ignore_robots: bool
    known: Known
    _fetcher: "Fetcher | None" = field(default=None, init=False)

    def fetch_all(self, urls: Iterable[str], /) -> Iterator[object]:
        from tawatur.fetching import Fetcher, FetchOptions

        self._fetcher = self._fetcher or Fetcher(FetchOptions(allow_private=self.allow_private, obey_robots=not self.ignore_robots))
        asked = list(urls)
        return self._fetcher.fetch_all(asked, validators=self.known(asked))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Columns with what they hold. A comma parts two pairs only where a known name and = follow, for columns may have commas."""
    for pair in re.split(rf",(?=(?:{'|'.join(fields())})=)", text):
        name, _, column = pair.partition("=")
        if name.strip() not in fields() or not column.strip():
            raise UsageError(f"--map: {pair!r} is not {'|'.join(fields())}=COLUMN")
        yield column.strip(), name.strip()
