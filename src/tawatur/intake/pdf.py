"""PDF to text, with Arabic in the order it is read.

What counts is where letters stand on the page, not the order or direction in which a program wrote them: both orders that PDFs of Arabic
come in, logical and visual, look alike on paper.
"""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.page import Page
from tawatur.intake.page_metadata import PageMetadata
from tawatur.intake.pdf_columns import Line, lines
from tawatur.intake.pdf_glyphs import UNKNOWN, GlyphReader, TooMuchError
from tawatur.intake.pdf_layout import Row, rows
from tawatur.intake.pdf_paragraphs import Paragraph, paragraphs, without_running_heads
from tawatur.intake.titles import believable
from tawatur.intake.visual_order import is_right_to_left, reading_order, reads_backwards, shapes

_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": limits.PAPER_STREAM,
    "lzw_maximum_output_length": limits.PAPER_STREAM,
    "run_length_maximum_output_length": limits.PAPER_STREAM,
    "array_based_stream_maximum_output_length": limits.PAPER_STREAM,
    "stream_decoding_work_maximum_length": 4 * limits.PAPER_STREAM,
    "stream_parsing_work_maximum_count": limits.PAPER_TOKENS,
}
"""pypdf bounds the rest itself: depth, loops, counts of objects."""

_MOST_TRIED = 100
"""Objects looked at for the root of a file that does not name it; to look for one may take a search of the whole file."""

_HEADING = 1.2
_MOST_UNKNOWN = 0.25

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings of damage that it can mend are not for our users


def read_pdf(content: bytes, where: str) -> Page:
    """The text of all pages, a paragraph a line, and the title.

    No date: a PDF's dates are those of making the file, not of publishing. Raises InputError for a scan, which has no text; for what is
    locked, damaged, or larger than any report.
    """
    try:
        with apply_configuration(**_LIMITS):
            reader = PdfReader(BytesIO(content), root_object_recovery_limit=_MOST_TRIED)
            pages = _rows(reader)
            stated = _stated_title(reader)
    except InputError:
        raise
    except FileNotDecryptedError as fault:
        raise InputError(where, "is a PDF locked with a password", "save it again without one") from fault
    except DependencyError as fault:
        raise InputError(where, "is a PDF packed or locked in a way that is not known here", "print it to a new PDF") from fault
    except TooMuchError as fault:
        raise InputError(where, f"is a PDF of {fault}", "give the pages of the report only") from fault
    except Exception as fault:  # a hostile file makes a parser fail in any way
        raise InputError(where, f"is a damaged PDF ({_told(fault)})", "fetch it again") from fault
    _refuse_unknown(pages, where)
    found = _paragraphs(pages)
    if not any(paragraph.text.strip() for paragraph in found):
        raise InputError(where, "is a PDF of pictures, a scan without text", "recognise its text first (OCR)")
    return Page("\n".join(paragraph.text for paragraph in found), PageMetadata(title=stated or _heading(found)))


def _told(fault: Exception) -> str:
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:120]


def _rows(reader: PdfReader) -> list[list[Row]]:
    """The rows of every page. Raises TooMuchError."""
    count = len(reader.pages)
    if count > limits.PAPER_PAGES:
        raise TooMuchError(f"{count:,} pages, more than {limits.PAPER_PAGES:,}")
    pages: list[list[Row]] = []
    glyph_reader = GlyphReader(reader)
    characters = 0
    for page in reader.pages:
        glyphs = glyph_reader.read(page)
        characters += sum(len(glyph.text) for glyph in glyphs)
        if characters > limits.PAPER_CHARACTERS:
            raise TooMuchError(f"more than {limits.PAPER_CHARACTERS:,} characters")
        pages.append(rows(glyphs))
    return pages


def _refuse_unknown(pages: list[list[Row]], where: str) -> None:
    pieces = [piece for page in pages for row in page for piece in row.pieces]
    if pieces.count(UNKNOWN) > _MOST_UNKNOWN * len(pieces):
        raise InputError(where, "is a PDF whose fonts do not say what their letters are", "recognise its text first (OCR)")


def _paragraphs(pages: list[list[Row]]) -> list[Paragraph]:
    right_to_left = is_right_to_left(piece for page in pages for row in page for piece in row.pieces)
    found: list[Line] = []
    for page in without_running_heads(pages):
        found += lines(page, found[-1].column + 1 if found else 0, right_to_left=right_to_left)
    return paragraphs(found, list(_texts(found, right_to_left=right_to_left)), right_to_left=right_to_left)


def _texts(found: list[Line], *, right_to_left: bool) -> Iterator[str]:
    """What the lines say. Where Arabic drawn the wrong way round would stand backwards, it is taken as drawn."""
    drawn = [line.row.pieces for line in found]
    if not right_to_left:
        yield from ("".join(pieces) for pieces in drawn)
        return
    turned = shapes(drawn)
    read = [reading_order(pieces, turned=turned) for pieces in drawn]
    yield from ("".join(pieces) for pieces in drawn) if reads_backwards("\n".join(read)) else read


def _stated_title(reader: PdfReader) -> str | None:
    """The title of the document information, or of its XMP packet."""
    titles = [reader.metadata.title] if reader.metadata else []
    packet = reader.xmp_metadata
    titles += (packet.dc_title or {}).values() if packet else ()
    return next((line for title in titles if (line := believable(title))), None)


def _heading(found: list[Paragraph]) -> str | None:
    """The largest letters of the first columns, when they are larger than those of most text."""
    usual = max(found, key=lambda paragraph: len(paragraph.text)).size
    first = [paragraph for paragraph in found if paragraph.column <= found[0].column + 1]
    largest = max(first, key=lambda paragraph: paragraph.size)
    return believable(largest.text) if largest.size > _HEADING * usual else None
