"""The page of one document: the report with all that was read from it marked, where it came from, its text family and its versions."""

import re
from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from tawatur.errors import NotFoundError
from tawatur.ledger.dossiers import Dossier, content, dossier, state
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import Version, reading_of
from tawatur.model import Reading, Span
from tawatur.page.cards import LAYERS
from tawatur.page.cutting import ASIDE
from tawatur.page.render import report
from tawatur.web.document_changes import changes
from tawatur.web.document_links import onward
from tawatur.web.given import GivenIdentifier, GivenLedgers, GivenViewer
from tawatur.web.viewer import Viewer

_PAIR = re.compile(r"\s*(\d{1,9})\s*[-–]\s*(\d{1,9})\s*")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_DOWNLOAD = {
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
}


@get("/documents/{name:path}", sync_to_thread=True)
def document(
    identifier: GivenIdentifier, viewer: GivenViewer, ledgers: GivenLedgers, at: FromQuery[str] = "", version: FromQuery[str] = "",
    compare: FromQuery[str] = "", original: FromQuery[str] = "",
) -> Response[Any]:  # fmt: skip
    """`at=START-END` lights characters; `version=2` shows an earlier text, `compare=1-2` what changed; `original=SHA256` gives bytes."""
    with ledgers.reading() as ledger:
        if original:
            return _download(identifier, original, content(ledger, identifier, original))
        found = dossier(ledger, identifier)
        if compare:
            return _comparison(viewer, ledger, found, compare)
        return viewer.page("document.html", _page(viewer, ledger, found, _span(at), version))


def _page(viewer: Viewer, ledger: Ledger, found: Dossier, lit: Span | None, version: str) -> dict[str, Any]:
    shown = _version(found, version) if version else found.versions[-1]
    reading = found.reading if shown.is_current else reading_of(ledger, found.document, shown.sha256)
    view = report(reading, viewer.say, "", lit) if reading else None
    is_current = shown.is_current and reading is not None
    return {
        "found": found, "shown": shown, "report": view, "reading": reading, "state": state(ledger, found), "layers": LAYERS,
        "counts": {layer: len(view.cards.layers[layer]) for layer in LAYERS} if view else {},
        "has_aside": reading is not None and any(zone.kind in ASIDE for zone in reading.document.zones),
        "is_lit": lit is not None and reading is not None and lit.end <= len(reading.document.text),
        "onward": onward(viewer, ledger, found, reading, view) if is_current and reading and view else {},
        "number_of": _numbers(found),
    }  # fmt: skip


def _comparison(viewer: Viewer, ledger: Ledger, found: Dossier, compare: str) -> Response[Any]:
    pair = _PAIR.fullmatch(compare)
    if not pair:
        raise NotFoundError(f"{compare}: is no pair of versions; write them as 1-2")
    one, other = (_version(found, number) for number in pair.groups())
    old, new = (_reading(ledger, found, version) for version in (one, other))
    return viewer.page("document_versions.html", {"found": found, "one": one, "other": other, **changes(old, new, viewer.say)})


def _reading(ledger: Ledger, found: Dossier, version: Version) -> Reading:
    return found.reading if version.is_current and found.reading else reading_of(ledger, found.document, version.sha256)


def _version(found: Dossier, number: str) -> Version:
    """Raises NotFoundError."""
    for version in found.versions:
        if number.isdecimal() and int(number) == version.number:
            return version
    raise NotFoundError(f"{found.document}: has no version {number}; the versions are 1 to {len(found.versions)}")


def _numbers(found: Dossier) -> dict[str, int]:
    """By the moment and the hash of each capture, the number of the version that it has."""
    starts = {version.seen_at + version.sha256: version.number for version in found.versions}
    numbers, number = {}, 1
    for one in found.captures:
        number = starts.get(one.seen_at + one.sha256, number)
        numbers[one.seen_at + one.sha256] = number
    return numbers


def _span(at: str) -> Span | None:
    """Characters named as `10-14`, in any digits; nothing for words that name none."""
    pair = _PAIR.fullmatch(at)
    return Span(int(pair[1]), int(pair[2])) if pair and int(pair[1]) < int(pair[2]) else None


def _download(identifier: str, sha256: str, content: bytes) -> Response[bytes]:
    """The original bytes, which no browser shall show: they are from outside."""
    name = _UNSAFE.sub("-", identifier).strip("-.")[:80] or "document"
    headers = {**_DOWNLOAD, "content-disposition": f'attachment; filename="{name}-{sha256[:12]}.bin"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


HANDLERS = [document]
