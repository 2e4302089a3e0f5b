import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.articles import Given, to_document
from tawatur.intake.pdf import read_pdf
from tawatur.intake.snapshot import Snapshot
from tests.intake.pdfs import code, pdf, seen, shown

PAPERS = Path(__file__).parent / "papers"
REPORT = (PAPERS / "report.txt").read_text(encoding="utf-8")
TITLE = REPORT.splitlines()[0]


def bare(text: str) -> str:
    """Without marks, which some programs name wrong or put on the wrong half of a ligature."""
    return "".join(char for char in text if unicodedata.category(char) != "Mn")


def common(a: list[str], b: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        previous = row
        row = [0]
        for place, other in enumerate(b):
            row.append(previous[place] + 1 if word == other else max(previous[place + 1], row[place]))
    return row[-1]


@pytest.mark.parametrize("name", ["chromium", "pango", "visual", "letters", "columns", "running"])
def test_every_way_of_writing_gives_the_words_in_order(name: str) -> None:
    page = read_pdf((PAPERS / f"{name}.pdf").read_bytes(), name)
    true, found = bare(REPORT).split(), bare(page.text).split()
    assert (Counter(true) & Counter(found)).total() >= 0.98 * len(true)
    assert common(true, found) >= 0.98 * len(true)
    assert len(found) <= 1.02 * len(true)
    assert len(page.text.splitlines()) == len(REPORT.splitlines())
    assert bare(page.metadata.title or "") == TITLE


def test_marks_are_kept() -> None:
    text = read_pdf((PAPERS / "chromium.pdf").read_bytes(), "a").text
    assert unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", REPORT.strip())


def test_running_heads_and_page_numbers_are_left_out() -> None:
    text = read_pdf((PAPERS / "running.pdf").read_bytes(), "a").text
    assert "الفنار" not in text
    assert "صفحة" not in text


def test_a_document_comes_of_it() -> None:
    snapshot = Snapshot("a.pdf", "a.pdf", "pdf", (PAPERS / "visual.pdf").read_bytes())
    document = to_document(snapshot, Given(published="2020-03-15"))
    assert (document.title, document.language, document.published) == (TITLE, "ar", "2020-03-15")
    assert document.sha256 == snapshot.sha256
    assert "وأضاف المتحدث باسم الإدارة" in document.text


def test_a_stated_title_is_taken_and_a_date_of_making_is_not() -> None:
    page = read_pdf(pdf(seen("قالت الإدارة ذلك", 250, 300), title="سبعة قتلى في النخيل"), "a")
    assert page.metadata.title == "سبعة قتلى في النخيل"
    assert page.metadata.published is None
    assert read_pdf(pdf(seen("قالت الإدارة ذلك", 250, 300), title="Microsoft Word - بيان.docx"), "a").metadata.title is None


def test_large_letters_at_the_top_are_a_title() -> None:
    body = "".join(seen("قالت الإدارة ذلك مساء السبت", 280, 300 - 15 * row) for row in range(5))
    assert read_pdf(pdf(seen("قتلى في النخيل", 280, 350, 16) + body), "a").metadata.title == "قتلى في النخيل"
    assert read_pdf(pdf(seen("قتلى في النخيل", 280, 350) + body), "a").metadata.title is None


def test_arabic_drawn_the_wrong_way_round_is_read_as_drawn() -> None:
    words = "قالت الإدارة إن المدينة القديمة هادئة"
    assert read_pdf(pdf(shown(words, 20, 300)), "a").text == words


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_page_may_be_turned(rotate: int) -> None:
    turned = f"BT /F 10 Tf 0 1 -1 0 100 50 Tm {code('قالت الإدارة'[::-1])} Tj ET"
    assert read_pdf(pdf(turned, rotate=rotate), "a").text == "قالت الإدارة"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_locked_file_opens_when_its_password_is_empty(algorithm: str) -> None:
    content = seen("قالت الإدارة ذلك", 250, 300)
    assert read_pdf(pdf(content, password="", algorithm=algorithm), "a").text == "قالت الإدارة ذلك"
    with pytest.raises(InputError, match=r"^a: is a PDF locked with a password; "):
        read_pdf(pdf(content, password="secret", algorithm=algorithm), "a")


def test_fonts_that_do_not_name_their_letters_are_named() -> None:
    known = seen("قالت الإدارة ذلك", 250, 300)
    unknown = [f"BT /G 10 Tf 1 0 0 1 20 {height} Tm <0102> Tj ET " for height in range(20, 200, 20)]
    assert read_pdf(pdf(known + unknown[0]), "a").text.startswith("قالت الإدارة ذلك")
    mute = pdf(known).replace(b"/ToUnicode", b"/NoUnicode")
    for content in (mute, pdf(known + "".join(unknown))):
        with pytest.raises(InputError, match="fonts do not say what their letters are; recognise its text first"):
            read_pdf(content, "a")


def test_a_scan_is_named() -> None:
    with pytest.raises(InputError, match="a scan without text; recognise its text first"):
        read_pdf(pdf("0 0 100 100 re f"), "a")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF", pdf("")[:300]])
def test_damage_is_named(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^a: is a (damaged )?PDF"):
        read_pdf(content, "a")


def test_a_damaged_page_does_not_pass_for_a_whole_report() -> None:
    content = pdf(seen("قالت الإدارة ذلك", 250, 300), seen("قالت الإدارة ذلك", 250, 300))
    with pytest.raises(InputError, match="damaged"):
        read_pdf(content.replace(b"endbfrange", b"<00> <00> <" + b"0" * 9000 + b">"), "a")


def test_too_many_pages_or_letters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = seen("قالت الإدارة ذلك", 250, 300)
    monkeypatch.setattr(limits, "PAPER_PAGES", 2)
    assert read_pdf(pdf(content, content), "a").text
    with pytest.raises(InputError, match="of 3 pages, more than 2"):
        read_pdf(pdf(content, content, content), "a")
    monkeypatch.setattr(limits, "PAPER_CHARACTERS", 20)
    with pytest.raises(InputError, match="more than 20 characters"):
        read_pdf(pdf(content, content), "a")


def test_a_stream_that_unpacks_too_large_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(" " * 20_000_000))))
    writer.pages[0].compress_content_streams()
    file = BytesIO()
    writer.write(file)
    assert len(file.getvalue()) < 200_000
    with pytest.raises(InputError, match="damaged PDF"):
        read_pdf(file.getvalue(), "a")
