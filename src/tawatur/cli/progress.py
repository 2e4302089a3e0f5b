"""A count on standard error while work goes on, when someone is watching."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


def watched(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The items, counted on the terminal as they pass; silent when standard error is no terminal."""
    with counted(label) as tick:
        for item in items:
            yield item
            tick()


@contextmanager
def counted(label: str) -> Iterator[Callable[[], object]]:
    """Gives what is to be called after each piece of work, and counts the calls on the terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.description} {task.completed}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=None)
        yield lambda: progress.advance(task)
