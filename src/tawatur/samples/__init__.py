"""A small corpus to try Tawatur on: invented outlets, our own wording, public facts."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def sample_folder() -> Traversable:
    """The folder that holds the sample reports and nothing else: `reports.jsonl` and single `.txt` and `.html` files."""
    return files(__name__) / "reports"


def trouble_table() -> Traversable:
    """The table that says which report shows which trouble of news: `trouble`, `reports` (ids between `|`)."""
    return files(__name__) / "troubles.tsv"
