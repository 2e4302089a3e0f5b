import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.articles import Given, to_document
from tawatur.intake.docx import read_docx
from tawatur.intake.snapshot import Snapshot

PARAGRAPH = "قالت إدارة الإطفاء إن ١٢ شخصا قُتلوا في انهيار مبنى بحي النخيل مساء السبت."


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def with_body(xml: str) -> bytes:
    document = Document()
    spaces = nsdecls("w", "wp", "a") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    for block in parse_xml(f"<w:body {spaces}>{xml}</w:body>"):
        document.element.body.insert(-1, block)
    return saved(document)


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """The package with one part written anew."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, data)
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def text_of(xml: str) -> str:
    return read_docx(with_body(xml), "a").text


def test_paragraphs_tables_and_title() -> None:
    document = Document()
    document.add_heading("سبعة قتلى في النخيل", 1)
    document.add_paragraph(PARAGRAPH)
    table = document.add_table(2, 2)
    for place, word in enumerate(("المدينة", "القتلى", "النخيل", "12")):
        table.cell(place // 2, place % 2).text = word
    document.add_paragraph("")
    document.core_properties.title = "Document1"
    page = read_docx(saved(document), "a")
    assert page.text == f"سبعة قتلى في النخيل\n{PARAGRAPH}\nالمدينة\tالقتلى\nالنخيل\t12"
    assert (page.metadata.title, page.metadata.published) == ("سبعة قتلى في النخيل", None)
    document.core_properties.title = "قتلى في انهيار مبنى"
    assert read_docx(saved(document), "a").metadata.title == "قتلى في انهيار مبنى"


def test_a_document_comes_of_it() -> None:
    document = Document()
    document.add_paragraph(PARAGRAPH)
    snapshot = Snapshot("a.docx", "a.docx", "docx", saved(document))
    read = to_document(snapshot, Given())
    assert (read.text, read.language, read.sha256) == (PARAGRAPH, "ar", snapshot.sha256)


def test_changes_are_read_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>تسعة</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('سبعة')}</w:ins>"
    moved = f"<w:moveFrom>{run(' أمس')}</w:moveFrom><w:moveTo>{run(' اليوم')}</w:moveTo>"
    assert text_of(f"<w:p>{run('قُتل ')}{deleted}{inserted}{run(' أشخاص')}{moved}</w:p>") == "قُتل سبعة أشخاص اليوم"


def test_links_and_controls_are_read_and_hidden_words_are_not() -> None:
    link = f"<w:hyperlink>{run('وكالة الفنار')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtContent><w:p>{run('حي النخيل')}</w:p></w:sdtContent></w:sdt>"
    hidden = run("مسودة", "<w:vanish/>") + run(" شرطة", '<w:vanish w:val="0"/>')
    assert text_of(f"<w:p>{run('نقلت ')}{link}{hidden}</w:p>{control}") == "نقلت وكالة الفنار شرطة\nحي النخيل"


def test_breaks_and_tabs() -> None:
    assert text_of(f"<w:p>{run('أ')}<w:r><w:br/></w:r>{run('ب')}<w:r><w:tab/></w:r>{run('ج')}</w:p>") == "أ\nب\tج"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('نص الإطار')}</w:p></w:txbxContent>"
    either = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert text_of(f"<w:p>{run('نص المتن')}<w:r>{either}</w:r></w:p>") == "نص المتن\nنص الإطار"


def test_text_boxes_within_each_other_are_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('داخل')}</w:p></w:txbxContent>"
    for _ in range(5):
        box = f"<w:txbxContent><w:p>{run('خارج')}<w:r>{box}</w:r></w:p></w:txbxContent>"
    assert text_of(f"<w:p>{run('متن')}<w:r>{box}</w:r></w:p>").split() == ["متن", *["خارج"] * 5, "داخل"]


def test_a_table_that_lays_out_the_page_keeps_its_paragraphs() -> None:
    cell = f"<w:tc><w:p>{run('فقرة أولى')}</w:p><w:p>{run('فقرة ثانية')}</w:p></w:tc>"
    assert text_of(f"<w:tbl><w:tr>{cell}<w:tc><w:p>{run('هامش')}</w:p></w:tc></w:tr></w:tbl>") == "فقرة أولى\nفقرة ثانية\nهامش"


def test_footnotes_come_after_the_text() -> None:
    document = Document()
    document.add_paragraph(PARAGRAPH)
    content = saved(document)
    note = f"<w:footnotes {nsdecls('w')}><w:footnote><w:p>{run('المصدر: بيان')}</w:p></w:footnote></w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    relations = relations.replace("</Relationships>", f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/></Relationships>')
    content = with_part(with_part(content, "word/_rels/document.xml.rels", relations.encode()), "word/footnotes.xml", note.encode())
    assert read_docx(content, "a").text == f"{PARAGRAPH}\nالمصدر: بيان"


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سر", encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO(with_body(f"<w:p>{run('كلام')}{run('HERE')}</w:p>"))) as package:
        xml = package.read("word/document.xml").decode()
    body = xml[xml.index("<w:document") :].replace("HERE", "&x;")
    hostile = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{body}'.encode()
    assert "سر" not in read_docx(with_part(with_body(""), "word/document.xml", hostile), "a").text
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE d [<!ENTITY l0 "ضحك">{lol}]>{body.replace("&x;", "&l9;")}'.encode()
    with pytest.raises(InputError, match="damaged"):
        read_docx(with_part(with_body(""), "word/document.xml", bomb), "a")


def test_what_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_part(with_body(""), "word/media/a.bin", b"\0" * (limits.OFFICE_PART + 1))
    assert len(bomb) < 200_000
    with pytest.raises(InputError, match="unpacks to more than 5,000 parts, 64 MiB, or 16 MiB in one part"):
        read_docx(bomb, "a")
    for limit in ("OFFICE_PARTS", "OFFICE"):
        with monkeypatch.context() as lower:
            lower.setattr(limits, limit, 3)
            with pytest.raises(InputError, match="unpacks to more than"):
                read_docx(with_body(""), "a")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", with_body("")[:400], with_part(with_body(""), "word/document.xml", b"<w:p")])
def test_damage_is_named(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^a: is a damaged Word document \("):
        read_docx(content, "a")


def test_no_text_is_named() -> None:
    with pytest.raises(InputError, match="without text"):
        read_docx(saved(Document()), "a")
