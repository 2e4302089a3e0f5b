"""Tables that only lay a page out, made into plain blocks; and the rows of those that hold figures, as lines."""

from typing import Any

from tawatur.intake.page_counts import Counts

_RUNNING = 15
_BLOCKS = frozenset(("p", "div", "table", "h1", "h2", "h3", "h4", "ul", "ol", "center", "br", "form"))
_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")


def unframe(tree: Any, counts: dict[Any, Counts]) -> None:
    """Makes blocks of the parts of every table with running text, blocks or line breaks in a cell: it was made for the layout."""
    frames = {
        _table(cell)
        for cell in tree.iter("td", "th")
        if (cell in counts and counts[cell].prose >= _RUNNING) or any(child.tag in _BLOCKS for child in cell.iterchildren("*"))
    }
    for part in [part for part in tree.iter(*_PARTS) if (part if part.tag == "table" else _table(part)) in frames]:
        part.tag = "div"


def _table(part: Any) -> Any | None:
    return next(part.iterancestors("table"), None)


def row_line(line: str) -> str:
    """A row of a table as trafilatura writes it, `| one | two |`, as one line of cells between tabs; any other line as it is."""
    if not (line.startswith("|") and line.endswith("|")):
        return line
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return "\t".join(cell for cell in cells if cell.strip("-"))
