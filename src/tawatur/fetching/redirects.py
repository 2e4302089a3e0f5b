"""Where a redirect may lead: every hop is an address like any other, to be checked anew."""

from collections.abc import Sequence

from tawatur.fetching.faults import CHECK, FetchError
from tawatur.fetching.targets import Target, join_target


def next_target(way: Sequence[Target], location: str, most: int) -> Target:
    """The address after the last of the way. Raises FetchError for a circle, too many hops, none, or one from https to http."""
    first, last = way[0], way[-1]
    if not location:
        raise FetchError(last.shown, "redirects without saying where to", CHECK)
    target = join_target(last, location)
    if target in way:
        raise FetchError(first.shown, f"leads in a circle, back to {target.shown}", "open and save it yourself; it may ask for cookies")
    if len(way) > most:
        raise FetchError(first.shown, f"redirects more than {most} times", CHECK)
    if last.scheme == "https" and target.scheme == "http":
        raise FetchError(first.shown, f"leads from https down to {target.shown}", "give that address itself, if an insecure one will do")
    return target
