"""What an answer from the web holds: the entries of a feed, or a report."""

from collections.abc import Iterable, Iterator

from tawatur.errors import InputError
from tawatur.fetching import Response
from tawatur.intake import Snapshot
from tawatur.intake.box import Box, Options
from tawatur.intake.feeds import Entry, read_feed, read_sitemap
from tawatur.intake.limits import FEED
from tawatur.intake.links import at_addresses
from tawatur.intake.opening import opened
from tawatur.intake.sniff import sniff

_FROM_A_FEED = 2
"""Links from the list of lists to what a feed names: a report, and no further feed."""


class _Answered:
    """A web that holds one answer."""

    def __init__(self, answer: Response) -> None:
        self.answer = answer

    def fetch_all(self, urls: Iterable[str], /) -> Iterator[object]:
        yield from (self.answer for _ in urls)


def entries(answer: Response) -> list[Entry] | InputError:
    """What a feed or sitemap lists, newest first as far as its dates tell."""
    box = next(_boxes(answer))
    sort = sniff(box.head, box.label.hint).sort
    if sort not in ("feed", "sitemap"):
        what = "is an index of sitemaps" if sort == "sitemaps" else "is no feed and no sitemap"
        return InputError(box.label.where, what, "name one of its sitemaps" if sort == "sitemaps" else "name the feed of the site")
    try:
        found = (read_feed if sort == "feed" else read_sitemap)(box.content(FEED), box.label.where, box.label.url)
    except InputError as fault:
        return fault
    return sorted(found, key=_day, reverse=True)


def _day(entry: Entry) -> str:
    """Sitemaps have dates that compare as text; feeds have others, and list the newest first."""
    return entry.published if entry.published and entry.published[:4].isdigit() else ""


def reports(answer: Response) -> Iterator[Snapshot | InputError]:
    """The report, or what else the page turns out to hold."""
    for box in _boxes(answer):
        yield from opened(box, Options())


def _boxes(answer: Response) -> Iterator[Box]:
    found = at_addresses([answer.url], Options(web=_Answered(answer)), links=_FROM_A_FEED)
    return (box for box in found if isinstance(box, Box))
