"""Every limit on what comes in, in one place, with its reason; and streams that hold to them while they unpack."""

import zlib
from collections.abc import Callable
from io import RawIOBase
from typing import Any, Protocol
from zipfile import BadZipFile

from tawatur.errors import InputError

KIB, MIB, GIB = 2**10, 2**20, 2**30

HEAD = 64 * KIB
"""Looked at to tell what bytes are: room for a long licence comment before a page's first tag, and for a table's first lines."""
ARTICLE = 16 * MIB
"""The largest text, page, article line or table cell: the longest news page measured is under 4 MiB."""
PAPER = 64 * MIB
"""The largest PDF, Word document or web page saved with its pictures."""
SITEMAP = 50 * MIB
"""The largest sitemap: what sitemaps.org allows."""
LINKS = 50_000
"""Of one sitemap: what sitemaps.org allows."""
FEED, ENTRIES = 8 * MIB, 10_000
"""The largest feed: those of news have some hundred entries; one of this size that is all damage takes the library half a minute."""
SPOOL = 4 * GIB
"""An archive within an archive, or from standard input, is first copied to the disk: at most so much."""
DIRECTORY = 32 * MIB
"""A zip's table of contents, held in memory: some 300,000 members."""
DEPTH = 4
"""Boxes in boxes: a zip of WACZ files of compressed WARC files is four deep."""
FREE, RATIO = 64 * MIB, 200
"""What unpacks to more than FREE and to more than RATIO times its size is a bomb: text packs to a tenth, DEFLATE can reach 1,032."""
UNPACKED = 1024 * GIB
"""All that one named source may unpack to, over all depths: many times the largest crawl one laptop holds."""
WORKBOOK = 512 * MIB
"""All that a spreadsheet may unpack to: its strings are held in memory."""
SHEET_ROWS, COLUMNS = 1_048_576, 1_000
"""Of a table. Excel has so many rows; a table of a thousand columns is no table of reports."""
PAPER_PAGES, PAPER_CHARACTERS = 1_000, 2_000_000
"""Of a PDF: the pages of a thick report, and about the characters on a thousand pages of a book."""
PAPER_OPERATIONS = 3_000_000
"""Of a PDF; each moves, draws or marks something. A page of text has some thousands, a map may have a hundred thousand."""
PAPER_STREAM, PAPER_TOKENS = 16 * MIB, 1_000_000
"""What one stream of a PDF may unpack to, and hold: enough for the largest map."""
PAPER_GLYPHS, PAPER_ROWS = 200_000, 1_000
"""On one page: a full newspaper page has some 20,000 glyphs; one of classified advertisements, some hundreds of rows."""
OFFICE, OFFICE_PART, OFFICE_PARTS = 64 * MIB, 16 * MIB, 5_000
"""What a Word document may unpack to, mostly pictures; one part of it, of which XML takes twenty times as much in memory; and its parts."""
HEADERS = 1 * MIB
"""Of one record of a web archive."""
ELEMENTS, NESTED = 60_000, 240
"""Of a web page, read in some ten seconds: a front page of a large outlet has some 5,000 elements. And how deep they may lie in each other:
what follows works its way down, and libxml2 gives up at 2,048."""
LINE = 4 * KIB
"""Of a list of links: browsers and servers take no longer address."""

_STEP = 64 * KIB


class Budget:
    """What one named source may still unpack to, shared by all that is found inside it."""

    def __init__(self, size: int = UNPACKED) -> None:
        self.left = size

    def take(self, count: int, where: str) -> None:
        self.left -= count
        if self.is_spent:
            raise InputError(where, "unpacks to more than is read from one source", "unpack it, and add its parts one by one")

    @property
    def is_spent(self) -> bool:
        return self.left < 0


class Readable(Protocol):
    """What bytes can be read from; with a count, no more than that come at a time."""

    def read(self, count: int = -1, /) -> bytes: ...


class Unpacked(RawIOBase):
    """A stream as it unpacks. `read` gives a step of it, no more than so many bytes, and `packed` how many packed ones were used so far.

    Reading raises InputError for a bomb, for damage, and for a stream that is cut short.
    """

    def __init__(self, read: Callable[[int], bytes], packed: Callable[[], int], where: str, budget: Budget) -> None:
        self._read, self._packed, self._where, self._budget = read, packed, where, budget
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._read(min(len(buffer), _STEP))
        except EOFError:
            raise InputError(self._where, "is cut short", "fetch it again") from None
        except (OSError, BadZipFile, zlib.error, ValueError, RuntimeError) as fault:
            raise InputError(self._where, f"is damaged ({fault})", "fetch it again") from fault
        self._count += len(data)
        self._budget.take(len(data), self._where)
        if self._count > FREE and self._count > RATIO * self._packed():
            raise InputError(self._where, f"unpacks to more than {RATIO} times its size, as bombs do", "unpack it, and look what it is")
        buffer[: len(data)] = data
        return len(data)


def too_large(where: str, limit: int) -> InputError:
    return InputError(where, f"is larger than {limit // MIB} MiB", "split it into single articles")
