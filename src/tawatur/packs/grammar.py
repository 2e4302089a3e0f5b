"""Function words that rules ask for by name, from the packs."""

from functools import cache

from tawatur.packs.tables import table_rows
from tawatur.text.fold import fold


@cache
def words(name: str) -> frozenset[str]:
    """The folded spellings under that name in the tables named `grammar`."""
    return frozenset(fold(word) for row in table_rows("grammar") if row.get("id") == name for word in row.list("word"))
