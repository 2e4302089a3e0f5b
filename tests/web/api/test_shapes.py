from tawatur.ledger.lists import Said
from tawatur.model import Document, Span, Statement
from tawatur.web.api.shapes import Report, said_in


def test_a_statement_comes_with_its_document_in_brief() -> None:
    document = Document("a", "a.txt", "قال سالم إن الهجوم متوقع", "0f", "المرايا", title="عنوان", published="2020-03-15")
    statement = Statement("a:s1", "say", Span(0, 3), Span(12, 24), "سالم")
    shown = said_in(Said(document, "claim-1", statement, "الهجوم متوقع"))
    assert shown.document == Report("a", "المرايا", "عنوان", None, "2020-03-15", "0f")
    assert (shown.statement, shown.words, shown.claim) == (statement, "الهجوم متوقع", "claim-1")
