"""What a source published, byte for byte, with where and when it was seen."""

import hashlib
from typing import Literal

from tawatur.model import Record

Media = Literal["text", "html", "mhtml", "pdf", "docx", "article"]
"""What the bytes of a snapshot are; an `article` is one JSON object: a line of JSON Lines, or a row of a table by its column names."""


class Snapshot(Record, frozen=True):
    """`source` is the path or URL it came from, `where` names it in messages (`path`, `path:line`, `archive!member`).

    `url` is the address that gave these bytes, known for what was fetched or came out of a web archive; `seen_at` when they were seen
    there, in UTC to the second (`2020-03-14T09:30:00Z`): the time of fetching, of capture, or of saving. `headers` are those of the
    response. `is_live`: seen by this computer's own clock, a moment ago. `columns`: of a table's row, which of its columns hold what, as
    far as their names tell: `(("النص", "text"),)`.
    """

    source: str
    where: str
    media: Media
    content: bytes
    url: str | None = None
    seen_at: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    is_live: bool = False
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()
