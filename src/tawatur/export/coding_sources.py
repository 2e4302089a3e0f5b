"""How far from an event those who report it are, in ACLED's terms."""

from collections.abc import Iterable
from functools import cache

from tawatur.export.coding_places import Whereabouts, acled_region
from tawatur.packs.tables import table_rows
from tawatur.text.fold import fold

_SCALES = ("National", "Regional", "International")


def source_scale(outlets: Iterable[str], where: Whereabouts) -> str | None:
    """ACLED's scale of the sources, those of several joined by a dash; None unless the home of each is known.

    `National` is an outlet of the country, `Regional` one of the same part of the world, `International` any other.
    """
    homes = [_homes().get(fold(outlet)) for outlet in outlets]
    if not homes or None in homes or where.country is None:
        return None
    found = {_scale(home, where) for home in homes if home}
    return "-".join(scale for scale in _SCALES if scale in found)


def _scale(home: str, where: Whereabouts) -> str:
    if home == where.country:
        return _SCALES[0]
    return _SCALES[1] if acled_region(home) == where.acled_region else _SCALES[2]


@cache
def _homes() -> dict[str, str]:
    """The country of outlets by each of their names; a name that two countries share tells nothing."""
    found: dict[str, set[str]] = {}
    for row in table_rows("outlets"):
        for name in {fold(name) for name in (*row.list("ar"), *row.list("en"))}:
            found.setdefault(name, set()).add(row.get("country"))
    return {name: min(homes) for name, homes in found.items() if len(homes) == 1 and "" not in homes}
