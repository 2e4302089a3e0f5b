"""The worked cases of chains in the folder `chains`, read as accounts and drawn again as chains."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from tawatur.model import Link, LinkKind, Medium
from tawatur.reconciling.accounts import Account, account
from tawatur.reconciling.ids import content_id
from tawatur.reconciling.parties import Party, party

FOLDER = Path(__file__).parent / "chains"
PAGE = Path(__file__).parents[2] / "docs" / "chains.md"
HEADINGS = {
    "relays.txt": "Outlets, agencies and copies",
    "people.txt": "People", "bodies.txt": "Bodies and documents", "nameless.txt": "Nameless sources",
}  # fmt: skip
ARROW = " ← "
_SAME = "same text as "

_INTRODUCTION = """# Worked cases of chains of transmission

How many independent chains stand behind a thing that several accounts tell, at least and at most: the rules are in
[reconciling.md](reconciling.md), the cases in `tests/reconciling/chains`, where a line of text adds one. This page is made from them by
`python -m tests.reconciling.casebook`. Each line of a chain is one account; in parentheses is the body that somebody speaks for, in
brackets what the byline credits or whose text it is. Lines that begin with the same letter are of one report.
"""

_BOUNDS = re.compile(r"at least (\d+), at most (\d+): (.+)", re.DOTALL)
_LINE = re.compile(r"  (?P<report>\w+): (?P<chain>[^\[\]]+?)(?: \[(?P<notes>[^\]]+)\])?")
_LINK = re.compile(r"(?P<kind>\w+) (?P<name>[^()]+?)(?: \((?P<body>[^()]+)\))?(?: in (?P<via>\w+))?")
_KINDS: dict[str, LinkKind] = {
    "outlet": "outlet", "agency": "agency", "person": "person", "body": "organisation", "nameless": "anonymous", "document": "document",
}  # fmt: skip


class Told(NamedTuple):
    """One line of a case: an account as it is written down."""

    report: str
    links: tuple[Link, ...]
    body: str
    notes: str


class Case(NamedTuple):
    title: str
    told: tuple[Told, ...]
    least: int
    most: int
    why: str

    def accounts(self, *, knows_first: bool = True) -> list[Account]:
        """`knows_first`: whether the outlet of the first document of a family is given with the others."""
        return [_account(number, one, self.told, knows_first) for number, one in enumerate(self.told)]

    def drawn(self) -> list[str]:
        """The chains of the case in words, the outlet first, the origin last."""
        return [f"{one.report}: {draw(one.links, one.body, one.notes)}" for one in self.told]


@cache
def cases() -> dict[str, Case]:
    """Every case by its title, file after file."""
    found: dict[str, Case] = {}
    for file in HEADINGS:
        for case in _cases_in(file):
            assert case.title not in found, f"{file}: two cases are called {case.title!r}"
            found[case.title] = case
    return found


def _cases_in(file: str) -> list[Case]:
    return [_case(block) for block in (FOLDER / file).read_text(encoding="utf-8").strip().split("\n\n")]


def page() -> str:
    """The page of the documentation that shows every case."""
    return _INTRODUCTION + "".join(f"\n## {heading}\n{_table(_cases_in(file))}" for file, heading in HEADINGS.items())


def _table(listed: list[Case]) -> str:
    rows = [f"| {case.title} | {'<br>'.join(case.drawn())} | {case.least} | {case.most} | {case.why} |" for case in listed]
    return "\n".join(("| case | chains, the outlet first | at least | at most | why |", "|---|---|---|---|---|", *rows, ""))


def draw(links: tuple[Link, ...], body: str = "", notes: str = "") -> str:
    """«الضفة ← وكالة النخيل ← حازم الراوي (قيادة الجيش)»."""
    return ARROW.join(link.name for link in links) + (f" ({body})" if body else "") + (f" [{notes}]" if notes else "")


def _case(block: str) -> Case:
    title, *lines = block.splitlines()
    told = tuple(_told(line) for line in lines if line.startswith("  "))
    bounds = _BOUNDS.fullmatch(" ".join(line for line in lines if not line.startswith("  ")))
    assert told, f"{title!r} has no accounts"
    assert bounds, f"{title!r} must end with 'at least N, at most M: why'"
    return Case(title, told, int(bounds[1]), int(bounds[2]), bounds[3])


def _told(line: str) -> Told:
    found = _LINE.fullmatch(line)
    assert found, f"not an account: {line!r}"
    links, body = [], ""
    for part in found["chain"].split(ARROW.strip()):
        link = _LINK.fullmatch(part.strip())
        assert link, f"not a link: {part!r} in {line!r}"
        via: Medium | None = next((medium for medium in get_args(Medium) if medium == link["via"]), None)
        links.append(Link(_KINDS[link["kind"]], link["name"], via=via))
        body = link["body"] or body
    return Told(found["report"], tuple(links), body, found["notes"] or "")


def _account(number: int, one: Told, all_told: tuple[Told, ...], knows_first: bool) -> Account:
    home, first = _text_of(one, all_told)
    organisation: Party | None = party(one.body, None) if one.body else None
    credited = tuple(_credited(one.notes))
    return account(f"{one.report}:{number}", one.report, home, one.links, credited, organisation, first if knows_first else None)


def _credited(notes: str) -> Iterator[str]:
    if notes.startswith("credits "):
        yield from notes.removeprefix("credits ").split(", ")


def _text_of(one: Told, all_told: tuple[Told, ...]) -> tuple[str, str | None]:
    """The text that a report carries, and the outlet that had it first."""
    copied = {other.notes.removeprefix(_SAME) for other in all_told if other.notes.startswith(_SAME)}
    first = one.notes.removeprefix(_SAME) if one.notes.startswith(_SAME) else one.report
    if first in copied:
        return content_id("family", first), next(other.links[0].name for other in all_told if other.report == first)
    return (one.notes, None) if one.notes.startswith("text ") else (one.report, None)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
