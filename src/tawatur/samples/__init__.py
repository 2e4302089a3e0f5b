"""A small corpus to try Tawatur on: invented outlets, our own wording, public facts."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def sample_folder() -> Traversable:
    """The folder of sample reports: `reports.jsonl` and single `.txt` and `.html` files."""
    return files(__name__)
