"""Keeping secrets out of messages and of the ledger: what an address or a header may show."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

_SECRET = (
    r"token|secret|passw|pwd|api-?_?key|access-?_?key|auth|credential|signature|session|csrf|xsrf|cookie|jwt|otp"
    r"|^(?:key|sig|sid|code|pass|hmac|hash)$"
)
_SECRET_NAME = re.compile(_SECRET, re.IGNORECASE)
_SECRET_HEADER = re.compile("cookie|authori[sz]ation|authenticat|token|secret|session|csrf|xsrf|api-?key|credential", re.IGNORECASE)
_PAIR = re.compile(r"(?<![^=?&;#\s])([^=?&;#\s]+)=([^&;#\s]+)")
_QUERY = re.compile("[?#]")
_ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")
_USERINFO = re.compile(r"//[^/?#\s]*@")
_RANDOM = re.compile(r"(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9_+/.~-]{32,}=*")
_LONGEST = 300
_READ = 8 * _LONGEST


def masked(url: str) -> str:
    """The address for a message: one readable line, without user names, passwords, and what looks like a token in its query."""
    url = url[:_READ]
    cut = _QUERY.search(url)
    head, query = (url[: cut.start()], url[cut.start() :]) if cut else (url, "")
    return shown(_ENCODED.sub(_decoded, _USERINFO.sub("//…@", head) + _PAIR.sub(_masked_pair, query)))


def _decoded(letters: re.Match[str]) -> str:
    """Letters beyond ASCII as letters, where they are UTF-8."""
    try:
        return unquote(letters.group(), errors="strict")
    except UnicodeDecodeError:
        return letters.group()


def _masked_pair(pair: re.Match[str]) -> str:
    name, value = pair.groups()
    is_secret = _SECRET_NAME.search(name) or _RANDOM.fullmatch(value)
    return f"{name}=…" if is_secret else pair.group()


def shown(text: str) -> str:
    """Foreign text for a message: one line of printable characters, shortened."""
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short)


def kept_headers(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The headers but for those that carry cookies, credentials or tokens; folded values on one line."""
    return tuple((name, " ".join(value.split())) for name, value in headers if not _SECRET_HEADER.search(name))
