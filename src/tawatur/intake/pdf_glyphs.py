"""The glyphs of a PDF's page: what each stands for, and where it stands (ISO 32000-1, 8.3.4 and 9.4).

pypdf reads objects, streams and fonts; the text operators are followed here, because its own text turns right-to-left runs around before
their places are known.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject
from pypdf.generic._font import Font

from tawatur.intake import limits
from tawatur.intake.visual_order import letters, letters_of_glyph

UNKNOWN = "\ufffd"
"""The text of a glyph whose font does not say what it stands for."""

_BREAK = re.compile(r"\s")
_DEEPEST_FORM = 8
_MOST_ASKEW = 0.2
_UNMOVED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


class TooMuchError(ValueError):
    """More in a file than any report holds."""


class Glyph(NamedTuple):
    """`text` is what it stands for, in reading order; lengths are in points. `quarter`: turned by so many quarters of a circle.

    `left`, `right` and `baseline` are as seen by one who has turned the page upright for this glyph.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    quarter: int


class _Typeface:
    """A font: character codes to what they stand for and how far they advance, in text space for a font of size 1.

    A font of glyph numbers that does not say what they stand for gives U+FFFD for each.
    """

    def __init__(self, resource: DictionaryObject) -> None:
        self._font = Font.from_font_resource(resource)
        self._is_wide = isinstance(self._font.encoding, str)
        self._is_mute = not self._font.interpretable or (self._is_wide and not self._font.character_map)
        matrix = resource.get("/FontMatrix") if self._font.sub_type == "Type3" else None
        self.unit = abs(float(matrix[0])) if isinstance(matrix, ArrayObject) and len(matrix) == 6 else 0.001

    def read(self, shown: bytes) -> Iterator[tuple[str, float, bool]]:
        """What each code stands for, its advance, and whether it is a space of one byte, which word spacing widens."""
        font = self._font
        codes = self._wide(shown) if self._is_wide else [chr(byte) for byte in shown]
        for code in codes:
            char = code if self._is_wide else font.encoding.get(ord(code), code)  # type: ignore[union-attr]
            width = font.character_widths.get(code, font.character_widths["default"])
            text = UNKNOWN if self._is_mute else letters_of_glyph(font.character_map.get(char, char))
            yield text, float(width) * self.unit, code == " " and not self._is_wide

    def _wide(self, shown: bytes) -> Sequence[str]:
        if self._font.encoding == "utf-16-be":
            return [chr(shown[at] << 8 | shown[at + 1]) for at in range(0, len(shown) - 1, 2)]
        return shown.decode(str(self._font.encoding), "replace")


class _Text(NamedTuple):
    """The text state, saved and restored with the graphics state."""

    placed: Matrix = _UNMOVED
    face: _Typeface | None = None
    size: float = 1.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


