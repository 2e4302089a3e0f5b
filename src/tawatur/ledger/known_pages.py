"""What servers said of the pages that a ledger holds, to ask them only for what has changed."""

from collections.abc import Iterable

from tawatur.fetching import Validators
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import unpack_headers

_LAST = "SELECT headers FROM captures WHERE source = ? ORDER BY seen_at DESC, sha256 DESC LIMIT 1"


def known_pages(ledger: Ledger, urls: Iterable[str]) -> dict[str, Validators]:
    """By address, the validators of its last capture, for the addresses that have any."""
    found = {url: Validators.among(unpack_headers(ledger.value(_LAST, url))) for url in urls}
    return {url: one for url, one in found.items() if one != Validators()}
