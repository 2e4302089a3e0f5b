"""What the status of an answer means for us, and whether and when to ask again (RFC 9110, section 15)."""

from datetime import UTC
from email.utils import parsedate_to_datetime

from tawatur.fetching.exchange import Answer
from tawatur.fetching.faults import CHECK, LATER, FetchError
from tawatur.fetching.machine import Machine
from tawatur.fetching.records import FetchOptions

REDIRECTS = frozenset((301, 302, 303, 307, 308))
_GOOD = REDIRECTS | {200, 304}
_PASSING = frozenset((429, 500, 502, 503, 504))
_MEANINGS = {
    401: "asks for a name and password", 403: "is forbidden", 404: "is not there", 410: "is gone", 429: "is asked too often",
    451: "is withheld by law", 503: "is out of service",
}  # fmt: skip
_FIRST_WAIT_S = 1.0


def checked(answer: Answer, machine: Machine) -> Answer:
    """The answer if it is one to go on with: 200, 304 or a redirect. Raises FetchError for any other status."""
    status = answer.status
    if status in _GOOD:
        return answer
    meaning = _MEANINGS.get(status, "fails at the site" if status >= 500 else "is not given")
    may_pass = status in _PASSING
    wait_s = _retry_after(answer.header("retry-after"), machine) if may_pass else None
    where = answer.target.shown
    raise FetchError(where, f"{meaning} (status {status})", LATER if may_pass else CHECK, status=status, may_pass=may_pass, wait_s=wait_s)


def _retry_after(value: str, machine: Machine) -> float | None:
    """Seconds to wait, said as a number or as a date; None if unsaid or unreadable."""
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        said = parsedate_to_datetime(value)
        return max(0.0, (said.replace(tzinfo=said.tzinfo or UTC) - machine.now()).total_seconds())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def wait_before_next(fault: FetchError, tried: int, options: FetchOptions, machine: Machine) -> float:
    """Seconds until the next try, after `tried` of them: what the site asks for, or doubling, with chance. Raises the fault at the end."""
    if not fault.may_pass or tried > options.retries:
        raise fault
    if fault.wait_s is not None and fault.wait_s > options.max_wait_s:
        raise FetchError(fault.where, f"{fault.what} and asks to wait {fault.wait_s:.0f} s", LATER, status=fault.status)
    backoff = min(_FIRST_WAIT_S * 2.0 ** (tried - 1) * (0.5 + machine.chance()), options.max_wait_s)
    return max(fault.wait_s or 0.0, backoff)
