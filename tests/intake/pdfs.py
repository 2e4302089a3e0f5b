"""PDFs written by hand for tests: pages of a content stream each, with one font whose codes are UTF-16."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

WIDTH, HEIGHT = 300, 400
ADVANCE = 0.5
"""Of every glyph, for letters of size 1."""


def pdf(
    *contents: str,
    title: str | None = None,
    password: str | None = None,
    algorithm: str = "AES-256",
    rotate: int = 0,
    forms: Sequence[str] = (),
) -> bytes:
    """A PDF with a page for each content stream; `forms` are drawn by `/X0 Do`, `/X1 Do` …"""
    writer = PdfWriter()
    font = writer._add_object(_font(writer))
    resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    drawn = {NameObject(f"/X{place}"): writer._add_object(_form(form, resources)) for place, form in enumerate(forms)}
    resources[NameObject("/XObject")] = DictionaryObject(drawn)
    for content in contents:
        page = writer.add_blank_page(WIDTH, HEIGHT)
        page[NameObject("/Resources")] = resources
        page[NameObject("/Contents")] = writer._add_object(_stream(content))
        if rotate:
            page[NameObject("/Rotate")] = NumberObject(rotate)
    if title:
        writer.add_metadata({"/Title": title, "/CreationDate": "D:20200314120000Z"})
    if password is not None:
        writer.encrypt(password, "owner", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def shown(text: str, x: float, y: float, size: float = 10) -> str:
    """Operators that draw a text from left to right as it stands."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm {code(text)} Tj ET\n"


def code(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}>"


def seen(text: str, right: float, y: float, size: float = 10) -> str:
    """Operators that draw a right-to-left text without numbers as it is seen: turned around, before a right edge."""
    return shown(text[::-1], right - len(text) * ADVANCE * size, y, size)


def reader(*contents: str, forms: Sequence[str] = ()) -> PdfReader:
    return PdfReader(BytesIO(pdf(*contents, forms=forms)))


def _stream(content: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content.encode("latin-1"))
    return stream


def _form(content: str, resources: DictionaryObject) -> DecodedStreamObject:
    form = _stream(content)
    box = ArrayObject([NumberObject(0), NumberObject(0), NumberObject(WIDTH), NumberObject(HEIGHT)])
    form.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): box, NameObject("/Resources"): resources})
    return form


def _font(writer: PdfWriter) -> DictionaryObject:
    ranges = "<0020> <07FF> <0020>\n<FB50> <FEFF> <FB50>"
    cmap = f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfrange\n{ranges}\nendbfrange\nendcmap"
    system = {"/Registry": TextStringObject("Adobe"), "/Ordering": TextStringObject("Identity"), "/Supplement": NumberObject(0)}
    descendant = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Test"),
            NameObject("/CIDSystemInfo"): DictionaryObject({NameObject(key): value for key, value in system.items()}),
            NameObject("/DW"): NumberObject(int(ADVANCE * 1000)),
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Test"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([writer._add_object(descendant)]),
            NameObject("/ToUnicode"): writer._add_object(_stream(cmap)),
        }
    )
