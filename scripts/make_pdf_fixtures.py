"""Make the PDFs of tests/intake/papers, one report in the ways that PDFs of Arabic are written.

    python scripts/make_pdf_fixtures.py

Needs Chromium, the fonts DejaVu Sans and Noto Naskh Arabic (both may be embedded in documents), and
`pip install weasyprint reportlab arabic-reshaper python-bidi`. The report is tests/intake/papers/report.txt.
"""

import html
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from reportlab.lib.pagesizes import A5
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from weasyprint import HTML

FOLDER = Path(__file__).parent.parent / "tests" / "intake" / "papers"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
WIDTH, HEIGHT = A5
MARGIN = 48.0
STYLE = """@page { size: A5; margin: 15mm } h1 { font-size: 15pt } body { font: 11pt "Noto Naskh Arabic" }"""
TWO_COLUMNS = STYLE + " main { columns: 2; column-gap: 8mm; text-align: justify } body { font-size: 9pt }"
RUNNING = (
    STYLE
    + """@page { size: A6; margin: 20mm 12mm; @top-right { content: "جريدة الفنار" } @top-left { content: "العدد 118" }
    @bottom-center { content: "صفحة " counter(page) " من " counter(pages) } }"""
)
MARKS = re.compile("[\u064b-\u0652]")

shape = ArabicReshaper({"delete_harakat": False}).reshape


def page(report: list[str], style: str) -> str:
    title, *body = map(html.escape, report)
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    head = f"<meta charset='utf-8'><title>{title}</title><style>{style}</style>"
    return f"<!DOCTYPE html><html lang='ar' dir='rtl'><head>{head}</head><body><h1>{title}</h1><main>{paragraphs}</main></body></html>"


def by_chromium(report: list[str], path: Path, style: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page(report, style), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={path}"]
        subprocess.run(["chromium", *options, source.as_uri()], check=True, capture_output=True)


def by_canvas(report: list[str], path: Path, shown: Callable[[str], str], draw: Callable[[Canvas, float, str, float], None]) -> None:
    """Draws wrapped lines from the top of pages: `shown` is a line in the order it is seen, which `draw` puts before the right edge."""
    canvas = Canvas(str(path), pagesize=A5)
    height = HEIGHT - MARGIN
    for place, paragraph in enumerate(report):
        size = 10.0 if place else 14.0
        for line in wrapped(paragraph, size, shown):
            if height < MARGIN:
                canvas.showPage()
                height = HEIGHT - MARGIN
            canvas.setFont("DejaVu", size)
            draw(canvas, height, shown(line), size)
            height -= 1.6 * size
        height -= 6
    canvas.save()


def wrapped(paragraph: str, size: float, shown: Callable[[str], str]) -> Iterator[str]:
    line: list[str] = []
    for word in paragraph.split():
        if line and stringWidth(shown(" ".join([*line, word])), "DejaVu", size) > WIDTH - 2 * MARGIN:
            yield " ".join(line)
            line = []
        line.append(word)
    yield " ".join(line)


def in_letters(line: str) -> str:
    return str(get_display(line, base_dir="R"))


def in_forms(line: str) -> str:
    return in_letters(shape(line))


def as_one_string(canvas: Canvas, height: float, shown: str, size: float) -> None:
    canvas.drawString(WIDTH - MARGIN - stringWidth(shown, "DejaVu", size), height, shown)


def letter_by_letter(canvas: Canvas, height: float, shown: str, size: float) -> None:
    """Letters from the right, each at its own place, and no spaces."""
    right = WIDTH - MARGIN
    for letter in reversed(shown):
        right -= stringWidth(letter, "DejaVu", size)
        if letter != " ":
            canvas.drawString(right, height, letter)


def main() -> None:
    registerFont(TTFont("DejaVu", FONT))
    report = (FOLDER / "report.txt").read_text(encoding="utf-8").splitlines()
    for name, style in (("chromium", STYLE), ("columns", TWO_COLUMNS), ("running", RUNNING)):
        by_chromium(report, FOLDER / f"{name}.pdf", style)
    unmarked = [MARKS.sub("", line) for line in report]  # WeasyPrint names the glyphs of marks wrong
    HTML(string=page(unmarked, STYLE)).write_pdf(FOLDER / "pango.pdf")
    by_canvas(report, FOLDER / "visual.pdf", in_forms, as_one_string)
    by_canvas(report, FOLDER / "letters.pdf", in_letters, letter_by_letter)


if __name__ == "__main__":
    main()