class GlyphReader:
    """Reads the pages of one PDF; fonts are read once."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._glyphs: list[Glyph] = []
        self._faces: dict[int, tuple[Any, _Typeface | None]] = {}
        self._operations = 0

    def read(self, page: PageObject) -> list[Glyph]:
        """The glyphs of a page in the order they are drawn. Raises TooMuchError, and whatever pypdf raises on damaged files."""
        self._glyphs = []
        content = page.get_contents()
        if content is not None:
            self._follow(content, _resolved(page.get_inherited("/Resources", DictionaryObject())), _UNMOVED, 0)
        return self._glyphs

    def _follow(self, content: ContentStream, resources: Any, placed: Matrix, depth: int) -> None:
        drawing = _Drawing(self, resources, placed, depth)
        self._operations += len(content.operations)
        if self._operations > limits.PAPER_OPERATIONS:
            raise TooMuchError(f"more than {limits.PAPER_OPERATIONS:,} operations")
        for operands, operator in content.operations:
            act = _OPERATORS.get(operator)
            if act:
                try:
                    act(drawing, operands)
                except (IndexError, TypeError, KeyError):
                    continue  # an operator without its operands does nothing

    def add(self, glyph: Glyph) -> None:
        if len(self._glyphs) >= limits.PAPER_GLYPHS:
            raise TooMuchError(f"more than {limits.PAPER_GLYPHS:,} glyphs on one page")
        self._glyphs.append(glyph)

    def count(self) -> int:
        return len(self._glyphs)

    def replace(self, start: int, text: str) -> None:
        """Lets the glyphs from `start` on stand for a text together, when they stand on one line."""
        glyphs = self._glyphs[start:]
        if not glyphs:
            return
        before = self._glyphs[start - 1] if start else glyphs[-1]  # stands on the line, where marks may not
        letter = min(glyphs, key=lambda glyph: abs(glyph.baseline - before.baseline))
        if any(abs(glyph.baseline - letter.baseline) > glyph.size for glyph in glyphs):
            return
        left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
        self._glyphs[start:] = [letter._replace(text=letters(_BREAK.sub(" ", text)), left=left, right=right)]

    def face(self, resources: Any, name: str) -> _Typeface | None:
        """The font of a name, or None where there is none."""
        fonts = _resolved(resources.get("/Font"))
        resource = _resolved(fonts.get(name)) if isinstance(fonts, DictionaryObject) else None
        if id(resource) not in self._faces:
            self._faces[id(resource)] = resource, _Typeface(resource) if isinstance(resource, DictionaryObject) else None
        return self._faces[id(resource)][1]

    def form(self, resources: Any, name: str, placed: Matrix, depth: int) -> None:
        form = _resolved(_resolved(resources["/XObject"])[name])
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form" or depth >= _DEEPEST_FORM:
            return
        matrix = _matrix(form.get("/Matrix", _UNMOVED))
        own = _resolved(form.get("/Resources", resources))
        self._follow(ContentStream(form, self._pdf), own, _times(matrix, placed), depth + 1)


class _Drawing:
    """The state in which one content stream draws, and its text operators."""

    def __init__(self, reader: GlyphReader, resources: Any, placed: Matrix, depth: int) -> None:
        self._reader, self._resources, self._depth = reader, resources, depth
        self._text = _Text(placed)
        self._saved: list[_Text] = []
        self._line: Matrix = _UNMOVED
        self._pen: Matrix = _UNMOVED
        self._marked: list[tuple[int, str | None]] = []

    def save(self, _: Any) -> None:
        self._saved.append(self._text)

    def restore(self, _: Any) -> None:
        if self._saved:
            self._text = self._saved.pop()

    def transform(self, operands: Any) -> None:
        self._text = self._text._replace(placed=_times(_matrix(operands), self._text.placed))

    def form(self, operands: Any) -> None:
        self._reader.form(self._resources, operands[0], self._text.placed, self._depth)

    def begin_text(self, _: Any) -> None:
        self._line = self._pen = _UNMOVED

    def set_font(self, operands: Any) -> None:
        self._text = self._text._replace(face=self._reader.face(self._resources, operands[0]), size=_number(operands[1]))

    def place(self, operands: Any) -> None:
        self._line = self._pen = _matrix(operands)

    def move(self, operands: Any) -> None:
        self._line = self._pen = _times((1.0, 0.0, 0.0, 1.0, _number(operands[0]), _number(operands[1])), self._line)

    def move_and_lead(self, operands: Any) -> None:
        self._text = self._text._replace(leading=-_number(operands[1]))
        self.move(operands)

    def next_line(self, _: Any) -> None:
        self.move((0.0, -self._text.leading))

    def show(self, operands: Any) -> None:
        self._show(operands[0])

    def show_on_next_line(self, operands: Any) -> None:
        self.next_line(operands)
        self._show(operands[0])

    def show_spaced(self, operands: Any) -> None:
        self._text = self._text._replace(word_spacing=_number(operands[0]), spacing=_number(operands[1]))
        self.show_on_next_line(operands[2:])

    def show_each(self, operands: Any) -> None:
        for part in operands[0]:
            if isinstance(part, bytes | str):
                self._show(part)
            else:
                self._advance(-_number(part) / 1000 * self._text.size * self._text.stretch)

    def begin_marked(self, operands: Any) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = _resolved(_resolved(self._resources.get("/Properties", DictionaryObject())).get(properties))
        text = properties.get("/ActualText") if isinstance(properties, DictionaryObject) else None
        self._marked.append((self._reader.count(), text if isinstance(text, str) else None))

    def end_marked(self, _: Any) -> None:
        start, text = self._marked.pop() if self._marked else (0, None)
        if text is not None and not any(outer is not None for _, outer in self._marked):
            self._reader.replace(start, text)

    def _show(self, shown: Any) -> None:
        state = self._text
        if state.face is None:
            self._draw(UNKNOWN, 0.0)
            return
        for text, width, is_space in state.face.read(_bytes(shown)):
            self._draw(text, width * state.size * state.stretch)
            spacing = state.spacing + (state.word_spacing if is_space else 0.0)
            self._advance((width * state.size + spacing) * state.stretch)

    def _advance(self, width: float) -> None:
        self._pen = _times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._pen)

    def _draw(self, text: str, width: float) -> None:
        """Adds a glyph, seen upright by the direction of its own height; one that stands askew, like a watermark, is left out."""
        if not text:
            return
        state = self._text
        a, b, c, d, x, y = _times((1.0, 0.0, 0.0, 1.0, 0.0, state.rise), _times(self._pen, state.placed))
        height = math.hypot(c, d)
        if not height or not math.isfinite(height + x + y) or min(abs(c), abs(d)) > _MOST_ASKEW * height:
            return
        quarter = (0 if d > 0 else 2) if abs(d) > abs(c) else (1 if c < 0 else 3)
        across, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarter], ((0, 1), (-1, 0), (0, -1), (1, 0))[quarter]
        start = x * across[0] + y * across[1]
        end = start + width * (a * across[0] + b * across[1])
        size = abs(state.size) * height * (state.face.unit * 1000 if state.face else 1.0)
        self._reader.add(Glyph(text, min(start, end), max(start, end), x * up[0] + y * up[1], size, quarter))


def _setter(name: str, scale: float = 1.0) -> Callable[[_Drawing, Any], None]:
    def act(drawing: _Drawing, operands: Any) -> None:
        drawing._text = drawing._text._replace(**{name: _number(operands[0]) * scale})  # type: ignore[arg-type]

    return act


_OPERATORS: dict[bytes, Callable[[_Drawing, Any], None]] = {
    b"q": _Drawing.save, b"Q": _Drawing.restore, b"cm": _Drawing.transform, b"Do": _Drawing.form, b"BT": _Drawing.begin_text,
    b"Tf": _Drawing.set_font, b"Tm": _Drawing.place, b"Td": _Drawing.move, b"TD": _Drawing.move_and_lead, b"T*": _Drawing.next_line,
    b"Tj": _Drawing.show, b"'": _Drawing.show_on_next_line, b'"': _Drawing.show_spaced, b"TJ": _Drawing.show_each,
    b"BDC": _Drawing.begin_marked, b"BMC": _Drawing.begin_marked, b"EMC": _Drawing.end_marked,
    b"Tc": _setter("spacing"), b"Tw": _setter("word_spacing"), b"TL": _setter("leading"), b"Ts": _setter("rise"),
    b"Tz": _setter("stretch", 0.01),
}  # fmt: skip


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (_number(_resolved(value)) for value in values) if len(values) == 6 else _UNMOVED
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _bytes(shown: Any) -> bytes:
    """The bytes of a string operand, whichever type pypdf gave it."""
    if isinstance(shown, bytes):
        return bytes(shown)
    return bytes(getattr(shown, "original_bytes", b""))
