"""A report whose every name tries to be more than text."""

import json
import re
from pathlib import Path

from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import Stored, store
from tawatur.ledger.deriving import derive
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.ledger.store import Ledger

TITLE = "<script>alert(1)</script> \u202eقصف"
OUTLET = '"onmouseover="alert(2)'
TEXT = "قُتل ثلاثة جنود في قصف على مدينة درنة السبت. وقال المتحدث <img src=x onerror=alert(3)> إن القصف مستمر."
_SIGNS = ("<script>alert", '"onmouseover=', "<img src=x", "\u202e", "javascript:")
_SHUT_UP = re.compile('<bdi class="turn" title="U[+]202E">\u202e</bdi>|value="[^"]*"')
"""Where what turns the direction turns nothing: in an element of its own, and in a field of a form."""


def harm(page: str) -> list[str]:
    """What a page holds as it stands that none may."""
    return [sign for sign in _SIGNS if sign in _SHUT_UP.sub("", page)]


def add_hostile(path: Path) -> None:
    article = {"id": "h/<b>1</b>", "title": TITLE, "text": TEXT, "outlet": OUTLET, "published": "2020-03-15", "url": "javascript:alert(4)"}
    with Ledger(path) as ledger:
        ready = prepare(Task(Snapshot("h.jsonl", "h.jsonl:1", "article", json.dumps(article).encode()), Given()))
        assert isinstance(ready, Prepared)
        assert isinstance(store(ledger, ready), Stored)
        derive(ledger)
