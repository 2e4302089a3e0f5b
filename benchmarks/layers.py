"""Clocks around the steps of reading, one for each layer."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import ModuleType
from typing import Any

from tawatur.reading import metadata, reader

Steps = tuple[tuple[str, ModuleType, str], ...]

STEPS: Steps = (
    ("words, looked up", metadata, "Scan"),
    ("zones", metadata, "find_zones"),
    ("title, outlet", metadata, "describe"),
    ("day of report", reader, "_dated"),
    ("times", reader, "find_times"),
    ("names", reader, "find_names"),
    ("figures", reader, "find_figures"),
    ("statements", reader, "find_statements"),
    ("events", reader, "find_events"),
    ("chains", reader, "_with_chain"),
)
"""What each layer is called, and the function that `read` calls for it. None of them calls another."""

REST = "the rest"


@contextmanager
def clocked(steps: Steps = STEPS) -> Iterator[dict[str, float]]:
    """Seconds of processor time by layer, of all that is read meanwhile."""
    spent = {layer: 0.0 for layer, _, _ in steps}
    functions = [getattr(module, name) for _, module, name in steps]
    for (layer, module, name), function in zip(steps, functions, strict=True):
        setattr(module, name, _timed(function, layer, spent))
    try:
        yield spent
    finally:
        for (_, module, name), function in zip(steps, functions, strict=True):
            setattr(module, name, function)


def _timed(function: Callable[..., Any], layer: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(function)
    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[layer] += time.process_time() - started

    return timed
