"""How a name is spelt in the text: without the conjunction or preposition written on it, without its article."""

from typing import NamedTuple

from tawatur.reading.gazetteer import PLACES
from tawatur.reading.scan import Scan

_NAMING = frozenset(("actors", "people", "outlets", *PLACES, "bodies", "placeheads", "directions", "titles", "given_names", "weapons"))


class Candidate(NamedTuple):
    """A name over tokens `first` up to `stop`; `known` when a pack gave it its id."""

    first: int
    stop: int
    kind: str
    name: str
    id: str | None
    known: bool


def proclitic(scan: Scan, i: int) -> str:
    """The conjunction or preposition written on the first word of a name, if the word is no name with it."""
    pro = ""
    for hit in scan.hits[i]:
        if hit.entry.layer in _NAMING:
            if not hit.pro:
                return ""
            pro = pro or hit.pro
    return pro


def bare(scan: Scan, i: int) -> str:
    """The word without its article and what is written before it."""
    form, pro = scan.tokens.forms[i], proclitic(scan, i)
    if pro.endswith("ل") and form.startswith(pro + "ل"):
        return form[len(pro) + 1 :]
    return form[len(pro) :].removeprefix("ال")


def plain(scan: Scan, first: int, stop: int) -> str:
    """The words without quote marks, hashtags or a leading conjunction."""
    parts = [scan.text[scan.tokens.starts[i] : scan.tokens.ends[i]] for i in range(first, stop)]
    pro = proclitic(scan, first)
    if pro.endswith("ل") and parts[0].startswith(pro + "ل"):
        parts[0] = "ا" + parts[0][len(pro) :]
    elif pro and parts[0].startswith(pro):
        parts[0] = parts[0][len(pro) :]
    return " ".join(parts)
