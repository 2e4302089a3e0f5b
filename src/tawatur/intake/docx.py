"""Word documents (.docx, ISO/IEC 29500 transitional) to text: paragraphs, tables, notes; changes as if all were accepted."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.page import Page
from tawatur.intake.page_metadata import PageMetadata
from tawatur.intake.titles import believable

_LEFT_OUT = frozenset(map(qn, ("w:del", "w:moveFrom"))) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT_BOX = qn("w:txbxContent")
_TITLE_STYLES = frozenset(("Title", "Heading 1"))
_TOP = 20
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)


def read_docx(content: bytes, where: str) -> Page:
    """The text, a paragraph a line, a table's row a line with tabs between its cells; footnotes and endnotes after it; and the title.

    No date: those in the file are of its making, not of publishing. Raises InputError for what is no Word document, or unpacks too large.
    """
    try:
        _refuse_bombs(content, where)
        document = Document(BytesIO(content))
        lines = [line for block in _stories(document) for line in block.splitlines() if line.strip()]
        title = believable(document.core_properties.title) or _headline(document)
    except InputError:
        raise
    except Exception as fault:  # a hostile file makes a parser fail in any way
        told = " ".join(f"{type(fault).__name__}: {fault}".split())[:120]
        raise InputError(where, f"is a damaged Word document ({told})", "open it in Word and save it again as .docx") from fault
    if not lines:
        raise InputError(where, "is a Word document without text", "leave it out, or recognise the text of its pictures first (OCR)")
    return Page("\n".join(line.strip() for line in lines), PageMetadata(title=title))


def _refuse_bombs(content: bytes, where: str) -> None:
    with ZipFile(BytesIO(content)) as package:
        sizes = [part.file_size for part in package.infolist()]
    if len(sizes) > limits.OFFICE_PARTS or sum(sizes) > limits.OFFICE or max(sizes, default=0) > limits.OFFICE_PART:
        most = f"{limits.OFFICE_PARTS:,} parts, {limits.OFFICE // limits.MIB} MiB, or {limits.OFFICE_PART // limits.MIB} MiB in one part"
        raise InputError(where, f"unpacks to more than {most}", "save its text as .txt")


def _stories(document: Any) -> Iterator[str]:
    """The body's blocks, then those of the notes."""
    yield from _blocks(document.element.body)
    for relation in document.part.rels.values():
        if relation.reltype in _NOTES and not relation.is_external:
            yield from _blocks(parse_xml(relation.target_part.blob))


def _blocks(element: Any) -> Iterator[str]:
    """The text of every paragraph and table row within an element, in order; what was deleted is left out."""
    for child in element:
        if child.tag == qn("w:p"):
            yield _text(child)
            for box in _text_boxes(child):
                yield from _blocks(box)
        elif child.tag == qn("w:tr"):
            yield from _cells(child)
        elif child.tag not in _LEFT_OUT and len(child):
            yield from _blocks(child)


def _text_boxes(element: Any) -> Iterator[Any]:
    """The outermost text boxes within a paragraph."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _text_boxes(child)


def _cells(row: Any) -> list[str]:
    """One line for a row of short cells; the paragraphs themselves where a table only lays out the page."""
    cells = [[line for block in _blocks(cell) for line in block.splitlines() if line.strip()] for cell in row.iterchildren(qn("w:tc"))]
    if all(len(cell) < 2 for cell in cells):
        return ["\t".join(line.strip() for cell in cells for line in cell)]
    return [line for cell in cells for line in cell]


def _text(paragraph: Any) -> str:
    """The words of a paragraph: not what was deleted, moved away or hidden, nor its text boxes, which are paragraphs of their own."""
    parts: list[str] = []
    for child in paragraph:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in _LEFT_OUT and child.tag not in (_TEXT_BOX, qn("w:pPr")) and not _is_hidden(child):
            parts.append(_text(child))
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") if run.tag == qn("w:r") else None
    return vanish is not None and vanish.get(qn("w:val")) not in ("0", "false", "off")


def _headline(document: Any) -> str | None:
    """The first paragraph in a title's style, near the top."""
    headlines = (paragraph for paragraph in document.paragraphs[:_TOP] if paragraph.style and paragraph.style.name in _TITLE_STYLES)
    return next((title for paragraph in headlines if (title := believable(_text(paragraph._p)))), None)
