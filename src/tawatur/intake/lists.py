"""Lists of sources: a path or an address a line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.decode import decode
from tawatur.intake.files import contents

_INVISIBLE = "\ufeff\u200e\u200f\u202a\u202b\u202c"
"""Marks of byte order and direction, which come along when Arabic pages are copied from."""


def listed(lists: Iterable[str | Path]) -> Iterator[str | InputError]:
    """The sources named in the files (`-` is standard input), in order; paths are as if typed. Lines that begin with # are comments.

    A list that cannot be read, and a line beyond all measure, come out as InputErrors.
    """
    for path in lists:
        try:
            text = decode(contents(path, limits.ARTICLE), str(path))
        except InputError as error:
            yield error
            continue
        for number, line in enumerate(text.splitlines(), 1):
            source = line.strip().strip(_INVISIBLE).strip()
            if len(source) > limits.LINE or "\0" in source or source == "-":
                yield InputError(f"{path}:{number}", "is no path and no address", "write one a line")
            elif source and not source.startswith("#"):
                yield source
