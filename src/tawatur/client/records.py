"""Lists of records: found when they are asked for, as often as they are asked for, and given as tables too."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from tawatur.errors import TawaturError
from tawatur.export import tidy_arrow
from tawatur.export.tidy import Row, Table, tables

if TYPE_CHECKING:
    import pandas
    import pyarrow

Found = TypeVar("Found")


class Records(Generic[Found]):
    """A list that takes no memory until it is gone through, and can be gone through again.

        for event in library.events(place="درنة"):
            print(event.date, event.chains_min, event.chains_max)

    As a table it has the columns of the files that `tawatur export` writes, one thing a row; `columns` says what each means. Dates stand
    as they are told, in EDTF, and as the earliest and the latest day that they may mean.
    """

    def __init__(
        self,
        table: str,
        find: Callable[[], Iterable[Found]],
        rows: Callable[[Found], Iterable[Row]],
        count: Callable[[], int] | None = None,
    ) -> None:
        """`find` is called each time the list is gone through; `rows` makes the rows of a record in the tidy table of that name; `count`
        tells how many records there are, where that takes less than going through them."""
        self._table, self._find, self._rows, self._count = table, find, rows, count

    def __iter__(self) -> Iterator[Found]:
        return iter(self._find())

    def first(self) -> Found | None:
        """The first record, or None where there is none."""
        return next(iter(self), None)

    def __len__(self) -> int:
        return self._count() if self._count else sum(1 for _ in self)

    def __bool__(self) -> bool:
        return self.first() is not None

    def __repr__(self) -> str:
        return f"<{self._table}: {self._count()}>" if self._count else f"<{self._table}>"

    @property
    def table(self) -> Table:
        """What a row is and what each column means, in Arabic and English."""
        return tables()[self._table]

    def rows(self) -> Iterator[Row]:
        """The rows of the table, one by one: cells by column."""
        return (row for found in self for row in self._rows(found))

    def to_dicts(self) -> list[Row]:
        """All rows of the table."""
        return list(self.rows())

    def to_arrow(self) -> "pyarrow.Table":
        """The table for Arrow: text, whole and real numbers, truth, date32, and lists of text; what is not known is null.

        Raises TawaturError where pyarrow is not installed.
        """
        return tidy_arrow.to_table(self.table, self.rows())

    def to_pandas(self) -> "pandas.DataFrame":
        """The table for pandas: text, numbers and truths that can be missing, and days as datetime64.

        Raises TawaturError where pandas or pyarrow is not installed.
        """
        try:
            import pandas
        except ImportError as fault:
            raise TawaturError("data frames need pandas; install it with `pip install 'tawatur[tables]'`") from fault
        arrow = tidy_arrow.pyarrow()
        kinds = {arrow.int64(): pandas.Int64Dtype(), arrow.bool_(): pandas.BooleanDtype(), arrow.string(): pandas.StringDtype()}
        return self.to_arrow().to_pandas(types_mapper=kinds.get, date_as_object=False)
