"""Web addresses, in the form in which two of them are compared: one page may be linked in many spellings (RFC 3986, section 6)."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_ga|ocid|at_(?:medium|campaign)|ref_src")
"""Parameters that say how a reader came to a page, and never which page it is."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000


def comparable(url: str | None) -> str | None:
    """The address without scheme, `www.`, default port, tracking, fragment and last slash, its letters and escapes in one spelling.

    None for what is no web address, and for a site's front page, which is no report's own address.
    """
    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        host = _host(parts)
        path = quote(unquote(parts.path, errors="strict"), safe="/~!$&'()*+,;=:@").rstrip("/")
        query = urlencode(sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])))
    except ValueError:
        return None
    if parts.scheme.lower() not in _DEFAULT_PORTS or not host or not (path or query):
        return None
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _host(parts: SplitResult) -> str:
    """The name in its ASCII form, with a port that is not the scheme's own. Raises ValueError."""
    name = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if not name.isascii():
        name = name.encode("idna").decode("ascii")
    return f"{name}:{parts.port}" if parts.port not in (None, _DEFAULT_PORTS.get(parts.scheme.lower())) else name
